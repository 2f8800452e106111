package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.app.Parlance;
import app.parlance.desktop.widget.Preferences;
import app.parlance.model.ByteProgress;
import app.parlance.model.Catalogue;
import app.parlance.model.CatalogueEntry;
import app.parlance.model.Fetch;
import app.parlance.model.ModelChoice;
import app.parlance.model.ModelException;
import app.parlance.model.ModelStore;
import app.parlance.model.StoredModel;
import app.parlance.platform.FileView;
import app.parlance.platform.Machine;
import app.parlance.problem.ProblemException;
import app.parlance.variant.VariantPlan;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The models on this machine and those on offer, with their downloads, as the panes show them. Outlives the
 * panes: a download goes on while another pane is in front. Methods are called, and properties change, on
 * the thread of the executor given; what takes time happens on virtual threads.
 */
public final class ModelsModel {
    /** Settings key of the name of the model that new conversations use. */
    public static final String DEFAULT_KEY = Parlance.DEFAULT_MODEL;
    private static final long CLOSE_MILLIS = 2000;

    private record Waiting(Path file, boolean copy) { }

    private final ModelStore store;
    private final Catalogue catalogue;
    private final Fetch fetch;
    private final ModelTools tools;
    private final Function<String, Support> support;
    private final Preferences preferences;
    private final Consumer<ProblemException> problems;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Shelf> shelf = new ReadOnlyObjectWrapper<>(this, "shelf", Shelf.UNREAD);
    private final ReadOnlyObjectWrapper<StoredModel> chatModel = new ReadOnlyObjectWrapper<>(this, "chatModel");
    private final ReadOnlyObjectWrapper<StoredModel> onlyChatModel = new ReadOnlyObjectWrapper<>(this, "onlyChatModel");
    private final Map<String, Transfer> downloads = new HashMap<>();
    private final Transfer importing;
    private final ReadOnlyStringWrapper importName = new ReadOnlyStringWrapper(this, "importName", "");
    private final ArrayDeque<Waiting> imports = new ArrayDeque<>();
    private final Transfer moving;
    private final Transfer making;
    private VariantPlan plan;
    private final AtomicInteger newest = new AtomicInteger();
    private volatile Runnable beforeReading = () -> { };

    /**
     * @param support whether an architecture runs; asked on virtual threads
     * @param problems told, on the executor's thread, what went wrong where no card shows it
     * @param ui runs one after the other what touches the properties: {@code Platform::runLater} in the window
     */
    public ModelsModel(ModelStore store, Catalogue catalogue, Fetch fetch, ModelTools tools, Function<String, Support> support, Preferences preferences,
            Consumer<ProblemException> problems, Executor ui) {
        this.store = store;
        this.catalogue = catalogue;
        this.fetch = fetch;
        this.tools = tools;
        this.support = support;
        this.preferences = preferences;
        this.problems = problems;
        this.ui = ui;
        importing = new Transfer(ui);
        moving = new Transfer(ui);
        making = new Transfer(ui);
        List.of(importing, moving, making).forEach(this::settle);
        catalogue.entries().forEach(entry -> downloads.put(entry.id(), new Transfer(ui)));
    }

    /** What is there, as last read; {@link Shelf#UNREAD} before the first {@link #refresh}. */
    public ReadOnlyObjectProperty<Shelf> shelfProperty() {
        return shelf.getReadOnlyProperty();
    }

    public Shelf shelf() {
        return shelf.get();
    }

    /** The model that new conversations use: the one chosen, else the largest that fits into memory; null while there is none. */
    public ReadOnlyObjectProperty<StoredModel> chatModelProperty() {
        return chatModel.getReadOnlyProperty();
    }

    /** The model that answers chats in every mode: the one that the person named, or the only one; null where the mode decides. */
    public ReadOnlyObjectProperty<StoredModel> onlyChatModelProperty() {
        return onlyChatModel.getReadOnlyProperty();
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Has this run, on a virtual thread, whenever the store is about to be read. */
    public void beforeReading(Runnable also) {
        beforeReading = also;
    }

    /** Reads the store, what paused downloads have left, and what the machine has free, in the background. */
    public void refresh() {
        int number = newest.incrementAndGet();
        Thread.ofVirtual().name("models").start(() -> {
            beforeReading.run();
            var read = Shelf.read(store, catalogue, support, tools);
            var left = new HashMap<CatalogueEntry, Long>();
            catalogue.entries().forEach(entry -> left.put(entry, fetch.partialBytes(entry)));
            ui.execute(() -> {
                if (number != newest.get()) return; // a later reading is on its way
                left.forEach(this::showLeft);
                shelf.set(read);
                chooseChatModel();
            });
        });
    }

    /** This entry's download. */
    public Transfer download(CatalogueEntry entry) {
        return downloads.get(entry.id());
    }

    /** Begins a download or goes on with a paused one. */
    public void get(CatalogueEntry entry) {
        var transfer = download(entry);
        long done = switch (transfer.state()) {
            case Transfer.State.Paused paused -> paused.done();
            case Transfer.State.Failed failed -> failed.done();
            default -> 0;
        };
        transfer.start(done, entry.bytes(), progress -> fetch.fetch(entry, progress), _ -> refresh());
    }

    /** Stops a download; what has come is kept. */
    public void pause(CatalogueEntry entry) {
        download(entry).stop();
    }

    /** Deletes what a paused or failed download has left. */
    public void discard(CatalogueEntry entry) {
        var transfer = download(entry);
        if (transfer.running()) return;
        inBackground(() -> fetch.discard(entry), transfer::reset);
    }

    /** Takes a file into the store; several wait for one another. */
    public void importFile(Path file, boolean copy) {
        imports.add(new Waiting(file, copy));
        importNext();
    }

    /** The copy into the store that is going on, if any. */
    public Transfer importing() {
        return importing;
    }

    /** The file name of what is being imported. */
    public ReadOnlyStringProperty importNameProperty() {
        return importName.getReadOnlyProperty();
    }

    /** Stops the import that is going on and forgets those that wait; nothing of them is left. */
    public void cancelImport() {
        imports.clear();
        importing.stop();
    }

    /** Whether this entry's licence was agreed to already. */
    public boolean agreed(CatalogueEntry entry) {
        return tools.agreements().has(entry.licence());
    }

    /** Remembers the person's agreement to the entry's licence, and gets it. */
    public void agree(CatalogueEntry entry) {
        inBackground(() -> tools.agreements().remember(entry.licence()), () -> get(entry));
    }

    /** Moves a file of the store to the trash, or forgets a reference. @param noTrash told where no trash can take it; nothing was changed then */
    public void remove(StoredModel model, Runnable noTrash) {
        Thread.ofVirtual().name("models").start(() -> {
            try {
                boolean gone = store.discard(model, tools.trash());
                ui.execute(gone ? this::refresh : noTrash);
            } catch (ProblemException e) {
                ui.execute(() -> problems.accept(e));
            }
        });
    }

    /** Deletes a file of the store; it cannot be brought back. */
    public void delete(StoredModel model) {
        inBackground(() -> store.remove(model), this::refresh);
    }

    /** Gives a model another name; conversations go on finding it by the old one. */
    public void rename(StoredModel model, String name) {
        inBackground(() -> store.rename(model, name), this::refresh);
    }

    /** Shows the file in the desktop's file manager. */
    public void showInFolder(StoredModel model) {
        Thread.ofVirtual().name("models").start(() -> {
            try {
                if (!FileView.show(model.file())) {
                    ui.execute(() -> problems.accept(new ProblemException(TEXTS.get("show.none"), TEXTS.get("show.none.remedy", model.file()))));
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** The variant that is being made, if any; it then has {@link #plan}. */
    public Transfer making() {
        return making;
    }

    VariantPlan plan() {
        return plan;
    }

    /** Makes a smaller variant, one at a time; it is in the store afterwards. */
    public void make(VariantPlan wanted) {
        if (making.running()) return;
        plan = wanted;
        making.start(0, wanted.bytes(), progress -> tools.variants().get().make(wanted, share -> progress.at(Math.round(share * wanted.bytes()), wanted.bytes())),
                _ -> refresh());
    }

    /** Stops making a variant; nothing of it is left. */
    public void stopMaking() {
        making.stop();
    }

    /** Makes this the model that new conversations use. */
    public void useForChat(StoredModel model) {
        preferences.set(DEFAULT_KEY, model.name());
        chooseChatModel();
    }

    public Path folder() {
        return store.folder();
    }

    /** The store's move to another folder, if one is going on. */
    public Transfer moving() {
        return moving;
    }

    /** @param moved told the new folder when everything has arrived there */
    public void moveTo(Path folder, Consumer<Path> moved) {
        moving.start(0, 0, progress -> {
            store.moveTo(folder, progress);
            return folder;
        }, done -> {
            moved.accept(done);
            refresh();
        });
    }

    /** Pauses every download and stops imports, and waits a moment for their end. To be called when the window closes. */
    public void close() throws InterruptedException {
        cancelImport();
        moving.stop();
        making.stop();
        downloads.values().forEach(Transfer::stop);
        for (var transfer : downloads.values()) transfer.stopAndWait(CLOSE_MILLIS);
        importing.stopAndWait(CLOSE_MILLIS);
        moving.stopAndWait(CLOSE_MILLIS);
        making.stopAndWait(CLOSE_MILLIS);
    }

    /** A copy has nothing to go on from: stopped or failed, it ends. */
    private void settle(Transfer transfer) {
        transfer.stateProperty().subscribe(state -> {
            if (state instanceof Transfer.State.Failed failed) problems.accept(failed.problem());
            if (state instanceof Transfer.State.Failed || state instanceof Transfer.State.Paused) {
                ui.execute(() -> {
                    transfer.reset();
                    importNext();
                });
            }
        });
    }

    private void showLeft(CatalogueEntry entry, long bytes) {
        var transfer = download(entry);
        if (transfer.state() instanceof Transfer.State.Idle && bytes > 0) transfer.left(bytes, entry.bytes());
        if (transfer.state() instanceof Transfer.State.Paused && bytes == 0) transfer.reset();
    }

    private void importNext() {
        if (importing.running() || imports.isEmpty()) return;
        var next = imports.remove();
        importName.set(next.file().getFileName().toString());
        importing.start(0, 0, progress -> imported(next, progress), result -> {
            result.ifPresent(problems);
            refresh();
            importNext();
        });
    }

    /** A file that cannot be imported must not keep those behind it from their turn: the problem is a result. */
    private Optional<ProblemException> imported(Waiting next, ByteProgress progress) throws InterruptedException {
        try {
            store.importFile(next.file(), next.copy(), progress);
            return Optional.empty();
        } catch (ModelException e) {
            return Optional.of(e);
        }
    }

    private void chooseChatModel() {
        var writing = ModelChoice.writing(shelf.get().generating(), _ -> true);
        var named = preferences.get(DEFAULT_KEY).map(shelf.get()::nameNow);
        chatModel.set(ModelChoice.best(writing, named, Machine.memory()).orElse(null));
        onlyChatModel.set(writing.stream().filter(model -> writing.size() == 1 || named.filter(model.name()::equals).isPresent()).findFirst().orElse(null));
    }

    private interface Task {
        void run() throws ProblemException;
    }

    private void inBackground(Task task, Runnable then) {
        Thread.ofVirtual().name("models").start(() -> {
            try {
                task.run();
                ui.execute(then);
            } catch (ProblemException e) {
                ui.execute(() -> problems.accept(e));
            }
        });
    }
}
