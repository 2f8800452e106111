package app.parlance.measure.superglue;

import java.util.List;

/** An item that is answered with yes or no. */
sealed interface YesNo extends Item permits BoolQ, MultiRc, Rte, WordInContext, Winograd {
    /** The options by number. */
    int YES = 0;
    int NO = 1;

    /** Whether yes is right. */
    boolean label();

    @Override
    default List<String> options() {
        return List.of("Yes", "No");
    }

    @Override
    default boolean isRight(int option) {
        return (option == YES) == label();
    }
}
