package app.parlance.engine.llama.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StopFilterTest {
    @Test
    void aStopTextThatComesInPiecesNeverShows() {
        StopFilter filter = new StopFilter(List.of("<|end|>"));
        assertEquals("Hello ", filter.accept("Hello <|"));
        assertEquals("", filter.accept("en"));
        assertEquals("", filter.accept("d|> and more"));
        assertTrue(filter.isStopped());
        assertEquals("", filter.accept("more"));
        assertEquals("", filter.rest());
    }

    @Test
    void whatOnlyLookedLikeAStopTextIsShown() {
        StopFilter filter = new StopFilter(List.of("<|end|>", "\nUser:"));
        assertEquals("a", filter.accept("a<|e"));
        assertEquals("<|em", filter.accept("m"));
        assertEquals("", filter.accept("\nUse"));
        assertEquals("\nUse", filter.rest());
        assertFalse(filter.isStopped());
    }

    @Test
    void theFirstOfSeveralStopTextsCounts() {
        assertEquals("x", new StopFilter(List.of("two", "one")).accept("xone two"));
    }
}
