package app.parlance.engine.llama.protocol;

import app.parlance.engine.Adapter;
import app.parlance.engine.CacheType;
import app.parlance.engine.ChatMessage;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.PromptCache;
import app.parlance.engine.QuantizeRequest;
import app.parlance.engine.Sampling;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** {@link Order}s as bytes. */
final class OrderCodec implements Wire.Codec<Order> {
    @Override
    public void write(DataOutputStream out, Order order) throws IOException {
        switch (order) {
            case Order.Open open -> {
                out.writeByte(0);
                Fields.text(out, open.file());
                out.writeInt(open.contextTokens());
                out.writeInt(open.threads());
                out.writeBoolean(open.embeds());
                out.writeInt(open.sequences());
                Fields.constant(out, open.cache());
                out.writeInt(open.batch());
                Fields.list(out, open.adapters(), OrderCodec::adapter);
            }
            case Order.Generate generate -> {
                out.writeByte(1);
                request(out, generate.request());
            }
            case Order.Count count -> {
                out.writeByte(2);
                prompt(out, count.prompt());
            }
            case Order.Embed embed -> {
                out.writeByte(3);
                Fields.list(out, embed.texts(), Fields::text);
            }
            case Order.Cancel _ -> out.writeByte(4);
            case Order.Score score -> {
                out.writeByte(5);
                prompt(out, score.prompt());
                Fields.list(out, score.continuations(), Fields::text);
            }
            case Order.Threads threads -> {
                out.writeByte(6);
                out.writeInt(threads.count());
            }
            case Order.Keep _ -> out.writeByte(7);
            case Order.Describe _ -> out.writeByte(8);
            case Order.Quantize quantize -> {
                out.writeByte(9);
                Fields.text(out, quantize.source());
                Fields.text(out, quantize.target());
                Fields.constant(out, quantize.type());
                out.writeInt(quantize.threads());
            }
        }
    }

    @Override
    public Order read(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 0 -> new Order.Open(Fields.text(in), in.readInt(), in.readInt(), in.readBoolean(), in.readInt(),
                    Fields.constant(in, CacheType.class), in.readInt(), Fields.list(in, OrderCodec::adapter));
            case 1 -> new Order.Generate(request(in));
            case 2 -> new Order.Count(prompt(in));
            case 3 -> new Order.Embed(Fields.list(in, Fields::text));
            case 4 -> new Order.Cancel();
            case 5 -> new Order.Score(prompt(in), Fields.list(in, Fields::text));
            case 6 -> new Order.Threads(in.readInt());
            case 7 -> new Order.Keep();
            case 8 -> new Order.Describe();
            case 9 -> new Order.Quantize(Fields.text(in), Fields.text(in), Fields.constant(in, QuantizeRequest.Type.class), in.readInt());
            default -> throw new IOException("no order of that kind");
        };
    }

    private static void request(DataOutputStream out, GenerateRequest request) throws IOException {
        prompt(out, request.prompt());
        Sampling sampling = request.sampling();
        out.writeDouble(sampling.temperature());
        out.writeInt(sampling.topK());
        out.writeDouble(sampling.topP());
        out.writeDouble(sampling.minP());
        out.writeDouble(sampling.repeatPenalty());
        out.writeLong(sampling.seed());
        out.writeInt(request.maxTokens());
        Fields.list(out, request.stop(), Fields::text);
        Fields.text(out, request.grammar());
        out.writeBoolean(request.reusePrefix());
        out.writeBoolean(request.cache().isPresent());
        if (request.cache().isPresent()) cache(out, request.cache().get());
    }

    private static GenerateRequest request(DataInputStream in) throws IOException {
        Prompt prompt = prompt(in);
        Sampling sampling = new Sampling(in.readDouble(), in.readInt(), in.readDouble(), in.readDouble(), in.readDouble(), in.readLong());
        return new GenerateRequest(prompt, sampling, in.readInt(), Fields.list(in, Fields::text), Fields.text(in), in.readBoolean(),
                in.readBoolean() ? Optional.of(cache(in)) : Optional.empty());
    }

    private static void cache(DataOutputStream out, PromptCache cache) throws IOException {
        Fields.text(out, cache.file().toString());
        Fields.bytes(out, cache.key());
    }

    private static PromptCache cache(DataInputStream in) throws IOException {
        return new PromptCache(Path.of(Fields.text(in)), Fields.bytes(in));
    }

    private static void adapter(DataOutputStream out, Adapter adapter) throws IOException {
        Fields.text(out, adapter.file().toString());
        out.writeFloat(adapter.scale());
    }

    private static Adapter adapter(DataInputStream in) throws IOException {
        return new Adapter(Path.of(Fields.text(in)), in.readFloat());
    }

    private static void prompt(DataOutputStream out, Prompt prompt) throws IOException {
        switch (prompt) {
            case Prompt.Text text -> {
                out.writeByte(0);
                Fields.text(out, text.text());
            }
            case Prompt.Chat chat -> {
                out.writeByte(1);
                out.writeBoolean(chat.continueLast());
                Fields.list(out, chat.messages(), OrderCodec::message);
            }
        }
    }

    private static Prompt prompt(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 0 -> new Prompt.Text(Fields.text(in));
            case 1 -> {
                boolean continueLast = in.readBoolean();
                yield new Prompt.Chat(Fields.list(in, OrderCodec::message), continueLast);
            }
            default -> throw new IOException("no prompt of that kind");
        };
    }

    private static void message(DataOutputStream out, ChatMessage message) throws IOException {
        Fields.constant(out, message.role());
        Fields.text(out, message.content());
    }

    private static ChatMessage message(DataInputStream in) throws IOException {
        return new ChatMessage(Fields.constant(in, ChatMessage.Role.class), Fields.text(in));
    }
}
