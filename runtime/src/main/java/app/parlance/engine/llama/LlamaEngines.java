package app.parlance.engine.llama;

import app.parlance.engine.Capability;
import app.parlance.engine.Engine;
import app.parlance.engine.EngineDescription;
import app.parlance.engine.EngineException;
import app.parlance.engine.EngineException.Kind;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.QuantizeRequest;
import app.parlance.natives.Natives;
import app.parlance.natives.NativesPin;
import app.parlance.natives.NativesState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The newer llama.cpp where its libraries are on this machine, fit, and know the model's architecture; else the one on
 * board. The first question about the newer one may take 0.3 s, for its files are checked then.
 */
public final class LlamaEngines implements Engine {
    /** Which of them may run models. */
    public enum Preference {
        AUTO, NEWER, ON_BOARD;

        /** As settings and the command line write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The one that is written so. */
        public static Optional<Preference> of(String word) {
            return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
        }
    }

    /**
     * An engine, and why it and not the other.
     *
     * @param newer whether it is the newer one
     * @param reason a whole sentence
     */
    public record Choice(LlamaEngine engine, boolean newer, String reason) { }

    private static final String GET_NEWER = "The newer runtime does: get it in the Models pane or with “parlance engine get”, and let Parlance choose the runtime.";

    private final Supplier<NativesState> natives;
    private final Supplier<Preference> preference;
    private final WorkerSettings settings;
    private final LlamaEngine onBoard;
    private LlamaEngine newer;
    /** As it was found when {@link #newer} was made; what was fetched again is found anew. */
    private NativesState.Ready found;
    /** Why libraries that are whole cannot be used here, once that was found. */
    private EngineException unfit;

    /** @param preference asked anew each time */
    public LlamaEngines(Natives natives, Supplier<Preference> preference, WorkerSettings settings) {
        this(natives::state, preference, settings);
    }

    LlamaEngines(Supplier<NativesState> natives, Supplier<Preference> preference, WorkerSettings settings) {
        this.natives = natives;
        this.preference = preference;
        this.settings = settings;
        onBoard = LlamaEngine.onBoard(settings);
    }

    /** Which may run models now. */
    public Preference preference() {
        return preference.get();
    }

    /** What answers in general. */
    public Choice chosen() {
        Preference wanted = preference.get();
        if (wanted == Preference.ON_BOARD) return new Choice(onBoard, false, "The runtime on board was asked for.");
        return switch (newer()) {
            case Found(var engine) -> new Choice(engine, true, wanted == Preference.NEWER ? "The newer runtime was asked for." : "The newer runtime is on this machine and fits.");
            case NotFound(var reason) -> new Choice(onBoard, false, reason);
        };
    }

    /** What runs models of this architecture. */
    public Choice chosenFor(String architecture) {
        Choice general = chosen();
        if (general.engine().supports(architecture) || !general.newer() || preference.get() == Preference.NEWER) return general;
        return onBoard.supports(architecture) ? new Choice(onBoard, false, "The newer runtime does not know the architecture “" + architecture + "”.") : general;
    }

    /**
     * What would open a model of this architecture.
     *
     * @param what is of it, for the sentence
     * @throws EngineException where nothing would, with the reason
     */
    public Engine require(String architecture, String what) throws EngineException {
        Choice choice = chosenFor(architecture);
        requireWanted(choice);
        if (choice.engine().supports(architecture)) return choice.engine();
        throw new EngineException(Kind.REFUSED, what + " is of the architecture “" + architecture + "”, which " + choice.engine().name() + " does not know.",
                !choice.newer() && newerKnows(architecture) ? GET_NEWER : "Choose a model of another architecture, such as llama, qwen2, phi3 or gemma3.");
    }

    /** Whether the newer one would run models of this architecture, be it here or not. */
    public boolean newerKnows(String architecture) {
        return NativesPin.bundled().architectures().knows(architecture);
    }

    private sealed interface Search { }

    private record Found(LlamaEngine engine) implements Search { }

    private record NotFound(String reason) implements Search { }

    private synchronized Search newer() {
        return switch (natives.get()) {
            case NativesState.Missing missing -> new NotFound(missing.reason());
            case NativesState.Refused refused -> new NotFound(refused.reason());
            case NativesState.Ready ready -> {
                if (ready != found) {
                    found = ready;
                    newer = LlamaEngine.newer(ready.folder(), ready.llamaCpp(), NativesPin.bundled().architectures().all(), settings);
                    unfit = null;
                }
                yield unfit == null ? new Found(newer) : new NotFound(unfit.getMessage());
            }
        };
    }

    @Override
    public String name() {
        return chosen().engine().name();
    }

    @Override
    public Set<Capability> capabilities() {
        return chosen().engine().capabilities();
    }

    @Override
    public boolean supports(String architecture) {
        return chosenFor(architecture).engine().supports(architecture);
    }

    @Override
    public OpenModel open(OpenRequest request) throws EngineException, InterruptedException {
        String architecture = LlamaEngine.architecture(request.file());
        return with(() -> chosenFor(architecture), engine -> withOwnTemplate(engine.open(request, architecture), request, architecture));
    }

    /** The one on board interprets templates of any kind; the newer one only knows many of them. */
    private OpenModel withOwnTemplate(WorkerModel opened, OpenRequest request, String architecture) throws EngineException, InterruptedException {
        boolean better = !opened.knowsTemplate() && preference.get() == Preference.AUTO && request.adapters().isEmpty() && onBoard.supports(architecture);
        if (!better) return opened;
        opened.close();
        return onBoard.open(request, architecture);
    }

    @Override
    public EngineDescription describe() throws EngineException, InterruptedException {
        return with(this::chosen, LlamaEngine::describe);
    }

    @Override
    public void quantize(QuantizeRequest request) throws EngineException, InterruptedException {
        String architecture = LlamaEngine.architecture(request.source());
        with(() -> chosenFor(architecture), engine -> {
            engine.quantize(request, architecture);
            return null;
        });
    }

    private interface Use<T> {
        T of(LlamaEngine engine) throws EngineException, InterruptedException;
    }

    /** Libraries that turn out not to fit are used no more, and the other engine takes over. */
    private <T> T with(Supplier<Choice> choosing, Use<T> use) throws EngineException, InterruptedException {
        Choice choice = choosing.get();
        requireWanted(choice);
        try {
            return use.of(choice.engine());
        } catch (EngineException e) {
            if (e.kind() != Kind.UNFIT_LIBRARY || !choice.newer()) throw e;
            synchronized (this) {
                unfit = e;
            }
            if (preference.get() == Preference.NEWER) throw e;
            System.getLogger(LlamaEngines.class.getName()).log(System.Logger.Level.WARNING, e.full());
            return use.of(choosing.get().engine());
        }
    }

    private void requireWanted(Choice choice) throws EngineException {
        if (!choice.newer() && preference.get() == Preference.NEWER) {
            throw new EngineException(Kind.UNFIT_LIBRARY, choice.reason(), "Get the newer runtime in the Models pane or with “parlance engine get”, or let Parlance choose.");
        }
    }
}
