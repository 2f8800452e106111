package app.parlance.model;

import java.util.List;

/**
 * A model that can be fetched.
 *
 * @param id short and stable, for the command line, for example {@code smollm2-135m}
 * @param expect one sentence on what it is good for and what not
 * @param file the file's name in the store
 * @param context tokens it was trained on
 * @param languages BCP 47 tags it is known to carry
 * @param starter 1 instant, 2 good, 3 best, 0 none
 */
public record CatalogueEntry(String id, String name, String task, String expect, String file, long bytes, String sha256,
        String licence, String architecture, String quantization, int context, List<String> languages, int starter, List<Source> sources) {
    public CatalogueEntry {
        languages = List.copyOf(languages);
        sources = List.copyOf(sources);
    }
}
