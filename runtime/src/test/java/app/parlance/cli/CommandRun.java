package app.parlance.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A command that was run in this process, with real folders and real models; what it wrote and how it ended. */
record CommandRun(int code, String out, String err) {
    /** Runs it in surroundings of its own: this home, these folders of models, no display, no network settings. */
    static CommandRun in(Path home, String models, String input, String... args) {
        return in(environment(home, models), input, args);
    }

    static CommandRun in(Map<String, String> environment, String input, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        var code = ParlanceCommand.run(List.of(args), environment, new Streams(in, out, err, false));
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Map<String, String> environment(Path home, String models) {
        var environment = new HashMap<String, String>();
        environment.put("PARLANCE_HOME", home.toString());
        environment.put("XDG_DATA_HOME", home.resolve("share").toString());
        environment.put("PARLANCE_MODELS", models);
        environment.put("PATH", System.getenv("PATH"));
        return environment;
    }
}
