package app.parlance.plugin;

import java.util.Locale;

/**
 * A named prompt task, offered where a conversation begins. Found by {@link java.util.ServiceLoader};
 * implementations need a public constructor without parameters and keep no state.
 */
public interface Skill {
    /** Short, stable and unique, for example {@code explain-letter}. */
    String id();

    /** Where it stands among the others; smaller comes first. */
    int order();

    /** Two or three words, in this language or the nearest one offered. */
    String title(Locale locale);

    /** One short line on what it does. */
    String description(Locale locale);

    /** The text that a message begins with; the person completes it before it is sent. */
    String opening(Locale locale);
}
