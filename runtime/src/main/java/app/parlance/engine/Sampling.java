package app.parlance.engine;

/**
 * How the next token is drawn. Names and meanings are llama.cpp's.
 *
 * @param temperature 0 = always the likeliest token; up to 2
 * @param topK only the k likeliest; 0 = all
 * @param topP only the likeliest that together reach this probability, 0..1
 * @param minP only those at least this share as likely as the likeliest, 0..1
 * @param repeatPenalty 1 = none; a little above 1 makes repetition less likely
 * @param seed the same seed draws the same tokens on the same machine; negative = a new one each time
 */
public record Sampling(double temperature, int topK, double topP, double minP, double repeatPenalty, long seed) {
    public static final Sampling DEFAULT = new Sampling(0.7, 40, 0.95, 0.05, 1.05, -1);
    public static final Sampling GREEDY = new Sampling(0, 0, 1, 0, 1, 0);

    public Sampling withSeed(long newSeed) {
        return new Sampling(temperature, topK, topP, minP, repeatPenalty, newSeed);
    }

    public Sampling withTemperature(double newTemperature) {
        return new Sampling(newTemperature, topK, topP, minP, repeatPenalty, seed);
    }

    public Sampling withTopK(int newTopK) {
        return new Sampling(temperature, newTopK, topP, minP, repeatPenalty, seed);
    }

    public Sampling withTopP(double newTopP) {
        return new Sampling(temperature, topK, newTopP, minP, repeatPenalty, seed);
    }

    public Sampling withMinP(double newMinP) {
        return new Sampling(temperature, topK, topP, newMinP, repeatPenalty, seed);
    }

    public Sampling withRepeatPenalty(double newRepeatPenalty) {
        return new Sampling(temperature, topK, topP, minP, newRepeatPenalty, seed);
    }
}
