package app.parlance.skills;

/** Brings a text down to its main points. */
public final class ShortenText extends WordedSkill {
    public ShortenText() {
        super("shorten-text", 30);
    }
}
