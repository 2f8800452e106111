package app.parlance.model;

import java.util.List;

/**
 * One variant of a model, and so one file, that can be fetched.
 *
 * @param model what all its variants share
 * @param id short and stable, for the command line, for example {@code smollm2-135m-q4-k-m}
 * @param quantization in llama.cpp's words, for example {@code Q4_K_M}
 * @param file the file's name in the store
 * @param bytes the whole file's length
 * @param sha256 of the whole file, in lower-case hexadecimal digits
 * @param starter 1 instant, 2 good, 3 best, 0 none
 * @param sources in the order they are tried in
 */
public record CatalogueEntry(CatalogueModel model, String id, String quantization, String file, long bytes, String sha256, int starter, List<Source> sources) {
    public CatalogueEntry {
        sources = List.copyOf(sources);
    }

    public String name() {
        return model.name();
    }

    public String expect() {
        return model.expect();
    }

    public String licence() {
        return model.licence();
    }

    public String architecture() {
        return model.architecture();
    }

    /** Tokens it was trained on; 0 where not known for certain. */
    public int context() {
        return model.context();
    }

    public List<String> languages() {
        return model.languages();
    }
}
