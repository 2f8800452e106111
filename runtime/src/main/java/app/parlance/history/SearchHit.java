package app.parlance.history;

/** @param snippet the text around the hit, with the found words between U+E000 and U+E001 */
public record SearchHit(long conversation, String title, long message, String snippet) { }
