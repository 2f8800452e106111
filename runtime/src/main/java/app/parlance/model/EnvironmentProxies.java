package app.parlance.model;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The proxies that {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY} name, in either case, as curl reads them. */
final class EnvironmentProxies extends ProxySelector {
    private final Map<String, String> environment;

    EnvironmentProxies(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public List<Proxy> select(URI uri) {
        var named = value(uri.getScheme() + "_proxy");
        var proxy = address(named.isEmpty() ? value("all_proxy") : named);
        if (proxy.isEmpty() || isExempt(uri.getHost().toLowerCase(Locale.ROOT))) {
            return List.of(Proxy.NO_PROXY);
        }
        return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.get().getHost(), port(proxy.get()))));
    }

    /** Gives each proxy the name and password that stand in its address. */
    Optional<Authenticator> authenticator() {
        var withUser = Stream.of("https_proxy", "http_proxy", "all_proxy").flatMap(name -> address(value(name)).stream())
                .filter(proxy -> proxy.getUserInfo() != null).toList();
        if (withUser.isEmpty()) {
            return Optional.empty();
        }
        // Java leaves passwords out of tunnels unless told; the person put this one into the environment.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        return Optional.of(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return getRequestorType() != RequestorType.PROXY ? null : withUser.stream()
                        .filter(proxy -> proxy.getHost().equalsIgnoreCase(getRequestingHost()) && port(proxy) == getRequestingPort())
                        .map(proxy -> proxy.getUserInfo().split(":", 2))
                        .map(user -> new PasswordAuthentication(user[0], (user.length > 1 ? user[1] : "").toCharArray())).findFirst().orElse(null);
            }
        });
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // There is one proxy at most; the download itself tells the person that it failed.
    }

    /** The HTTP client speaks to HTTP proxies only, so others do not count. */
    private static Optional<URI> address(String named) {
        try {
            var proxy = new URI(named.contains("://") ? named : "http://" + named);
            return proxy.getHost() != null && proxy.getScheme().startsWith("http") ? Optional.of(proxy) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static int port(URI proxy) {
        return proxy.getPort() > 0 ? proxy.getPort() : proxy.getScheme().equals("https") ? 443 : 80;
    }

    private boolean isExempt(String host) {
        return Arrays.stream(value("no_proxy").toLowerCase(Locale.ROOT).split("[,\\s]+")).filter(exempt -> !exempt.isEmpty())
                .map(exempt -> exempt.replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", ""))
                .anyMatch(exempt -> exempt.equals("*") || host.equals(exempt) || host.endsWith("." + exempt));
    }

    private String value(String name) {
        var value = environment.get(name);
        return (value == null || value.isBlank() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : value).strip();
    }
}
