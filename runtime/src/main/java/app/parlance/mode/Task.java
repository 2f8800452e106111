package app.parlance.mode;

/** What a model is used for; each has a mode of its own. */
public enum Task {
    CHAT(Mode.FAST), TRANSLATION(Mode.ACCURATE), ANSWERS(Mode.BALANCED);

    private final Mode standard;

    Task(Mode standard) {
        this.standard = standard;
    }

    /** The mode where the person has chosen none. */
    public Mode standard() {
        return standard;
    }
}
