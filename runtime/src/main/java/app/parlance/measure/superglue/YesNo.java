package app.parlance.measure.superglue;

import java.util.List;

/** The options of questions that are true or not. */
final class YesNo {
    static final int YES = 0;
    static final int NO = 1;
    static final List<String> OPTIONS = List.of("Yes", "No");

    private YesNo() { }

    static boolean isRight(int option, boolean label) {
        return (option == YES) == label;
    }
}
