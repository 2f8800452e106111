package app.parlance.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransferRateTest {
    private static final long SECOND = 1_000_000_000L;
    private final TransferRate rate = new TransferRate();

    @Test void nothingIsSaidTooEarly() {
        assertEquals(Optional.empty(), rate.timeLeft(100));
        rate.at(0, 0);
        rate.at(SECOND / 10, 50);
        assertEquals(0, rate.bytesPerSecond());
    }

    @Test void theLastTenSecondsCount() {
        for (int second = 0; second <= 30; second++) {
            rate.at(second * SECOND, second <= 10 ? second * 1000L : 10_000 + (second - 10) * 100L);
        }
        assertEquals(100, rate.bytesPerSecond());
        assertEquals(Optional.of(Duration.ofSeconds(80)), rate.timeLeft(20_000));
    }

    @Test void aNewStartForgetsTheOldSpeed() {
        rate.at(0, 0);
        rate.at(SECOND, 1000);
        rate.at(2 * SECOND, 10);
        assertEquals(0, rate.bytesPerSecond());
    }

    @Test void sizesInWords() {
        assertEquals("512 bytes", ByteSize.text(512));
        assertEquals("98 MB", ByteSize.text(98_362_432));
        assertEquals("1.1 GB", ByteSize.text(1_117_320_768));
        assertEquals("1.0 GB", ByteSize.text(999_900_000));
    }
}
