package app.parlance.desktop.shell;

import app.parlance.desktop.widget.Preferences;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Puts the window where it stood at the last close, and keeps its place when it closes. */
final class WindowMemory {
    private static final String KEY = "window";

    private final Stage stage;
    private final Preferences preferences;
    private WindowState normal;

    WindowMemory(Stage stage, Preferences preferences) {
        this.stage = stage;
        this.preferences = preferences;
    }

    /** To be called before the window is shown. */
    void restore() {
        var screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        normal = preferences.get(KEY).flatMap(WindowState::parse).map(state -> state.within(screens))
                .orElseGet(() -> WindowState.first(screens.getFirst()));
        stage.setMinWidth(WindowState.MIN_WIDTH);
        stage.setMinHeight(WindowState.MIN_HEIGHT);
        stage.setX(normal.x());
        stage.setY(normal.y());
        stage.setWidth(normal.width());
        stage.setHeight(normal.height());
        stage.setMaximized(normal.maximised());
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> watch());
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> preferences.set(KEY, new WindowState(
                normal.x(), normal.y(), normal.width(), normal.height(), stage.isMaximized()).text()));
    }

    private void watch() {
        stage.xProperty().subscribe(this::note);
        stage.yProperty().subscribe(this::note);
        stage.widthProperty().subscribe(this::note);
        stage.heightProperty().subscribe(this::note);
    }

    private void note() {
        if (stage.isMaximized() || stage.isIconified() || stage.isFullScreen() || !stage.isShowing()) return;
        normal = new WindowState(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    }
}
