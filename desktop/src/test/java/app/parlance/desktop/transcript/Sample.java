package app.parlance.desktop.transcript;

import app.parlance.desktop.transcript.Transcript.Entry;
import app.parlance.desktop.transcript.Transcript.Role;
import app.parlance.desktop.transcript.Transcript.State;
import java.util.List;

/** Messages with everything in them that an answer may hold. */
final class Sample {
    static final String INTEREST = """
            Multiply the balance by **1 + rate** once for each year:

            ```java
            static double balance(double principal, double rate, int years) {
                for (int year = 0; year < years; year++) principal *= 1 + rate;
                return principal;  // 1000 at 3 % for 10 years: 1343.92
            }
            ```

            | Years | Balance | Interest earned |
            |---|---|---|
            | 5 | 1,159.27 € | 159.27 € |
            | 10 | 1,343.92 € | 343.92 € |
            | 20 | 1,806.11 € | 806.11 € |

            The loop form is easier to check against the bank's yearly statement than `Math.pow`.""";

    static final String MIXED = """
            # A heading of the first level

            A paragraph with *emphasis*, **strong words**, ***both***, ~~what was~~, `inline code`, a
            [link](https://example.org/a?b=c "title") and an image: ![A red fox](https://example.org/fox.png).

            ## Lists

            1. First, with a longer text that goes on and on until it has to be wrapped into a second line, where it must hang under the text
               - nested **one**
               - nested two
                 1. deeper
                 2. deeper still
            2. Second
            3. Third

            - [x] done
            - [ ] to do
            - plain

            > A quote that says something worth keeping, in words that take more than a single line in any but the widest window there is.
            >
            > > With another within it.
            >
            > And its end.

            ### Emoji 🎉 and scripts

            Hello 👋🏽 family 👨‍👩‍👧‍👦, flags 🇩🇪🇯🇵, keycap 1️⃣, heart ❤️, text signs © ® ™ ✔.

            مرحبا بالعالم، هذا نص عربي طويل بما يكفي ليظهر على أكثر من سطر واحد في العمود الضيق، ومعه رقم 123 وكلمة Java في الوسط.

            שלום עולם, זה טקסט בעברית.

            面试自我介绍：可以先用一句话概括你的经验，然后说明你为什么适合这个职位。

            สวัสดีชาวโลก นี่คือข้อความภาษาไทย

            Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsmitgliederversammlungsprotokollführerin and https://example.org/a/very/long/path/that/does/not/end/until/it/has/filled/more/than/one/line?of=the&column=yes&and=more

            ---

            ```python
            from dataclasses import dataclass

            @dataclass
            class Point:
                \"""A point in the plane.\"""
                x: float = 0.0

                def norm(self) -> float:
                    return (self.x ** 2 + 1) ** 0.5  # a comment 🎈 and a very long line that has to be scrolled sideways, since code does not wrap
            ```

            ```sql
            SELECT name, count(*) FROM message WHERE role = 'user' GROUP BY name -- all
            ```

            ```json
            {"name": "Parlance", "offline": true, "answers": [1, 2.5, null]}
            ```

            <details>raw HTML stays text</details>

            | Left | Centre | Right | A wide column | Another wide one | One more |
            |:-----|:------:|------:|---|---|---|
            | `a` | **b** | 1 | some words that fill the cell until it wraps because they are really many | more words in here, quite a few | end of the row of this table |
            | ~~x~~ | 🎉 | 22,000 | short | also short | مرحبا |
            """;

    private Sample() { }

    static List<Entry> entries() {
        return List.of(
                user(1, "How do I compute compound interest in Java, and what do 1,000 € become at 3 % in 5, 10 and 20 years?"),
                answer(2, INTEREST, 2, 2, State.WHOLE),
                user(3, "And monthly?"));
    }

    static List<Entry> mixed() {
        return List.of(
                user(1, "Show me everything 🎉\n\n    int kept = 1;   // as typed"),
                answer(2, MIXED, 1, 1, State.STOPPED),
                user(3, "مرحبا، كيف حالك؟"),
                answer(4, INTEREST, 2, 3, State.WHOLE));
    }

    static Entry user(long id, String text) { return new Entry(id, Role.USER, text, "", 1, 1, "", State.WHOLE); }

    static Entry answer(long id, String text, int branch, int branches, State state) {
        return new Entry(id, Role.ASSISTANT, text, "Qwen2.5 0.5B", branch, branches, "214 tokens · 20.4 ms/token · first after 0.4 s", state);
    }

    static Entry growing(long id) {
        return new Entry(id, Role.ASSISTANT, "", "Qwen2.5 0.5B", 1, 1, "", State.STREAMING);
    }
}
