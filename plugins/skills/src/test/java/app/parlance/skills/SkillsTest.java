package app.parlance.skills;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.plugin.Skill;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class SkillsTest {
    private final List<Skill> skills = ServiceLoader.load(Skill.class).stream().map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparingInt(Skill::order)).toList();

    @Test
    void fourSkillsAreFoundInTheirOrder() {
        assertEquals(List.of("explain-letter", "write-reply", "shorten-text", "plan-something"), skills.stream().map(Skill::id).toList());
    }

    @Test
    void everySkillHasItsWordsAlsoWhereNobodyTranslatedThem() {
        for (Skill skill : skills) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("eo"))) {
                assertFalse(skill.title(locale).isBlank(), skill.id());
                assertFalse(skill.description(locale).isBlank(), skill.id());
                assertFalse(skill.opening(locale).isBlank(), skill.id());
            }
        }
    }

    @Test
    void onlyWhatCanBeSentAsItIsEndsWithoutALineForThePersonsText() {
        for (Skill skill : skills) {
            boolean waits = skill.opening(Locale.ENGLISH).endsWith("\n");
            assertEquals(!skill.id().equals("plan-something"), waits, skill.id());
        }
        assertTrue(skills.size() > 1);
    }
}
