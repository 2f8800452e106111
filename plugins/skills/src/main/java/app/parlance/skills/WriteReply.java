package app.parlance.skills;

/** Writes an answer to a message that was received. */
public final class WriteReply extends WordedSkill {
    public WriteReply() {
        super("write-reply", 20);
    }
}
