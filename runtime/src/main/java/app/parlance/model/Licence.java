package app.parlance.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What a model is given under.
 *
 * @param name SPDX name where there is one
 * @param text to be shown before the first download
 * @param whole whether the text is the licence itself, and no word on where it is to be read
 */
public record Licence(String name, String text, boolean whole) {
    private static final Set<String> BUNDLED = Set.of("Apache-2.0", "MIT");

    public static Licence of(String name) {
        return BUNDLED.contains(name) ? new Licence(name, bundled(name), true) : new Licence(name, terms(name) + "\n\n"
                + "The text itself is in the model's repository, with the file. By getting the model you agree to it; read it there first.", false);
    }

    /** What is certain, and no more: the texts themselves are their authors' to give. */
    private static String terms(String name) {
        return switch (name) {
            case "Llama 3.2 Community" -> "The Llama 3.2 Community License Agreement of Meta. It allows use, change and passing on, under conditions: among others an "
                    + "acceptable use policy, naming Llama where the model is built upon or passed on, and a licence of its own for the very largest companies.";
            case "Gemma" -> "The Gemma Terms of Use of Google. They allow use, change and passing on, under conditions: among others a policy of prohibited uses "
                    + "that must be passed on with the model.";
            default -> "This model is given under the licence “" + name + "”. Parlance does not hold its text.";
        };
    }

    private static String bundled(String name) {
        try (var data = Licence.class.getResourceAsStream("licences/" + name + ".txt")) {
            return new String(data.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException broken) {
            throw new UncheckedIOException("the bundled licence " + name + " cannot be read", broken);
        }
    }
}
