package app.parlance.model;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** What goes wrong between here and the hub, in sentences. */
final class HubAnswer {
    private HubAnswer() { }

    static SourceFailure refusal(String host, int status, boolean token) {
        var hub = "The model hub at " + host + " ";
        return new SourceFailure(switch (status) {
            case 401 -> token ? hub + "does not accept the token in HF_TOKEN (401)." : hub + "gives this file only to people with an account (401): set HF_TOKEN to your token.";
            case 403 -> hub + "refuses this file (403): its licence may have to be accepted on its page first.";
            case 404, 410 -> hub + "does not have this file (" + status + ").";
            case 407 -> "The proxy in front of " + host + " wants a name and a password (407).";
            case 429 -> hub + "has had too many requests from here (429): wait some minutes.";
            default -> status >= 500 ? hub + "is out of order (" + status + ")." : hub + "gave an answer that Parlance does not know (" + status + ").";
        });
    }

    static SourceFailure unreachable(String host, Throwable cause) {
        var reason = switch (cause) {
            case HttpTimeoutException _ -> "it does not answer";
            case SSLException _ -> "its certificate is not trusted here; a company's proxy may stand between";
            case ConnectException _ when hasCause(cause, UnresolvedAddressException.class) -> "its name is not known here; is there a network?";
            case ConnectException _ -> "it takes no connection";
            // The client's own words for a password that was refused again and again; only a proxy is given one.
            case IOException _ when String.valueOf(cause.getMessage()).contains("authentication attempts") ->
                    "its proxy does not accept the name and password";
            default -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        };
        return new SourceFailure("The model hub at " + host + " cannot be reached: " + reason + (reason.endsWith("?") ? "" : "."), cause);
    }

    static SourceFailure broken(String host, Throwable cause) {
        return new SourceFailure("The connection to " + host + " broke off.", cause);
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> kind) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
