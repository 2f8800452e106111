package app.parlance.model;

import app.parlance.gguf.ModelShape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A model that can be had in one or more variants; each variant is a {@link CatalogueEntry}.
 *
 * @param id short and stable, for example {@code smollm2-135m}
 * @param tasks what it is made for, the first its main one
 * @param defaultFor the tasks it is the named default of, on machines that hold it
 * @param expect one or two sentences on what it is good for and what not
 * @param licence SPDX name where there is one
 * @param architecture {@code general.architecture} of its files
 * @param context tokens it was trained on; 0 where not known for certain
 * @param languages BCP 47 tags it is known to carry; {@code mul} for many
 * @param shape the sizes that decide what it takes in memory; empty where not known for certain
 */
public record CatalogueModel(String id, String name, List<Task> tasks, Set<Task> defaultFor, String expect, String licence, String architecture,
        int context, List<String> languages, Optional<ModelShape> shape) {
    /** What a model is made for. */
    public enum Task {
        CHAT, TRANSLATION, EMBEDDINGS, RERANK;

        /** As the data file writes it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public CatalogueModel {
        tasks = List.copyOf(tasks);
        defaultFor = Set.copyOf(defaultFor);
        languages = List.copyOf(languages);
    }

    /** Its main one. */
    public Task task() {
        return tasks.getFirst();
    }
}
