package app.parlance.cli;

import app.parlance.chat.Answer.ChatEvent;
import app.parlance.history.ConversationSettings;
import app.parlance.mode.Plan;
import java.util.Locale;

/**
 * What {@code chat --json} prints. Names and meanings stay; members may be added.
 *
 * @param conversation its number in the history; 0 where it is not kept
 * @param reusedTokens how many of the prompt's tokens did not need to be read anew
 * @param mode fast, balanced, accurate or auto
 * @param reason why this model and no other, as a sentence
 * @param stopReason end, length, context_full or cancelled
 */
record AnswerJson(String text, String model, int promptTokens, int reusedTokens, int completionTokens, double timeToFirstTokenMs,
        double msPerToken, double tokensPerSecond, String stopReason, long seed, long conversation, String mode, String reason) {
    static AnswerJson of(ChatEvent.Done done, Plan plan, ConversationSettings settings, boolean kept) {
        var usage = done.finished().usage();
        return new AnswerJson(done.message().text(), done.message().model(), usage.promptTokens(), usage.reusedTokens(),
                usage.completionTokens(), rounded(usage.timeToFirstToken().toNanos() / 1e6), rounded(usage.millisPerToken()),
                rounded(usage.tokensPerSecond()), done.finished().reason().name().toLowerCase(Locale.ROOT),
                settings.sampling().seed(), kept ? done.message().conversation() : 0,
                plan.mode().name().toLowerCase(Locale.ROOT), plan.reason());
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
