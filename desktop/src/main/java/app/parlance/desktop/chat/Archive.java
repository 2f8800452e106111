package app.parlance.desktop.chat;

import app.parlance.chat.Chat;
import app.parlance.history.History;

/**
 * Where conversations lie, and what has them answered.
 *
 * @param temporary true where nothing ever touches a disk
 */
record Archive(History history, Chat chat, boolean temporary) { }
