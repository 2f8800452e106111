package app.parlance.engine.grammar;

import java.util.List;

/** The rules of JSON itself (RFC 8259); a bounded number of blanks and digits, since a model can lose itself in them. */
enum Basic {
    SPACE("ws", "( \" \" | \"\\n\" [ ]{0,16} )?"),
    CHARACTER("char", "[^\"\\\\\\x7F\\x00-\\x1F] | \"\\\\\" ( [\"\\\\/bfnrt] | \"u\" ( [0-9a-cA-Ce-fE-F] [0-9a-fA-F]{3} | [dD] [0-7] [0-9a-fA-F]{2} ) )"),
    STRING("string", "\"\\\"\" char* \"\\\"\"", CHARACTER),
    INTEGER("integer", "\"0\" | \"-\"? [1-9] [0-9]{0,15}"),
    NUMBER("number", "\"-\"? ( \"0\" | [1-9] [0-9]{0,15} ) ( \".\" [0-9]{1,16} )? ( [eE] [-+]? [0-9]{1,2} )?"),
    BOOLEAN("boolean", "\"true\" | \"false\""),
    NULL("null", "\"null\""),
    /** This and the next two come with VALUE only. */
    OBJECT("object", "\"{\" ws ( member ( \",\" ws member )* ws )? \"}\""),
    ARRAY("array", "\"[\" ws ( value ( \",\" ws value )* ws )? \"]\""),
    MEMBER("member", "string \":\" \" \"? value"),
    VALUE("value", "object | array | string | number | boolean | null", SPACE, OBJECT, MEMBER, ARRAY, STRING, NUMBER, BOOLEAN, NULL);

    private final String rule;
    private final String body;
    private final List<Basic> needs;

    Basic(String rule, String body, Basic... needs) {
        this.rule = rule;
        this.body = body;
        this.needs = List.of(needs);
    }

    String rule() {
        return rule;
    }

    String body() {
        return body;
    }

    /** The other rules that it names. */
    List<Basic> needs() {
        return needs;
    }
}
