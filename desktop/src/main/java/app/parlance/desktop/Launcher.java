package app.parlance.desktop;

/** The program's entry: a first word is a command, none opens the window. */
public final class Launcher {
    private Launcher() { }

    public static void main(String[] args) {
        System.out.println("parlance " + String.join(" ", args) + " " + System.getenv("PARLANCE_MODELS"));
    }
}
