package app.parlance.desktop.chat;

import app.parlance.desktop.models.BriefName;
import app.parlance.model.StoredModel;
import app.parlance.plugin.Skill;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where a conversation begins: the mark, one sentence, and a card for each skill. */
final class EmptyView extends ScrollPane {
    private static final double CARD = 90;

    private final Label sentence = new Label();

    /** @param chosen is given a skill's opening when its card is pressed */
    EmptyView(Consumer<String> chosen) {
        var mark = new StackPane(new FontIcon(Feather.MESSAGE_SQUARE));
        mark.getStyleClass().add("mark");
        var title = new Label(Words.of("empty.title"));
        title.getStyleClass().add("title-large");
        sentence.getStyleClass().add("empty-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        var lift = new Region(); // a little above the middle, where there is room
        lift.setPrefHeight(88);
        var column = new VBox(mark, title, sentence, cards(chosen), lift);
        column.getStyleClass().add("empty-view");
        setContent(column);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    /** @param model what will answer; empty where there is none yet */
    void show(Optional<StoredModel> model, boolean temporary) {
        String name = model.map(StoredModel::name).map(BriefName::of).orElse("");
        sentence.setText(temporary ? Words.of("empty.temporary") : model.isEmpty() ? Words.of("empty.nomodel") : Words.of("empty.sentence", name));
    }

    private static GridPane cards(Consumer<String> chosen) {
        var cards = new GridPane(10, 10);
        cards.getStyleClass().add("cards");
        List<Skill> skills = ServiceLoader.load(Skill.class).stream().map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(Skill::order)).limit(4).toList();
        for (int i = 0; i < skills.size(); i++) cards.add(card(skills.get(i), chosen), i % 2, i / 2);
        cards.getRowConstraints().addAll(new RowConstraints(CARD), new RowConstraints(CARD));
        for (int column = 0; column < 2; column++) {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            half.setHalignment(HPos.LEFT);
            cards.getColumnConstraints().add(half);
        }
        return cards;
    }

    private static Button card(Skill skill, Consumer<String> chosen) {
        Locale locale = Locale.getDefault();
        var title = new Label(skill.title(locale));
        title.getStyleClass().add("skill-title");
        var description = new Label(skill.description(locale));
        description.getStyleClass().add("muted");
        description.setWrapText(true);
        var card = new Button(null, new VBox(4, title, description));
        card.setId("skill-" + skill.id());
        card.getStyleClass().add("skill-card");
        card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        card.setAccessibleText(skill.title(locale) + ". " + skill.description(locale));
        card.setOnAction(_ -> chosen.accept(skill.opening(locale)));
        return card;
    }
}
