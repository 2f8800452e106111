package app.parlance.engine.llama.protocol;

/**
 * One thing said over the pipe.
 *
 * @param number the order's number; reports carry the number of the order that they answer
 */
public record Frame<T>(int number, T content) { }
