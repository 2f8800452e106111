package app.parlance.engine.llama.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.Adapter;
import app.parlance.engine.CacheType;
import app.parlance.engine.Capability;
import app.parlance.engine.ChatMessage;
import app.parlance.engine.EngineException;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.PromptCache;
import app.parlance.engine.QuantizeRequest;
import app.parlance.engine.Sampling;
import app.parlance.engine.Score;
import app.parlance.engine.StopReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WireTest {
    @Test
    void ordersArriveAsTheyWereSent() throws IOException {
        Prompt chat = new Prompt.Chat(List.of(ChatMessage.system("s"), ChatMessage.user("Grüße 😀"), ChatMessage.assistant("x".repeat(100_000))), true);
        List<Order> orders = List.of(new Order.Open("/tmp/mödel.gguf", 4096, 2, true, 4, CacheType.Q8_0, 512, List.of(new Adapter(Path.of("/tmp/ä.gguf"), 0.5f))),
                new Order.Generate(GenerateRequest.of(chat, Sampling.DEFAULT, 7).withStop(List.of("a", "")).withGrammar("root ::= \"x\"").withoutReuse()),
                new Order.Count(new Prompt.Text("text")), new Order.Embed(List.of("one", "two")), new Order.Cancel(),
                new Order.Score(chat, List.of("a", "世界")), new Order.Threads(3), new Order.Keep(), new Order.Describe(),
                new Order.Quantize("/a", "/b", QuantizeRequest.Type.Q6_K, 2));
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        for (Order order : orders) Wire.orders().write(pipe, orders.indexOf(order), order);
        ByteArrayInputStream in = new ByteArrayInputStream(pipe.toByteArray());
        for (Order order : orders) assertEquals(new Frame<>(orders.indexOf(order), order), Wire.orders().read(in).orElseThrow());
        assertTrue(Wire.orders().read(in).isEmpty());
    }

    @Test
    void aPlaceForTheConversationsStateArrivesToo() throws IOException {
        byte[] key = {1, 2, 3};
        var order = new Order.Generate(GenerateRequest.of(new Prompt.Text("x"), Sampling.GREEDY, 1).withCache(new PromptCache(Path.of("/tmp/c"), key)));
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        Wire.orders().write(pipe, 1, order);
        var read = (Order.Generate) Wire.orders().read(new ByteArrayInputStream(pipe.toByteArray())).orElseThrow().content();
        assertEquals(Path.of("/tmp/c"), read.request().cache().orElseThrow().file());
        assertArrayEquals(key, read.request().cache().orElseThrow().key());
    }

    @Test
    void whatNativeCodePrintsBetweenFramesIsPassedOver() throws IOException {
        List<Report> reports = List.of(new Report.Opened(1, 4, CacheType.Q4_0, Set.of(Capability.SCORES), true), new Report.Progress(0.25), new Report.Refused(EngineException.Kind.REFUSED, "no", ""), new Report.Accepted(3),
                new Report.PromptRead(4, 5), new Report.Written("你好", 2), new Report.Finished(StopReason.LENGTH, 1, 2, 3), new Report.Counted(9), new Report.Scored(List.of(new Score(-1.5, 2))), new Report.Described("v1", "libx.so"), new Report.Done(), new Report.Alive());
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        for (Report report : reports) {
            pipe.writeBytes("some library: loading…\n\u0001".getBytes(StandardCharsets.UTF_8));
            Wire.reports().write(pipe, 7, report);
        }
        ByteArrayInputStream in = new ByteArrayInputStream(pipe.toByteArray());
        for (Report report : reports) assertEquals(new Frame<>(7, report), Wire.reports().read(in).orElseThrow());
    }

    @Test
    void vectorsKeepEveryBit() throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        Wire.reports().write(pipe, 1, new Report.Embedded(List.of(new float[] {1, -0.5f, Float.MIN_VALUE})));
        Report read = Wire.reports().read(new ByteArrayInputStream(pipe.toByteArray())).orElseThrow().content();
        assertArrayEquals(new float[] {1, -0.5f, Float.MIN_VALUE}, ((Report.Embedded) read).vectors().getFirst());
    }

    @Test
    void aCutFrameIsTheEndAndALyingOneAnError() throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        Wire.reports().write(pipe, 1, new Report.Written("hello", 1));
        byte[] whole = pipe.toByteArray();
        assertTrue(Wire.reports().read(new ByteArrayInputStream(whole, 0, 6)).isEmpty());
        assertTrue(Wire.reports().read(new ByteArrayInputStream(whole, 0, whole.length - 3)).isEmpty());
        byte[] lying = Arrays.copyOf(whole, whole.length);
        lying[4] = 0x7f;
        assertThrows(IOException.class, () -> Wire.reports().read(new ByteArrayInputStream(lying)));
    }
}
