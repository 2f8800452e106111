package app.parlance.desktop.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SizesTest {
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void back() {
        Locale.setDefault(before);
    }

    @Test
    void bytesInTheUnitThatReadsBest() {
        assertEquals("999 bytes", Sizes.bytes(999));
        assertEquals("2 kB", Sizes.bytes(1_600));
        assertEquals("1.2 MB", Sizes.bytes(1_185_376));
        assertEquals("98 MB", Sizes.bytes(98_362_432));
        assertEquals("1.0 GB", Sizes.bytes(999_600_000));
        assertEquals("1,024.0 GB", Sizes.bytes(1_024_000_000_000L));
    }

    @Test
    void twoAmountsInOneUnit() {
        assertEquals("0.9 of 2.5 GB", Sizes.of(900_000_000, 2_500_000_000L));
    }

    @Test
    void timeLeftIsRoundedUp() {
        assertEquals("1 s", Sizes.duration(0));
        assertEquals("59 s", Sizes.duration(59));
        assertEquals("2 min", Sizes.duration(61));
        assertEquals("1 h 5 min", Sizes.duration(3900));
    }
}
