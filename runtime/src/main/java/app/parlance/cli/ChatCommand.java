package app.parlance.cli;

import app.parlance.engine.Sampling;
import app.parlance.engine.StopReason;
import app.parlance.history.ConversationSettings;
import app.parlance.mode.Mode;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parlance chat}. */
@Command(name = "chat", description = "Chat with a model, or ask it one thing.",
        footer = {"", "Examples",
            "  parlance chat",
            "  parlance chat --prompt \"Why is the sky blue?\"",
            "  git diff | parlance chat --system \"Review this change.\" --prompt -",
            "  parlance chat --prompt Hello --seed 7 --json | jq -r .text", "",
            "Without --prompt the chat is interactive: Ctrl+C stops an answer, Ctrl+D or",
            "/exit ends the chat, /help lists the rest. Where the input is no terminal, each",
            "of its lines is a message."})
final class ChatCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(names = {"-p", "--prompt"}, paramLabel = "TEXT", description = "Answer this and end; - reads the prompt from the input.")
    private String prompt;

    @Option(names = {"-m", "--model"}, paramLabel = "NAME|FILE", description = "A model of \"parlance models\", or a GGUF file.")
    private String model;

    @Option(names = "--mode", paramLabel = "MODE", converter = ModeWord.class,
            description = "fast, balanced, accurate or auto (default: as set in the window).")
    private Mode mode;

    @Option(names = {"-s", "--system"}, paramLabel = "TEXT", defaultValue = "", description = "What the model is told before the first message.")
    private String system;

    @Option(names = "--max-tokens", paramLabel = "N", description = "The longest answer, in tokens (default: what the context holds).")
    private Integer maxTokens;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same answer on the same machine.")
    private Long seed;

    @Option(names = "--temperature", paramLabel = "X",
            description = "0 always takes the likeliest word, up to 2 is ever more surprising (default: 0.7).")
    private Double temperature;

    @Option(names = "--temporary", description = "Leave no trace in the history.")
    private boolean temporary;

    @Option(names = "--json", description = "Print one object with the answer, its figures and why it ended.")
    private boolean json;

    ChatCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        var sampling = sampling();
        if (maxTokens != null && maxTokens < 1) throw usage("--max-tokens must be at least 1.");
        if (json && prompt == null && session.streams().isTerminal()) throw usage("--json needs a prompt: --prompt TEXT, or --prompt - for the input.");
        var text = prompt == null && !json ? null : promptText();
        var chosen = model == null ? "" : session.referenceTo(session.chatModel(model));
        if (model == null && session.parlance().defaultModel().isEmpty()) throw NoModelException.none();
        var settings = new ConversationSettings(chosen, system, sampling, maxTokens == null ? 0 : maxTokens, 0, mode == null ? "" : mode.name());
        if (text == null) return new InteractiveChat(session, settings, temporary).run().number();
        var place = session.begin(settings, temporary);
        var answer = place.chat().send(place.conversation().id(), text);
        var plan = answer.plan();
        var printer = new AnswerPrinter(session.streams());
        var done = json ? printer.await(answer) : printer.show(answer);
        if (json) session.streams().println(Json.pretty(AnswerJson.of(done, plan, settings, !place.history().isTemporary())));
        return (done.finished().reason() == StopReason.CANCELLED ? ExitCode.INTERRUPTED : ExitCode.OK).number();
    }

    /** Without a seed one is drawn here and reported, so that any answer can be had again. */
    private Sampling sampling() {
        if (temperature != null && !(temperature >= 0 && temperature <= 2)) throw usage("--temperature must be between 0 and 2.");
        if (seed != null && (seed < 0 || seed > Integer.MAX_VALUE)) throw usage("--seed must be between 0 and " + Integer.MAX_VALUE + ".");
        var sampling = Sampling.DEFAULT.withSeed(seed != null ? seed : ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
        return temperature == null ? sampling : sampling.withTemperature(temperature);
    }

    private String promptText() throws IOException {
        var text = prompt == null || prompt.equals("-") ? session.streams().readAll() : prompt;
        if (text.isBlank()) throw usage("The prompt is empty.");
        return text.strip();
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
