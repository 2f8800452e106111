package app.parlance.desktop.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BriefNameTest {
    @ParameterizedTest
    @CsvSource({
            "Qwen2.5 Coder 1.5B Instruct Q4_K_M, Qwen2.5 Coder 1.5B",
            "SmolLM2 135M Instruct Q4_1, SmolLM2 135M",
            "Phi-3 mini 4K Instruct, Phi-3 mini 4K",
            "Gemma 3 1B it IQ4_XS, Gemma 3 1B",
            "Stories260K F32, Stories260K",
            "Q4_K_M, Q4_K_M",
            "Italian Poems 7B BF16, Italian Poems 7B"})
    void namesAreShort(String name, String brief) {
        assertEquals(brief, BriefName.of(name));
    }
}
