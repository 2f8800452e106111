package app.parlance.desktop.models;

import java.util.regex.Pattern;

/** Model names where there is little room: without what every name has, and what only a choice between two files needs. */
public final class BriefName {
    private static final Pattern QUANTIZATION = Pattern.compile("\\s+(?:(?:I?Q|TQ)\\d\\w*|BF16|F16|F32|MXFP4\\w*|NVFP4)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern INSTRUCT = Pattern.compile("\\s+(?:Instruct|It)\\b", Pattern.CASE_INSENSITIVE);

    private BriefName() { }

    /** For example {@code Qwen2.5 Coder 1.5B} for {@code Qwen2.5 Coder 1.5B Instruct Q4_K_M}. */
    public static String of(String name) {
        String brief = INSTRUCT.matcher(QUANTIZATION.matcher(name.strip()).replaceFirst("")).replaceAll("");
        return brief.isBlank() ? name : brief;
    }
}
