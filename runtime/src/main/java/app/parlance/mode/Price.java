package app.parlance.mode;

import app.parlance.fit.Fit;
import app.parlance.measure.Accuracy;
import app.parlance.measure.Speed;
import java.util.Optional;

/**
 * What a mode costs and gives on this machine, as measured.
 *
 * @param plan what stands behind it
 * @param fit what it takes in memory, estimated
 * @param speed empty = not measured yet
 * @param accuracy the newest, BoolQ before others; empty = not measured yet
 * @param advice what another model would gain, as a sentence; empty where there is nothing to say
 */
public record Price(Plan plan, Fit fit, Optional<Speed> speed, Optional<Accuracy> accuracy, String advice) { }
