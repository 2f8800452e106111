package app.parlance.engine.llama.binding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.Sampling;
import app.parlance.engine.TestModels;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SamplerChainTest {
    private static final String PROMPT = "<|im_start|>user\nWhich language is this text? Der Zug fährt um neun Uhr ab.<|im_end|>\n<|im_start|>assistant\n";
    private static final String JSON = """
            root ::= "{\\"language\\": \\"" ("English" | "German" | "French") "\\", \\"confidence\\": 0." [0-9] [0-9] "}"
            """;

    private static NativeModel model;

    @BeforeAll
    static void load() throws Exception {
        model = NativeModel.load(TestLibrary.open(), TestModels.smolLm(), LoadSettings.DEFAULT);
    }

    @AfterAll
    static void close() {
        if (model != null) model.close();
    }

    @Test
    void theSameSeedDrawsTheSame() throws Exception {
        var lively = new Sampling(1.5, 40, 0.95, 0.01, 1.1, 7);
        int[] first = answer(lively, null, 20);
        assertArrayEquals(first, answer(lively, null, 20));
        assertFalse(Arrays.equals(first, answer(lively.withSeed(8), null, 20)), "another seed draws otherwise");
    }

    @Test
    void greedyDrawsTheLikeliestAndAPenaltyChangesIt() throws Exception {
        try (var context = NativeContext.open(model, ContextSettings.toWrite(256, 1, 1));
                var batch = new TokenBatch(256);
                var greedy = SamplerChain.of(model, Sampling.GREEDY);
                var penalised = SamplerChain.of(model, Sampling.GREEDY.withRepeatPenalty(1000))) {
            int last = read(context, batch);
            int likeliest = greedy.sample(context, last);
            greedy.accept(likeliest);
            assertEquals(likeliest, greedy.sample(context, last));
            assertThrows(IllegalArgumentException.class, () -> greedy.sample(context, 0), "no output was asked for there");
            assertEquals(likeliest, penalised.sample(context, last));
            assertNotEquals(likeliest, penalised.sample(context, last), "it was drawn before");
        }
    }

    @Test
    void aGrammarIsHonoured() throws Exception {
        for (Sampling sampling : new Sampling[] {Sampling.GREEDY, Sampling.DEFAULT.withTemperature(1.5)}) {
            int[] tokens = answer(sampling, JSON, 60);
            String text = NativeModelTest.text(model, tokens);
            assertTrue(text.matches("\\{\"language\": \"(English|German|French)\", \"confidence\": 0\\.[0-9][0-9]}"), text);
            assertTrue(model.isEnd(tokens[tokens.length - 1]), "the grammar ends the answer");
        }
    }

    @Test
    void afterTheGrammarsEndOnlyTheEndIsLeft() throws Exception {
        try (var grammar = GrammarSampler.of(model, "root ::= \"a\"").orElseThrow()) {
            grammar.accept(model.tokenize("a", false, false)[0]);
            assertFalse(grammar.allows(model.tokenize("b", false, false)[0]));
            assertTrue(grammar.allows(model.endToken()));
        }
    }

    @Test
    void aGrammarThatCannotBeReadIsEmpty() {
        assertTrue(GrammarSampler.of(model, "root ::= (((").isEmpty());
        assertTrue(GrammarSampler.of(model, "start ::= \"a\"").isEmpty(), "no root");
        assertTrue(GrammarSampler.of(model, "root ::= root \"a\"").isEmpty(), "endless");
        assertTrue(GrammarSampler.of(model, "root ::= other").isEmpty(), "nowhere told");
        assertTrue(GrammarSampler.of(model, "root ::= \"a\"{100000000}").isEmpty(), "too often");
        assertTrue(GrammarSampler.of(model, "").isEmpty() && GrammarSampler.of(model, " \n").isEmpty());
        assertTrue(GrammarSampler.of(model, "root ::= \"a\" \u0000").isEmpty());
    }

    @Test
    void charactersOfSeveralTokensAreWritten() throws Exception {
        assertEquals("😀你好é", NativeModelTest.text(model, answer(Sampling.GREEDY, "root ::= \"😀你好é\"", 40)));
    }

    private static int[] answer(Sampling sampling, String gbnf, int limit) throws Exception {
        int[] drawn = new int[limit];
        int count = 0;
        try (var context = NativeContext.open(model, ContextSettings.toWrite(256, 1, 1));
                var batch = new TokenBatch(256);
                var chain = SamplerChain.of(model, sampling);
                var grammar = gbnf == null ? null : GrammarSampler.of(model, gbnf).orElseThrow()) {
            int last = read(context, batch);
            int length = batch.size();
            while (count < limit) {
                int token = grammar == null ? chain.sample(context, last) : chain.sample(context, last, grammar);
                drawn[count++] = token;
                if (model.isEnd(token)) break;
                batch.clear();
                last = batch.add(token, length + count - 1, 0, true);
                assertEquals(DecodeResult.DONE, context.decode(batch));
            }
        }
        return Arrays.copyOf(drawn, count);
    }

    /** Returns the index of the token to go on after. */
    private static int read(NativeContext context, TokenBatch batch) {
        int[] prompt = model.tokenize(PROMPT, true, true);
        int last = 0;
        for (int i = 0; i < prompt.length; i++) last = batch.add(prompt[i], i, 0, i == prompt.length - 1);
        assertEquals(DecodeResult.DONE, context.decode(batch));
        return last;
    }
}
