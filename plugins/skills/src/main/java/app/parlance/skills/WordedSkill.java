package app.parlance.skills;

import app.parlance.plugin.Skill;
import java.util.Locale;
import java.util.ResourceBundle;

/** A skill that is nothing but its words: {@code messages*.properties} holds them under the skill's id. */
abstract class WordedSkill implements Skill {
    private final String id;
    private final int order;

    WordedSkill(String id, int order) {
        this.id = id;
        this.order = order;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public String title(Locale locale) {
        return word("title", locale);
    }

    @Override
    public String description(Locale locale) {
        return word("description", locale);
    }

    @Override
    public String opening(Locale locale) {
        return word("opening", locale);
    }

    /** Without a translation the English words are used, never those of the system's own language. */
    private String word(String part, Locale locale) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle("app.parlance.skills.messages", locale, WordedSkill.class.getClassLoader(), control)
                .getString(id + "." + part);
    }
}
