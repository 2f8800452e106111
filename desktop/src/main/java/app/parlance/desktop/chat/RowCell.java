package app.parlance.desktop.chat;

import app.parlance.desktop.chat.Row.Heading;
import app.parlance.desktop.chat.Row.Item;
import app.parlance.desktop.widget.Icons;
import app.parlance.history.Conversation;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the conversation list: a group's name, or a title over a preview; renamed in place. */
final class RowCell extends ListCell<Row> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final RowMenu.Actions actions;
    private final BiConsumer<Item, String> renamed;
    private final Label heading = new Label();
    private final Label title = new Label();
    private final Label preview = new Label();
    private final TextField field = new TextField();
    private final Node pin = new FontIcon(Feather.BOOKMARK);
    private final Region answering = new Region();
    private final Button more = Icons.button(Feather.MORE_HORIZONTAL, Words.of("row.more"), this::showMenu);
    private final HBox head = new HBox(4, title, new StackPane(pin, answering, more));
    private final VBox item = new VBox(2, head, preview);

    RowCell(RowMenu.Actions actions, BiConsumer<Item, String> renamed) {
        this.actions = actions;
        this.renamed = renamed;
        getStyleClass().add("row-cell");
        heading.getStyleClass().add("row-heading");
        title.getStyleClass().add("row-title");
        preview.getStyleClass().add("row-preview");
        pin.getStyleClass().add("row-pin");
        answering.getStyleClass().add("row-answering");
        more.getStyleClass().add("row-more");
        more.setFocusTraversable(false);
        head.setAlignment(Pos.CENTER_LEFT);
        for (Region left : new Region[] {title, field}) {
            left.setMinWidth(0);
            left.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(left, Priority.ALWAYS);
        }
        setPrefWidth(0); // never wider than the list
        field.setAccessibleText(Words.of("title.name"));
        field.getStyleClass().add("row-field");
        field.setOnAction(_ -> keep());
        field.setOnKeyPressed(key -> {
            if (key.getCode() != KeyCode.ESCAPE) return;
            key.consume();
            cancelEdit();
        });
        field.focusedProperty().subscribe(focused -> {
            if (!focused && isEditing()) keep();
        });
        more.visibleProperty().bind(hoverProperty().or(selectedProperty()));
        more.visibleProperty().subscribe(_ -> showMarks());
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(HEADING, row instanceof Heading);
        setMouseTransparent(!(row instanceof Item));
        setContextMenu(null);
        setText(null);
        switch (empty ? null : row) {
            case null -> setGraphic(null);
            case Heading(String text) -> {
                heading.setText(text);
                setGraphic(heading);
            }
            case Item shown -> show(shown);
        }
    }

    private void show(Item shown) {
        Conversation conversation = shown.conversation();
        title.setText(TitleView.titleOf(conversation, shown.temporary()));
        preview.setText(previewOf(shown));
        head.getChildren().set(0, title);
        setGraphic(item);
        var menu = new ContextMenu();
        menu.getItems().setAll(RowMenu.of(shown, actions));
        setContextMenu(menu);
        setAccessibleText(title.getText() + (shown.answering() ? ", " + Words.of("row.answering") : "")
                + (conversation != null && conversation.pinned() ? ", " + Words.of("row.pinned") : ""));
        showMarks();
    }

    private static String previewOf(Item shown) {
        if (shown.answering()) return Words.of("row.answering.preview");
        if (shown.temporary()) return Words.of("row.temporary");
        return shown.conversation().preview();
    }

    private void showMarks() {
        boolean busy = getItem() instanceof Item shown && shown.answering();
        boolean pinned = getItem() instanceof Item shown && shown.conversation() != null && shown.conversation().pinned();
        answering.setVisible(busy && !more.isVisible());
        pin.setVisible(pinned && !busy && !more.isVisible());
    }

    private void showMenu() {
        if (getContextMenu() != null) getContextMenu().show(more, Side.BOTTOM, 0, 0);
    }

    @Override
    public void startEdit() {
        if (!(getItem() instanceof Item shown) || shown.temporary()) return;
        super.startEdit();
        if (!isEditing()) return;
        field.setText(title.getText());
        head.getChildren().set(0, field);
        field.requestFocus();
        field.selectAll();
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        head.getChildren().set(0, title);
        getListView().setEditable(false); // only while renaming: else a click on the chosen row would rename it
        getListView().requestFocus();
    }

    private void keep() {
        Item shown = (Item) getItem();
        String text = field.getText();
        cancelEdit();
        renamed.accept(shown, text);
    }
}
