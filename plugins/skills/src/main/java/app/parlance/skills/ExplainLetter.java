package app.parlance.skills;

/** Puts a letter from an office into plain words. */
public final class ExplainLetter extends WordedSkill {
    public ExplainLetter() {
        super("explain-letter", 10);
    }
}
