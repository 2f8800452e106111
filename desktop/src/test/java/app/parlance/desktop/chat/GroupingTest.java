package app.parlance.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.parlance.history.Conversation;
import app.parlance.history.ConversationSettings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static Conversation on(LocalDate day, boolean pinned) {
        var time = day.atTime(0, 5).atZone(ZONE).toInstant();
        return new Conversation(1, "", false, pinned, time, time, "", 0, ConversationSettings.DEFAULT);
    }

    @Test
    void daysCountAsPeopleCountThemWherePeopleAre() {
        var groups = new Grouping(TODAY, ZONE, Locale.ENGLISH).of(List.of(on(TODAY.minusYears(1), true), on(TODAY, false), on(TODAY.minusDays(1), false),
                on(TODAY.minusDays(6), false), on(TODAY.minusDays(7), false), on(TODAY.minusDays(70), false), on(TODAY.minusDays(71), false)));
        assertEquals(List.of("Pinned", "Today", "Yesterday", "Last 7 days", "March 2026", "December 2025"), List.copyOf(groups.keySet()));
        assertEquals(2, groups.get("December 2025").size() + groups.get("March 2026").size() - 1);
    }

    @Test
    void monthsAreNamedInThePersonsLanguage() {
        var groups = new Grouping(TODAY, ZONE, Locale.GERMAN).of(List.of(on(LocalDate.of(2025, 12, 24), false)));
        assertEquals("Dezember 2025", groups.keySet().iterator().next());
    }
}
