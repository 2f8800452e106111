package app.parlance.desktop.measure;

import static app.parlance.desktop.measure.Words.TEXTS;

import app.parlance.desktop.widget.Labels;
import app.parlance.measure.Accuracy;
import app.parlance.measure.Speed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The table of all figures, and below it the earlier runs of the row that is chosen. */
final class FiguresCard extends VBox {
    private static final double ROW = 34;
    /** Room for an upright scroll bar: without it, one bar would call for the other. */
    private static final double BAR = 14;
    /** From this width on there is room for every column. */
    private static final double WIDE = 860;

    private final MeasureModel model;
    private final TableView<Figures> table = new TableView<>();
    private final History history = new History();
    private List<String> tasks = List.of();
    private boolean narrow;

    FiguresCard(MeasureModel model) {
        this.model = model;
        getStyleClass().add("card-box");
        table.setId("figures");
        table.setAccessibleText(TEXTS.get("table"));
        table.setFixedCellSize(ROW);
        table.setRowFactory(_ -> row());
        table.getSelectionModel().selectedItemProperty().subscribe(history::show);
        table.widthProperty().subscribe(width -> {
            if (!table.getColumns().isEmpty() && width.doubleValue() < WIDE != narrow) arrange();
        });
        getChildren().addAll(table, history);
    }

    /** The tasks that were measured, those of the set that ships first. */
    List<String> tasks() {
        return tasks;
    }

    /** @return {@link #tasks} */
    List<String> show(List<Figures> rows) {
        var measured = rows.stream().flatMap(row -> row.accuracies().keySet().stream()).distinct().sorted().toList();
        if (!measured.equals(tasks) || table.getColumns().isEmpty()) {
            tasks = measured;
            arrange();
        }
        var chosen = table.getSelectionModel().getSelectedItem();
        table.getItems().setAll(rows);
        if (chosen != null) rows.stream().filter(row -> row.key().equals(chosen.key())).findFirst().ifPresent(table.getSelectionModel()::select);
        double height = ROW * (rows.size() + 1) + 18;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        return tasks;
    }

    /** A narrow window has the columns that people choose by; the rest is in the plot's tips and in the exported table. */
    private void arrange() {
        narrow = table.getWidth() < WIDE;
        var columns = new ArrayList<TableColumn<Figures, String>>();
        if (!narrow) columns.add(column(TEXTS.get("table.cache"), 62, row -> row.auto() ? Optional.empty() : Optional.of(row.key().cache().name()), FiguresCard::noSpeed, ""));
        columns.add(ofSpeed("table.speed", narrow ? 76 : 94, speed -> Words.number(speed.millisPerToken()), ""));
        if (!narrow) columns.add(ofSpeed("table.limit", 130, speed -> Words.number(speed.bandwidthLimitMillis()), TEXTS.get("table.limit.tip")));
        columns.add(ofSpeed("table.first", 88, speed -> Words.millis(speed.timeToFirstTokenMillis()), TEXTS.get("table.first.tip")));
        columns.add(ofSpeed("table.memory", 76, speed -> Words.memory(speed.residentBytes()), ""));
        if (!narrow) columns.add(ofSpeed("table.estimated", 84, speed -> Words.memory(speed.estimatedBytes()), ""));
        for (var task : tasks)
            columns.add(column(Words.task(task), narrow ? 62 : 104, row -> row.accuracy(task).map(this::accuracy), _ -> unmeasured(), ""));
        if (model.knownProperty().get() != null && model.knownProperty().get().speeds().stream().anyMatch(run -> run.figures().joulesPerToken().isPresent()))
            columns.add(column(TEXTS.get("table.energy"), 70, row -> row.speed().filter(speed -> speed.joulesPerToken().isPresent())
                    .map(speed -> Words.number(speed.joulesPerToken().getAsDouble())), FiguresCard::noSpeed, ""));
        columns.addFirst(column(TEXTS.get("table.model"), narrow ? 240 : 280, row -> Optional.of(Words.name(row)), _ -> "", ""));
        double all = columns.stream().mapToDouble(TableColumn::getPrefWidth).sum();
        for (var column : columns) {
            double least = column.getPrefWidth();
            column.prefWidthProperty().bind(table.widthProperty().map(width -> Math.max(least, Math.floor(least * (width.doubleValue() - BAR) / all))));
        }
        table.getColumns().setAll(columns);
    }

    private String accuracy(Accuracy accuracy) {
        return narrow ? Words.percent(accuracy) : TEXTS.get("table.accuracy", Words.percent(accuracy), accuracy.n());
    }

    private String unmeasured() {
        return TEXTS.get(narrow ? "not.measured.short" : "not.measured");
    }

    /** What stands where a row has no speed. */
    private static String noSpeed(Figures row) {
        return TEXTS.get(row.auto() ? "table.varies" : "not.measured.short");
    }

    private TableColumn<Figures, String> ofSpeed(String title, double width, Function<Speed, String> words, String tip) {
        return column(TEXTS.get(title), width, row -> row.speed().map(words), row -> !row.auto() && title.equals("table.speed") ? unmeasured() : noSpeed(row), tip);
    }

    /** @param missing stands, fainter, where there is no value */
    private static TableColumn<Figures, String> column(String title, double width, Function<Figures, Optional<String>> value, Function<Figures, String> missing, String tip) {
        var column = new TableColumn<Figures, String>();
        var head = new Label(title);
        if (!tip.isEmpty()) head.setTooltip(new Tooltip(tip));
        column.setGraphic(head);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue()).orElse(null)));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(String text, boolean empty) {
                super.updateItem(text, empty);
                var row = getTableRow() == null ? null : getTableRow().getItem();
                boolean unmeasured = !empty && text == null && row != null;
                setText(empty ? null : unmeasured ? missing.apply(row) : text);
                getStyleClass().remove("unmeasured");
                if (unmeasured) getStyleClass().add("unmeasured");
            }
        });
        return column;
    }

    private TableRow<Figures> row() {
        var row = new TableRow<Figures>();
        var measure = new MenuItem(TEXTS.get("table.measure"));
        measure.setOnAction(_ -> measure(row.getItem()));
        var menu = new ContextMenu(measure);
        menu.setOnShowing(_ -> measure.setDisable(model.running() || row.getItem() == null || jobs(row.getItem()).isEmpty()));
        row.contextMenuProperty().bind(row.emptyProperty().map(empty -> empty ? null : menu));
        return row;
    }

    private void measure(Figures row) {
        model.measure(jobs(row), true);
    }

    /** What this row shows, measured again; speed and questions alike. */
    private List<Job> jobs(Figures row) {
        var known = model.knownProperty().get();
        var jobs = new ArrayList<Job>();
        if (row.auto() && known.computer().scores()) model.bench().shippedTasks().forEach(task -> jobs.add(new Job.AutoQuestions(task, Optional.empty())));
        known.models().stream().filter(each -> each.name().equals(row.key().model()) && each.bytes() == row.key().bytes()).findFirst().ifPresent(stored -> {
            jobs.add(new Job.Quickness(stored, row.key().cache()));
            if (known.computer().scores())
                model.bench().shippedTasks().forEach(task -> jobs.add(new Job.Questions(stored, row.key().cache(), task, Optional.empty())));
        });
        return jobs;
    }

    /** Earlier runs of a row, newest first, each with what changed since the one before. */
    private static final class History extends VBox {
        private static final int MOST = 12;

        History() {
            super(4);
            getStyleClass().add("history");
            show(null);
        }

        private void show(Figures row) {
            if (row == null) {
                getChildren().setAll(Labels.line(TEXTS.get("history.choose"), "faint"));
                return;
            }
            getChildren().setAll(Labels.line(TEXTS.get("history", Words.name(row)), "section-title"));
            RunHistory.lines(row).stream().limit(MOST).forEach(line -> getChildren().add(Labels.line(line, "faint")));
        }
    }
}
