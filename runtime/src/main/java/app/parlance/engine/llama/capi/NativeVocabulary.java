package app.parlance.engine.llama.capi;

import app.parlance.engine.ChatMessage;
import app.parlance.engine.llama.binding.NativeModel;
import app.parlance.engine.llama.host.Vocabulary;
import java.util.List;

/** A model's tokenizer, and llama.cpp's fixed templates: it compares the model's own with those it knows. */
record NativeVocabulary(NativeModel model, String template) implements Vocabulary {
    @Override
    public int[] tokenize(String text) {
        return model.tokenize(text, false, true);
    }

    @Override
    public String render(List<ChatMessage> messages) {
        String rendered = model.applyTemplate(template, messages.stream().map(message -> message.role().word()).toList(),
                messages.stream().map(ChatMessage::content).toList(), true);
        return rendered == null ? "" : rendered;
    }
}
