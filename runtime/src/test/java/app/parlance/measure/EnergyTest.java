package app.parlance.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On files laid out as the kernel's. */
class EnergyTest {
    @TempDir
    private Path sys;

    private Path zone(String folder, String name, long microjoules) throws IOException {
        var zone = Files.createDirectories(sys.resolve("class/powercap").resolve(folder));
        Files.writeString(zone.resolve("name"), name + "\n");
        Files.writeString(zone.resolve("max_energy_range_uj"), "1000000000\n");
        return Files.writeString(zone.resolve("energy_uj"), microjoules + "\n");
    }

    @Test
    void processorsAndMemoryAddUpAndACounterMayBeginAnew() throws IOException {
        var processor = zone("intel-rapl:0", "package-0", 999_000_000);
        var memory = zone("intel-rapl:0:1", "dram", 100);
        var part = zone("intel-rapl:0:0", "core", 0);
        var whole = zone("intel-rapl:1", "psys", 0);
        var meter = new Energy(sys).begin();
        Files.writeString(processor, "1000000\n");
        Files.writeString(memory, "3000100\n");
        Files.writeString(part, "7000000\n");
        Files.writeString(whole, "9000000\n");

        assertEquals(2.0 + 3.0, meter.joules().orElseThrow(), 1e-9);
        assertEquals("", new Energy(sys).explanation());
    }

    @Test
    void aCounterForTheAdministratorAloneIsExplained() throws IOException {
        var file = zone("intel-rapl:0", "package-0", 5);
        assumeFalse(!file.toFile().setReadable(false) || Files.isReadable(file), "who runs this test may read every file");

        var energy = new Energy(sys);
        assertTrue(energy.explanation().contains("sudo chmod") && energy.begin().joules().isEmpty(), energy.explanation());
    }

    @Test
    void aBatteryCountsOnlyWhileItGivesCurrent() throws IOException {
        var battery = Files.createDirectories(sys.resolve("class/power_supply/BAT0"));
        Files.writeString(battery.resolve("status"), "Discharging\n");
        Files.writeString(battery.resolve("power_now"), "10000000\n");
        var joules = new Energy(sys).begin().joules().orElseThrow();
        assertTrue(joules > 0 && joules < 10 * 5, "10 W for less than 5 seconds: " + joules);

        Files.writeString(battery.resolve("status"), "Charging\n");
        assertEquals(OptionalDouble.empty(), new Energy(sys).begin().joules());
    }

    @Test
    void aMachineThatTellsNothingIsNoError() {
        var energy = new Energy(sys);
        assertFalse(energy.begin().joules().isPresent());
        assertEquals("", energy.explanation());
    }
}
