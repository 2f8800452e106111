package app.parlance.desktop.chat;

import app.parlance.chat.Chat.ContextUse;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** The faint line below the composer: how to send, or how fast it writes and how full the context is. */
final class StatusLine extends HBox {
    private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");
    /** Narrower than this, the figures take the place of the sentence, which the offline mark says too. */
    private static final double ROOM_FOR_ALL = 460;
    private static final double NEARLY_FULL = 0.9;

    private final ChatModel model;
    private final Label hint = line(Words.of("status.hint"));
    private final Label local = line(Words.of("status.local"));
    private final Label speed = line("");
    private final Label context = line("");
    private final ProgressBar meter = new ProgressBar(0);

    StatusLine(ChatModel model) {
        this.model = model;
        meter.getStyleClass().add("context-meter");
        meter.setAccessibleText(Words.of("status.meter"));
        getStyleClass().add("status-line");
        getChildren().addAll(hint, local, speed, context, meter);
        var open = model.currentProperty();
        widthProperty().subscribe(_ -> show());
        open.flatMap(ConversationModel::contextUseProperty).subscribe(_ -> show());
        open.flatMap(ConversationModel::tokensPerSecondProperty).subscribe(_ -> show());
        open.flatMap(ConversationModel::emptyProperty).subscribe(_ -> show());
    }

    private void show() {
        ConversationModel open = model.current();
        boolean empty = open.emptyProperty().get();
        double rate = open.tokensPerSecondProperty().get();
        ContextUse use = open.contextUseProperty().get();
        put(hint, empty);
        put(local, !empty && getWidth() >= ROOM_FOR_ALL);
        put(speed, !empty && rate > 0);
        speed.setText(Words.of("status.speed", rate));
        boolean known = !empty && use != null && use.limit() > 0;
        put(context, known);
        put(meter, known);
        if (!known) return;
        double share = (double) use.tokens() / use.limit();
        context.setText(Words.of(use.exact() ? "status.context" : "status.context.about", use.tokens(), use.limit()));
        meter.setProgress(Math.min(1, share));
        meter.pseudoClassStateChanged(FULL, share > NEARLY_FULL);
    }

    private static Label line(String text) {
        var label = new Label(text);
        label.getStyleClass().add("faint");
        return label;
    }

    private static void put(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
