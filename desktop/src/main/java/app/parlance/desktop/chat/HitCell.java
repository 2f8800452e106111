package app.parlance.desktop.chat;

import app.parlance.desktop.markdown.Emojis;
import app.parlance.history.SearchHit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A message that was found: its conversation's title over the text around the words, which are lit. */
final class HitCell extends ListCell<SearchHit> {
    private static final char LIT = '\uE000';
    private static final char DULL = '\uE001';

    private final Label title = new Label();
    private final TextFlow snippet = new TextFlow();
    private final Label line = new Label();
    private final VBox lines = new VBox(2);

    HitCell() {
        getStyleClass().add("hit-cell");
        title.getStyleClass().add("row-title");
        line.getStyleClass().add("row-preview");
        setPrefWidth(0); // never wider than the list
    }

    @Override
    protected void updateItem(SearchHit hit, boolean empty) {
        super.updateItem(hit, empty);
        setText(null);
        setGraphic(empty ? null : lines);
        if (empty) return;
        title.setText(hit.title().isBlank() ? Words.of("title.new") : hit.title());
        boolean inTitle = hit.message() == 0; // the snippet would only repeat it
        List<Text> runs = inTitle ? List.of(text(Words.of("search.title"), "hit-text")) : runs(hit.snippet());
        String plain = String.join("", runs.stream().map(Text::getText).toList());
        boolean wraps = !Emojis.mayRunRightToLeft(plain); // JavaFX cannot: docs/decisions/0003-composer-input.md
        snippet.getChildren().setAll(wraps ? runs : List.of());
        line.setText(plain);
        lines.getChildren().setAll(title, wraps ? snippet : line);
        setAccessibleText(title.getText() + ". " + plain);
    }

    private static List<Text> runs(String text) {
        var runs = new ArrayList<Text>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean mark = i < text.length() && (text.charAt(i) == LIT || text.charAt(i) == DULL);
            if (i < text.length() && !mark) continue;
            if (i > from) {
                String style = i < text.length() && text.charAt(i) == DULL ? "hit-lit" : "hit-text";
                runs.add(text(text.substring(from, i).replace('\n', ' '), style));
            }
            from = i + 1;
        }
        return runs;
    }

    private static Text text(String part, String style) {
        var text = new Text(part);
        text.getStyleClass().add(style);
        return text;
    }
}
