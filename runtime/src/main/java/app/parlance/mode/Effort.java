package app.parlance.mode;

/**
 * What a task does beside asking the model once.
 *
 * @param passages given to the model with a question; 0 for other tasks
 * @param rerank whether passages are ranked a second time by a model
 * @param review whether a translation is gone through a second time
 */
public record Effort(int passages, boolean rerank, boolean review) { }
