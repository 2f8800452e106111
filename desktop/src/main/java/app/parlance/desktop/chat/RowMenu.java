package app.parlance.desktop.chat;

import app.parlance.desktop.chat.Row.Item;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;

/** What can be done with a conversation of the list: the same for its context menu and its button. */
final class RowMenu {
    /** Does it; on the interface's thread. */
    interface Actions {
        void rename(Item item);

        void pin(Item item);

        void export(Item item);

        void delete(Item item);
    }

    private RowMenu() { }

    static List<MenuItem> of(Item item, Actions actions) {
        if (item.temporary()) return List.of(entry("row.end", KeyCode.DELETE, () -> actions.delete(item)));
        return List.of(
                entry("row.rename", KeyCode.F2, () -> actions.rename(item)),
                entry(item.conversation().pinned() ? "row.unpin" : "row.pin", null, () -> actions.pin(item)),
                entry("row.export", null, () -> actions.export(item)),
                new SeparatorMenuItem(),
                entry("row.delete", KeyCode.DELETE, () -> actions.delete(item)));
    }

    private static MenuItem entry(String key, KeyCode shortcut, Runnable run) {
        var entry = new MenuItem(Words.of(key));
        entry.setId(key.replace('.', '-'));
        if (shortcut != null) entry.setAccelerator(new KeyCodeCombination(shortcut));
        entry.setOnAction(_ -> run.run());
        return entry;
    }
}
