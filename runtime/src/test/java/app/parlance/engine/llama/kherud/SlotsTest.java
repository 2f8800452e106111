package app.parlance.engine.llama.kherud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class SlotsTest {
    @Test
    void twoConversationsThatTakeTurnsKeepASlotEach() {
        Slots slots = new Slots(2);
        int[] first = {1, 2, 3, 4, 5, 6};
        int[] second = {1, 9, 8, 7, 6, 5};
        int a = slots.choose(first);
        slots.remember(a, first);
        int b = slots.choose(second);
        slots.remember(b, second);
        assertNotEquals(a, b);
        assertEquals(a, slots.choose(new int[] {1, 2, 3, 4, 5, 6, 7, 8}));
        assertEquals(b, slots.choose(new int[] {1, 9, 8, 7, 6, 5, 4}));
        assertEquals(6, slots.shared(a, new int[] {1, 2, 3, 4, 5, 6, 7, 8}));
    }

    @Test
    void aThirdTakesThePlaceOfTheOneUnusedForLongest() {
        Slots slots = new Slots(2);
        int a = slots.choose(new int[] {1, 1, 1});
        slots.remember(a, new int[] {1, 1, 1});
        int b = slots.choose(new int[] {2, 2, 2});
        slots.remember(b, new int[] {2, 2, 2});
        slots.choose(new int[] {1, 1, 1});
        assertEquals(b, slots.choose(new int[] {3, 3, 3}));
    }
}
