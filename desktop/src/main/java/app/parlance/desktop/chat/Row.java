package app.parlance.desktop.chat;

import app.parlance.history.Conversation;

/** A line of the conversation list. */
sealed interface Row {
    /** A group's name, such as Today. */
    record Heading(String text) implements Row { }

    record Item(Conversation conversation, boolean temporary, boolean answering) implements Row { }
}
