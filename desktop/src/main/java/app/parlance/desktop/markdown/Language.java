package app.parlance.desktop.markdown;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the highlighter knows of a programming language.
 *
 * @param token    finds the next thing in a line; the group that matched says what it is
 * @param spanning what may go over several lines: what opens it, what closes it
 * @param anyCase  whether the case of keywords does not count
 */
record Language(Set<String> keywords, Pattern token, Map<String, String> spanning, boolean anyCase) {
    private static final String C_TYPES = "bool char double float int long short signed unsigned void ";
    private static final String C_FLOW = "break case continue default do else for goto if return switch while ";
    private static final Map<String, String> C_LONG = Map.of("/*", "*/");
    private static final Map<String, Language> BY_NAME = new HashMap<>();

    static {
        define("java jsh groovy", "//", Map.of("/*", "*/", "\"\"\"", "\"\"\""), "\"'", C_FLOW + """
                abstract assert boolean byte catch char class double enum extends final finally float implements import instanceof int
                interface long native new null package permits private protected public record sealed short static strictfp super
                synchronized this throw throws transient true false try var void volatile when yield non-sealed""");
        define("kotlin kt kts", "//", Map.of("/*", "*/", "\"\"\"", "\"\"\""), "\"'", """
                as break by catch class companion constructor continue data do else enum false finally for fun if import in init inline
                interface internal is it lateinit null object open out override package private protected public return sealed super
                suspend this throw true try typealias val var vararg when where while""");
        define("scala", "//", Map.of("/*", "*/", "\"\"\"", "\"\"\""), "\"", """
                abstract case catch class def do else enum extends false final finally for given if implicit import lazy match new null
                object override package private protected return sealed super then this throw trait true try type using val var while with yield""");
        define("c h", "//", C_LONG, "\"'", C_FLOW + C_TYPES + """
                auto const enum extern inline register restrict sizeof static struct typedef union volatile NULL
                #include #define #ifdef #ifndef #if #else #endif #pragma""");
        define("cpp c++ cc cxx hpp", "//", C_LONG, "\"'", C_FLOW + C_TYPES + """
                auto catch class concept const constexpr co_await co_return co_yield decltype delete enum explicit export extern false final
                friend inline mutable namespace new noexcept nullptr operator override private protected public requires sizeof static struct
                template this throw true try typedef typename union using virtual volatile #include #define #ifdef #ifndef #if #else #endif #pragma""");
        define("csharp cs c#", "//", C_LONG, "\"'", C_FLOW + """
                abstract as async await base bool byte catch char checked class const decimal delegate double enum event explicit extern false
                finally fixed float foreach get in init int interface internal is lock long namespace new null object operator out override
                params private protected public readonly record ref required sealed set short sizeof static string struct this throw true try
                typeof uint ulong using var virtual void when where with yield""");
        define("go golang", "//", Map.of("/*", "*/", "`", "`"), "\"'", """
                break case chan const continue default defer else fallthrough for func go goto if import interface map package range return
                select struct switch type var nil true false bool byte error float64 int int64 rune string uint""");
        define("rust rs", "//", C_LONG, "\"", """
                as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref
                return self Self static struct super trait true type unsafe use where while bool char f32 f64 i32 i64 str u8 u32 u64 usize""");
        define("swift", "//", Map.of("/*", "*/", "\"\"\"", "\"\"\""), "\"", """
                as associatedtype async await break case catch class continue default defer do else enum extension false for func guard if
                import in init inout internal is let nil open operator private protocol public repeat rethrows return self Self static struct
                subscript super switch throw throws true try typealias var where while""");
        var script = C_FLOW + """
                async await catch class const debugger delete export extends false finally from function import in instanceof let new null of
                static super this throw true try typeof undefined var void with yield get set""";
        define("javascript js jsx mjs node", "//", Map.of("/*", "*/", "`", "`"), "\"'", script);
        define("typescript ts tsx", "//", Map.of("/*", "*/", "`", "`"), "\"'", script + " " + """
                abstract any as boolean declare enum implements interface is keyof namespace never number private protected public readonly
                satisfies string type unknown""");
        define("python py python3", "#", Map.of("\"\"\"", "\"\"\"", "'''", "'''"), "\"'", """
                and as assert async await break case class continue def del elif else except False finally for from global if import in is
                lambda match None nonlocal not or pass raise return True try while with yield self""");
        define("ruby rb", "#", Map.of("=begin", "=end"), "\"'", """
                alias and begin break case class def do else elsif end ensure false for if in module next nil not or redo rescue retry return
                self super then true undef unless until when while yield require attr_accessor attr_reader""");
        define("php", "//|#", C_LONG, "\"'", C_FLOW + """
                abstract and array as catch class clone const declare echo elseif enum extends false final finally fn foreach function global
                implements include instanceof interface match namespace new null or private protected public readonly require static string
                throw trait true try use var yield""");
        define("bash sh shell zsh console", "#", Map.of(), "\"'", """
                case do done elif else esac export fi for function if in local return select set shift source then trap until unset while
                alias cd echo eval exec exit readonly sudo""");
        define("sql sqlite postgresql mysql", "--", C_LONG, "'\"", true, """
                add all alter and as asc begin between by case check column commit constraint create cross database default delete desc
                distinct drop else end exists foreign from full group having if in index inner insert into is join key left like limit not
                null offset on or order outer primary references right rollback select set table then transaction union unique update using
                values view when where with integer text varchar boolean date timestamp numeric""");
        define("json jsonc json5", "//", C_LONG, "\"", "true false null");
        define("yaml yml", "#", Map.of(), "\"'", "true false null yes no on off");
        define("toml ini properties conf dockerfile docker makefile make", "#|;", Map.of("\"\"\"", "\"\"\""), "\"'", """
                true false FROM RUN CMD COPY ADD ENV ARG EXPOSE WORKDIR ENTRYPOINT USER VOLUME ifeq ifdef endif include""");
        define("css scss less", "//", C_LONG, "\"'", """
                important @media @import @font-face @keyframes @supports @use @include @mixin inherit initial none auto""");
        define("lua", "--", Map.of("--[[", "]]", "[[", "]]"), "\"'", """
                and break do else elseif end false for function goto if in local nil not or repeat return then true until while""");
        define("r", "#", Map.of(), "\"'", "break else FALSE for function if in Inf NA NaN next NULL repeat return TRUE while library");
        define("haskell hs", "--", Map.of("{-", "-}"), "\"", """
                case class data deriving do else if import in infix instance let module newtype of then type where""");
        define("html xml svg xhtml fxml", "", Map.of("<!--", "-->"), "\"'", "");
    }

    /** The language of this name or file ending, or null where it is not known. */
    static Language named(String name) { return BY_NAME.get(name.toLowerCase(Locale.ROOT)); }

    /** Whether it is markup: names within angle brackets rather than keywords. */
    boolean markup() { return keywords.isEmpty(); }

    private static void define(String names, String line, Map<String, String> spanning, String quotes, String words) {
        define(names, line, spanning, quotes, false, words);
    }

    private static void define(String names, String line, Map<String, String> spanning, String quotes, boolean anyCase, String words) {
        var keywords = Set.copyOf(List.of(words.strip().split("\\s+")).stream().filter(w -> !w.isEmpty()).toList());
        var language = new Language(keywords, token(line, spanning, quotes, keywords.isEmpty()), spanning, anyCase);
        for (var name : names.split(" ")) BY_NAME.put(name, language);
    }

    /** One expression finds whatever comes next; its groups say what it is. Possessive, so that no text makes it slow. */
    private static Pattern token(String line, Map<String, String> spanning, String quotes, boolean markup) {
        var openers = String.join("|", spanning.keySet().stream().sorted((a, b) -> b.length() - a.length()).map(Pattern::quote).toList());
        var strings = new StringBuilder();
        for (char q : quotes.toCharArray()) {
            if (!strings.isEmpty()) strings.append('|');
            strings.append(q).append("(?:[^\\\\").append(q).append("]|\\\\.)*+").append(q).append("?+");
        }
        return Pattern.compile("(?<long>" + (openers.isEmpty() ? "(?!)" : openers) + ")"
                + "|(?<comment>" + (line.isEmpty() ? "(?!)" : "(?:" + line + ").*+") + ")"
                + "|(?<string>" + strings + ")"
                + "|(?<number>\\b(?:0[xXbB][0-9a-fA-F_]++|[0-9][0-9_]*+(?:\\.[0-9_]++)?+(?:[eE][+-]?[0-9]++)?+)[fFdDlLuU]*+\\b)"
                + "|(?<tag>" + (markup ? "</?+[\\w:!?-]++|[/?]?+>" : "(?!)") + ")"
                + "|(?<call>" + (markup ? "(?!)" : "[\\p{L}_$][\\w$]*+(?=\\()") + ")"
                + "|(?<word>[#@\\p{L}_$][\\w$-]*+)");
    }
}
