package app.parlance.desktop.chat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the chat pane, from {@code messages.properties}, in the person's language. */
final class Words {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("app.parlance.desktop.chat.messages");

    private Words() { }

    /** The text, with {@code {0}} and so on filled in by {@link MessageFormat} where there are values. */
    static String of(String key, Object... values) {
        String text = BUNDLE.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.getDefault()).format(values);
    }
}
