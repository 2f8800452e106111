package app.parlance.desktop.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FitTest {
    @Test
    void aModelNeedsMoreThanItsFile() {
        assertEquals(1_500_000_000L, Fit.of(1_000_000_000L, 0).needed());
    }

    @Test
    void levelsFollowTheFreeMemory() {
        assertEquals(Fit.Level.FITS, Fit.of(1_000_000_000L, 2_000_000_000L).level());
        assertEquals(Fit.Level.TIGHT, Fit.of(1_000_000_000L, 1_600_000_000L).level());
        assertEquals(Fit.Level.TOO_BIG, Fit.of(1_000_000_000L, 1_400_000_000L).level());
    }
}
