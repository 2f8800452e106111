package app.parlance.desktop.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.desktop.markdown.TextStyle.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    private static List<Line> lines(String source) { return new Markdown(1).lines(source); }

    @Test void stylesInline() {
        var spans = lines("a **b** *c* ~~d~~ `e` [f](https://x.org)").getFirst().spans();
        assertTrue(spans.stream().anyMatch(s -> s.segment().text().equals("b") && s.style().bold()));
        assertTrue(spans.stream().anyMatch(s -> s.segment().text().equals("c") && s.style().italic()));
        assertTrue(spans.stream().anyMatch(s -> s.segment().text().equals("d") && s.style().strike()));
        assertTrue(spans.stream().anyMatch(s -> s.segment().text().equals("e") && s.style().tone() == Tone.CODE));
        assertTrue(spans.stream().anyMatch(s -> s.segment().text().equals("f") && s.style().link().equals("https://x.org")));
    }

    @Test void imagesAndHtmlAreText() {
        assertEquals("A fox (https://x.org/f.png) <b>no</b>", lines("![A fox](https://x.org/f.png) <b>no</b>").getFirst().text());
        assertEquals("<script>alert(1)</script>", lines("<script>alert(1)</script>").getFirst().text());
    }

    @Test void listsNumberAndNest() {
        var lines = lines("3. a\n   - b\n4. c\n\n- [x] d");
        assertEquals(List.of("3.", "\u2022", "4.", "\u2611"), lines.stream().map(l -> l.style().marker()).toList());
        assertTrue(lines.get(1).style().indent() > lines.get(0).style().indent());
    }

    @Test void codeIsColouredByItsLanguage() {
        var line = lines("```java\nint a = 1; // one\n```").get(1);
        assertEquals(List.of(Tone.KEYWORD, Tone.NUMBER, Tone.COMMENT), line.spans().stream().map(s -> s.style().tone())
                .filter(t -> t != Tone.CODE).toList());
        var python = lines("```python\n\"\"\"a\nreturn\n\"\"\"\nreturn\n```");
        assertEquals(Tone.STRING, python.get(2).spans().getFirst().style().tone());
        assertEquals(Tone.KEYWORD, python.get(4).spans().getFirst().style().tone());
    }

    @Test void everyLineKnowsItsSource() {
        var source = "# H\n\n> q **w**\n\n```sh\nls\n```\n\n| a |\n|---|\n| b |\n";
        var lines = lines(source);
        var sources = lines.stream().map(l -> source.substring(l.style().from(), l.style().to())).toList();
        assertEquals(List.of("# H", "> q **w**", "```sh", "ls", "```", "| a |\n|---|", "| b |", ""), sources);
    }

    @Test void emojiAreFoundAsWholeSequences() {
        var spans = Emojis.index().spans("x\uD83D\uDC4B\uD83C\uDFFD\uD83C\uDDE9\uD83C\uDDEA\u00A9 1\uFE0F\u20E3 12", TextStyle.PLAIN);
        assertEquals(List.of("x", "\uD83D\uDC4B\uD83C\uDFFD", "\uD83C\uDDE9\uD83C\uDDEA", "\u00A9 ", "1\uFE0F\u20E3", " 12"),
                spans.stream().map(s -> s.segment().text()).toList());
        assertEquals(3, spans.stream().filter(s -> s.segment() instanceof Segment.Emoji).count());
    }

    @Test void growingTextEndsAsTheWholeTextBegins() {
        var source = """
                # T

                one *two
                three* four
                ***five*** six

                - a
                - b

                  c
                1. d
                1. e
                   - f

                     g
                1. h
                1. i

                > q
                > r

                ```java
                int x = 1;

                /* y
                z */
                ```
                | a | b |
                |---|--:|
                | 1 | 2 |
                | 3 | 4 |
                | 5 | `6` |

                Setext
                ===
                end""";
        var whole = lines(source);
        var random = new Random(7);
        for (int run = 0; run < 60; run++) {
            var markdown = new Markdown(1);
            var settled = new ArrayList<Line>();
            List<Line> rest = List.of();
            var open = Markdown.Cut.START;
            for (int at = 0; at < source.length(); ) {
                at = Math.min(source.length(), at + 1 + random.nextInt(12));
                var part = markdown.part(source.substring(0, at), open);
                settled.addAll(part.lines().subList(0, part.settled()));
                rest = part.lines().subList(part.settled(), part.lines().size());
                open = part.next();
            }
            settled.addAll(rest);
            for (int i = 0; i < Math.min(whole.size(), settled.size()); i++) assertEquals(whole.get(i), settled.get(i), "run " + run);
            assertEquals(whole.size(), settled.size());
        }
    }

    @Test void hostileTextNeitherHangsNorFails() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (var text : List.of(">".repeat(20_000), "- ".repeat(20_000), "*a ".repeat(30_000), "[".repeat(30_000), "`".repeat(30_001) + "a",
                    "x".repeat(1_000_000), "<a ".repeat(20_000), "|a".repeat(5_000) + "|\n" + "|-".repeat(5_000) + "|\n|b|", "**a ".repeat(20_000),
                    "\u0000\u0001\u001B[31m\uD800 \uDC00\u2028\u0085", "```java\n" + "\"".repeat(200_000) + "\n```", "a\r\nb\rc", "&#0;&bogus;")) {
                var lines = lines(text);
                assertTrue(lines.stream().allMatch(l -> l.length() <= 2_001), text.substring(0, Math.min(20, text.length())));
                assertFalse(lines.stream().anyMatch(l -> l.text().chars().anyMatch(c -> c < ' ' && c != '\t')));
            }
        });
    }
}
