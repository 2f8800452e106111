package app.parlance.engine;

import java.nio.file.Path;

/**
 * Where what a model computed of a conversation is kept, so that it need not read it all again after a restart.
 * The file is encrypted; without the key it is noise, so who forgets the key has deleted the content.
 *
 * @param file made where there is none; one that does not fit the model, the engine or the key is passed over and replaced
 * @param key 32 random bytes, the same for the same file
 */
public record PromptCache(Path file, byte[] key) { }
