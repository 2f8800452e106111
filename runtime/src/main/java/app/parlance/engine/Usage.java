package app.parlance.engine;

import java.time.Duration;

/**
 * What an answer took.
 *
 * @param promptTokens the prompt's length
 * @param reusedTokens how many of them were known from the request before
 * @param completionTokens tokens written
 * @param timeToFirstToken from the request to the first token, waiting included
 * @param generating from the first token to the last
 */
public record Usage(int promptTokens, int reusedTokens, int completionTokens, Duration timeToFirstToken, Duration generating) {
    public static final Usage NONE = new Usage(0, 0, 0, Duration.ZERO, Duration.ZERO);

    /** Milliseconds for each token after the first; 0 where fewer than two were written. */
    public double millisPerToken() {
        return completionTokens < 2 ? 0 : generating.toNanos() / 1e6 / (completionTokens - 1);
    }

    public double tokensPerSecond() {
        double millis = millisPerToken();
        return millis == 0 ? 0 : 1000 / millis;
    }
}
