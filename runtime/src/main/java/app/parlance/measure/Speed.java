package app.parlance.measure;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How quick a setup is on this machine, as measured.
 *
 * @param promptTokensPerSecond reading a prompt of 512 tokens (or what the context holds)
 * @param millisPerToken writing, behind a short prompt
 * @param timeToFirstTokenMillis from the request of a prompt of 512 tokens to its first token, model loaded
 * @param residentBytes of the worker afterwards; 0 where the system does not tell
 * @param estimatedBytes {@link app.parlance.fit.MemoryNeed}
 * @param bandwidthLimitMillis milliseconds a token cannot get below: bytes read for it over the memory's bandwidth
 * @param joulesPerToken where the machine tells
 * @param byContext the same at several lengths, shortest first
 */
public record Speed(double promptTokensPerSecond, double millisPerToken, double timeToFirstTokenMillis, long residentBytes, long estimatedBytes,
        double bandwidthLimitMillis, OptionalDouble joulesPerToken, List<AtContext> byContext) {
    /** @param tokens of the prompt before */
    public record AtContext(int tokens, double promptTokensPerSecond, double millisPerToken, double limitMillis) { }

    public Speed {
        byContext = List.copyOf(byContext);
    }
}
