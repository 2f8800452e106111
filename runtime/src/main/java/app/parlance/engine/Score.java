package app.parlance.engine;

/**
 * How likely a model holds a continuation.
 *
 * @param logProbability the natural logarithm of the probability of all its tokens, one after the other
 * @param tokens how many those are; divide by it to compare continuations of different lengths
 */
public record Score(double logProbability, int tokens) { }
