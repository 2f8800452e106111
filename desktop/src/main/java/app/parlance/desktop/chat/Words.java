package app.parlance.desktop.chat;

import app.parlance.desktop.widget.Texts;

/** The texts of the chat pane. */
final class Words {
    private static final Texts TEXTS = Texts.of(Words.class);

    private Words() { }

    /** As {@link Texts#get}. */
    static String of(String key, Object... values) {
        return TEXTS.get(key, values);
    }
}
