package app.parlance.desktop;

import java.util.concurrent.locks.LockSupport;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;

/** A process that starts the program, or an empty window, says how long the first drawn window took, and ends. */
public final class FirstWindow {
    private FirstWindow() { }

    /** @param arguments {@code empty} or {@code parlance} */
    static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(FirstWindow::watch);
        if (arguments[0].equals("empty")) Application.launch(Empty.class);
        else Launcher.main(new String[0]);
    }

    /** Tells of the first window as soon as the toolkit, which the program itself starts, is there. */
    private static void watch() {
        while (true) {
            try {
                Platform.runLater(() -> Window.getWindows().addListener((ListChangeListener<Window>) change -> {
                    while (change.next()) change.getAddedSubList().forEach(FirstWindow::tellWhenDrawn);
                }));
                return;
            } catch (IllegalStateException toolkitNotStarted) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private static void tellWhenDrawn(Window window) {
        window.getScene().addPostLayoutPulseListener(() -> Platform.runLater(() -> {
            var started = ProcessHandle.current().info().startInstant().orElseThrow();
            System.out.println("drawn after " + (System.currentTimeMillis() - started.toEpochMilli()) + " ms");
            System.out.flush();
            Runtime.getRuntime().exit(0);
        }));
    }

    /** The least that JavaFX can show. */
    public static final class Empty extends Application {
        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new StackPane(), 1180, 780));
            stage.show();
        }
    }
}
