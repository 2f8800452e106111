package app.parlance.desktop.shell;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** An empty pane that counts what the shell tells it. */
public final class Room implements Pane {
    private final Shell shell;
    private final String id;
    private final Ikon icon;
    private Node content;
    int shown;
    int finds;

    public Room(Shell shell, String id, Ikon icon) {
        this.shell = shell;
        this.id = id;
        this.icon = icon;
    }

    static Room of(Shell shell, String id) {
        return new Room(shell, id, Feather.CIRCLE);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return id.substring(0, 1).toUpperCase() + id.substring(1);
    }

    @Override
    public Ikon icon() {
        return icon;
    }

    @Override
    public Node content() {
        if (content == null) content = new VBox(shell.newHeader("This is " + id), new TextField());
        return content;
    }

    @Override
    public void shown() {
        shown++;
    }

    @Override
    public void findRequested() {
        finds++;
    }
}
