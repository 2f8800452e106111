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
    private final VBox lines = new VBox(2, title, snippet);

    HitCell() {
        getStyleClass().add("hit-cell");
        title.getStyleClass().add("row-title");
        setPrefWidth(0); // never wider than the list
    }

    @Override
    protected void updateItem(SearchHit hit, boolean empty) {
        super.updateItem(hit, empty);
        setText(null);
        setGraphic(empty ? null : lines);
        if (empty) return;
        title.setText(hit.title().isBlank() ? Words.of("title.new") : hit.title());
        List<Text> runs = runs(hit.snippet());
        snippet.getChildren().setAll(runs);
        setAccessibleText(title.getText() + ". " + String.join("", runs.stream().map(Text::getText).toList()));
    }

    private static List<Text> runs(String text) {
        var runs = new ArrayList<Text>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean mark = i < text.length() && (text.charAt(i) == LIT || text.charAt(i) == DULL);
            if (i < text.length() && !mark) continue;
            if (i > from) {
                String style = i < text.length() && text.charAt(i) == DULL ? "hit-lit" : "hit-text";
                for (String part : parts(text.substring(from, i).replace('\n', ' '))) {
                    var run = new Text(part);
                    run.getStyleClass().add(style);
                    runs.add(run);
                }
            }
            from = i + 1;
        }
        return runs;
    }

    /** Right-to-left text wraps only with each word and each space in a node of its own (docs/decisions/0003-composer-input.md). */
    private static List<String> parts(String text) {
        return Emojis.mayRunRightToLeft(text) ? List.of(text.split("(?<=\\s)|(?=\\s)")) : List.of(text);
    }
}
