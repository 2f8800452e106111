package app.parlance.measure;

import app.parlance.engine.CacheType;

/**
 * What was measured: a model as it was opened.
 *
 * @param model the stored model's name
 * @param bytes of its file: another file of the same name is another model
 * @param engine its name and version
 * @param contextTokens the context that it was opened with; 0 = the engine's default
 * @param threads computing threads; 0 = the engine's default
 */
public record Setup(String model, long bytes, String engine, CacheType cache, int contextTokens, int threads) { }
