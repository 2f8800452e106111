package app.parlance.desktop.chat;

import app.parlance.engine.PoolWait;
import java.util.Optional;

/** What a conversation is doing. */
sealed interface Activity {
    /** Waiting for the person. */
    record Idle() implements Activity { }

    /** A message is being stored. */
    record Starting() implements Activity { }

    /** Something else comes first. @param reason empty where that is another answer by the same model or in the same conversation */
    record Waiting(Optional<PoolWait.Reason> reason) implements Activity { }

    /** @param share of the model that is in memory, 0..1; NaN while the engine does not tell */
    record Loading(String model, double share) implements Activity { }

    /** The prompt is being read, in tokens. */
    record Reading(int read, int total) implements Activity { }

    record Writing() implements Activity { }

    /** Stop was asked for; the end has not come yet. */
    record Stopping() implements Activity { }

    Activity IDLE = new Idle();

    default boolean isAnswering() {
        return !(this instanceof Idle);
    }
}
