package app.parlance.engine.llama.capi;

import app.parlance.engine.Score;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Scores that come in any order, told together when the last is there. */
final class ScoreList {
    private final Score[] scores;
    private final Consumer<List<Score>> result;
    private int missing;

    ScoreList(int size, Consumer<List<Score>> result) {
        scores = new Score[size];
        missing = size;
        this.result = result;
        if (size == 0) result.accept(List.of());
    }

    Consumer<Score> at(int index) {
        return score -> {
            scores[index] = score;
            if (--missing == 0) result.accept(Arrays.asList(scores));
        };
    }
}
