package app.parlance.instance;

import app.parlance.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A program with one instance: says whether it is the first, then what it is told, until its input ends. */
final class InstanceProgram {
    public static void main(String[] args) throws IOException {
        var files = Arrays.stream(args).skip(1).map(Path::of).toList();
        try {
            var claim = SingleInstance.claim(Path.of(args[0]), files, given -> System.out.println("activated " + given));
            System.out.println(claim.isPresent() ? "first" : "second");
            if (claim.isPresent()) {
                System.in.read();
                claim.get().close();
            }
        } catch (ProblemException e) {
            System.out.println(e.full());
        }
    }
}
