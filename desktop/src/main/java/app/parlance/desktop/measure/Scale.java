package app.parlance.desktop.measure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An axis: from where to where it runs, and the distance of its ticks, all three in the data's unit.
 * The step is 1, 2 or 5 times a power of ten, and both ends lie on a tick.
 */
record Scale(double low, double high, double step) {
    /**
     * The smallest scale with round ticks that holds both values.
     *
     * @param ticks about how many intervals are wanted
     */
    static Scale of(double least, double most, int ticks) {
        double span = Math.max(most - least, Math.max(1e-9, Math.abs(most) * 1e-6));
        double raw = span / ticks;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double lead = raw / power;
        double step = power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
        return new Scale(Math.floor(least / step + 1e-9) * step, Math.ceil(most / step - 1e-9) * step, step);
    }

    /** Of milliseconds a token: from 0, with room right of the slowest, and with the line of 150 where something comes near it. */
    static Scale millis(double slowest) {
        return of(0, slowest > NEAR ? Math.max(slowest, Bench.LIMIT_MILLIS) * 1.1 : slowest * 1.3, 5);
    }

    /** Of accuracy in percent: tens around what was measured, within 0 to 100. */
    static Scale percent(double least, double most) {
        double low = Math.max(0, least - 5);
        double high = Math.min(100, most + 5);
        if (high - low < 20) {
            low = Math.max(0, Math.min(low, (low + high) / 2 - 10));
            high = Math.min(100, low + 20);
            low = Math.min(low, high - 20);
        }
        var scale = of(low, high, 5);
        return new Scale(Math.max(0, scale.low()), Math.min(100, scale.high()), scale.step());
    }

    /** From here on, in milliseconds, the limit of 150 is worth seeing. */
    private static final double NEAR = 90;

    List<Double> ticks() {
        return IntStream.rangeClosed(0, (int) Math.round((high - low) / step)).mapToObj(i -> low + i * step).toList();
    }

    /** Where a value lies, 0 at the low end and 1 at the high one. */
    double share(double value) {
        return (value - low) / (high - low);
    }
}
