package app.parlance.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * What the machine says of its consumption, on Linux: the processor's and the memory's own counters (powercap), or else the battery
 * while it is not being charged. The figures are the whole machine's, so other programs count in.
 *
 * <p>Formats: kernel.org, Documentation/power/powercap/powercap.rst and Documentation/ABI/testing/sysfs-class-power.
 */
public final class Energy {
    private static final Pattern ZONE = Pattern.compile("intel-rapl:\\d+(:\\d+)?");
    private static final double MICRO = 1e-6;

    private final Path powercap;
    private final Path supplies;

    /** @param sys where the kernel's tree lies, {@code /sys} */
    Energy(Path sys) {
        powercap = sys.resolve("class/powercap");
        supplies = sys.resolve("class/power_supply");
    }

    public static Energy ofThisMachine() {
        return new Energy(Path.of("/sys"));
    }

    /** Why the machine's counters cannot be read, as a sentence with what to do; empty where they can, or where there are none. */
    public String explanation() {
        return zones().stream().map(zone -> zone.resolve("energy_uj")).filter(file -> Files.exists(file) && !Files.isReadable(file)).findFirst()
                .map(file -> "This machine counts its energy, but only the administrator may read it (" + file + "). To show energy per token, "
                        + "run \"sudo chmod a+r /sys/class/powercap/intel-rapl:*/energy_uj\"; it holds until the next start.").orElse("");
    }

    /** A stretch of time. */
    final class Meter {
        private final long began = System.nanoTime();
        private final List<Path> zones = zones().stream().filter(zone -> Files.isReadable(zone.resolve("energy_uj"))).toList();
        private final List<Long> before = zones.stream().map(zone -> number(zone.resolve("energy_uj"))).toList();
        private final OptionalDouble wattsBefore = batteryWatts();

        /** Joules since the meter was made; empty where the machine does not tell. */
        OptionalDouble joules() {
            if (!zones.isEmpty()) {
                var sum = 0.0;
                for (var i = 0; i < zones.size(); i++) {
                    var used = number(zones.get(i).resolve("energy_uj")) - before.get(i);
                    // The counter begins again at zero behind its range.
                    sum += used < 0 ? used + number(zones.get(i).resolve("max_energy_range_uj")) : used;
                }
                return OptionalDouble.of(sum * MICRO);
            }
            var now = batteryWatts();
            if (wattsBefore.isEmpty() || now.isEmpty()) return OptionalDouble.empty();
            return OptionalDouble.of((wattsBefore.getAsDouble() + now.getAsDouble()) / 2 * (System.nanoTime() - began) / 1e9);
        }
    }

    Meter begin() {
        return new Meter();
    }

    /** Whole processors, and the memory beside them; the other zones are parts of these. */
    private List<Path> zones() {
        return children(powercap).stream().filter(zone -> ZONE.matcher(zone.getFileName().toString()).matches())
                .filter(zone -> text(zone.resolve("name")).matches("package-.*|dram")).toList();
    }

    private OptionalDouble batteryWatts() {
        return children(supplies).stream()
                .filter(supply -> supply.getFileName().toString().startsWith("BAT") && text(supply.resolve("status")).equals("Discharging"))
                .mapToLong(supply -> number(supply.resolve("power_now"))).filter(watts -> watts > 0).mapToDouble(watts -> watts * MICRO)
                .reduce(Double::sum);
    }

    private static List<Path> children(Path folder) {
        var list = new ArrayList<Path>();
        if (!Files.isDirectory(folder)) return list;
        try (var each = Files.newDirectoryStream(folder)) {
            each.forEach(list::add);
        } catch (IOException e) {
            return List.of(); // a kernel that shows it to nobody
        }
        list.sort(null);
        return list;
    }

    /** The empty string where the kernel does not say. */
    private static String text(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            return ""; // drivers answer with an error while a battery is taken out
        }
    }

    private static long number(Path file) {
        var text = text(file);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
