package org.sagitta.geometry.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

class CmsTrackerTest {
    /** Conversion from metres rounds once (relative). */
    private static final double ROUNDING = 4e-16;

    /** The source's axes have seven decimals, so two of them are orthogonal to about the root of two of that. */
    private static final double AXIS_DECIMALS = 2e-7;

    private static final Path SOURCE = Path.of("..", "..", "shared", "reference", "tracker", "modules.csv");

    private static Tracker tracker;

    @BeforeAll
    static void load() {
        tracker = CmsTracker.load();
    }

    /** Counts from S08004 (2008) and the reference description of the table. */
    @Test
    void hasTheSensorsOfThePhaseZeroTracker() {
        Map<Subdetector, Long> counts = tracker.sensors().stream()
                .collect(Collectors.groupingBy(s -> s.address().subdetector(), TreeMap::new, Collectors.counting()));
        Map<Subdetector, Long> expected = new TreeMap<>(Map.of(
                Subdetector.BPIX, 768L,
                Subdetector.FPIX, 672L,
                Subdetector.TIB, 2724L,
                Subdetector.TID, 816L,
                Subdetector.TOB, 5208L,
                Subdetector.TEC, 6400L));
        assertEquals(expected, counts);
        assertEquals(16_588, tracker.size());
        assertEquals(
                55,
                tracker.sensors().stream().map(Sensor::materialGroup).distinct().count());
    }

    @Test
    void pairsAreTurnedByTheStereoAngle() {
        Map<Integer, List<Sensor>> pairs = tracker.sensors().stream()
                .filter(s -> s.address().pairId() != 0)
                .collect(Collectors.groupingBy(s -> s.address().pairId(), TreeMap::new, Collectors.toList()));
        assertEquals(3288, pairs.size());
        for (List<Sensor> pair : pairs.values()) {
            assertEquals(SensorKind.RPHI, pair.get(0).address().kind());
            assertEquals(SensorKind.STEREO, pair.get(1).address().kind());
            double cos =
                    Math.abs(pair.get(0).plane().v().dot(pair.get(1).plane().v()));
            assertEquals(Math.cos(0.1), cos, AXIS_DECIMALS, pair.get(0).name());
        }
    }

    @Test
    void stripsOfRphiWedgesPointAtTheBeam() {
        for (Sensor sensor : tracker.sensors()) {
            if (sensor.address().kind() == SensorKind.RPHI
                    && sensor.topology() instanceof StripTopology strips
                    && Double.isFinite(strips.convergenceV())) {
                Vec3 point = sensor.plane().toGlobal(0, strips.convergenceV());
                // The reference description states a distance below 1.3 mm.
                assertTrue(point.perp() < 1.3 * Units.MM, sensor.name() + ": " + point.perp() + " mm");
            }
        }
    }

    @Test
    void wedgesAreWideFarFromTheBeamAndGapsAreDead() {
        Sensor wedge = tracker.find("TEC+/W9/back/petal8/R7/mod5/rphi").orElseThrow();
        Outline o = wedge.outline();
        assertTrue(wedge.plane().toGlobal(0, o.halfLength()).perp()
                > wedge.plane().toGlobal(0, -o.halfLength()).perp());
        assertTrue(o.halfWidthAtPlusV() > o.halfWidthAtMinusV());
        assertTrue(o.contains(0, 6.09575) && !o.isActive(0, 6.09575));
        assertTrue(o.isActive(0, 6.09575 + 1.51) && o.isActive(0, 6.09575 - 1.51));
        assertEquals(0.47, wedge.thickness());
    }

    @Test
    void findsSensorsByName() {
        Sensor pixel = tracker.find("BPIX/L1/outer/ladder1/mod1").orElseThrow();
        assertEquals(0, pixel.index());
        assertEquals(new PixelTopology(160, 416, 0.1, 0.15), pixel.topology());
        assertEquals(0.01, pixel.resolution().sigmaU(), 1e-15);
        assertTrue(tracker.find("BPIX/L4/outer/ladder1/mod1").isEmpty());
    }

    /** Value by value: every column of the source against what the sensor says. */
    @Test
    void agreesWithTheSourceTable() throws IOException {
        assumeTrue(Files.exists(SOURCE), "the reference folder is not beside this clone");
        List<String> lines = Files.readAllLines(SOURCE);
        String[] header = lines.get(0).split(",", -1);
        assertEquals(tracker.size(), lines.size() - 1);
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            assertEquals(header.length, cells.length);
            Map<String, String> row = new TreeMap<>();
            for (int k = 0; k < header.length; k++) {
                row.put(header[k], cells[k]);
            }
            compare(row, tracker.sensor(i - 1));
        }
    }

    private static void compare(Map<String, String> row, Sensor s) {
        SensorAddress a = s.address();
        String actual = String.join(
                ",",
                Integer.toString(s.index() + 1),
                s.name(),
                a.subdetector().name(),
                Integer.toString(a.side()),
                Integer.toString(a.layer()),
                Integer.toString(a.ring()),
                a.face(),
                Integer.toString(a.structure()),
                Integer.toString(a.panel()),
                Integer.toString(a.module()),
                s.materialGroup());
        String expected = List.of(
                        "id",
                        "name",
                        "subdet",
                        "side",
                        "layer",
                        "ring",
                        "surface",
                        "structure",
                        "panel",
                        "module",
                        "material_group")
                .stream()
                .map(row::get)
                .collect(Collectors.joining(","));
        assertEquals(expected, actual);
        assertEquals(row.get("sensor"), a.kind().name().toLowerCase(Locale.ROOT));
        int partner = Integer.parseInt(row.get("pair_id"));
        assertEquals(partner == 0 ? 0 : Math.min(partner, s.index() + 1), a.pairId());
        vector(row, "c", "_m", s.plane().origin().times(1 / Units.M), 1e-15);
        vector(row, "u", "", s.plane().u(), AXIS_DECIMALS);
        vector(row, "v", "", s.plane().v(), AXIS_DECIMALS);
        vector(row, "w", "", s.plane().w(), AXIS_DECIMALS);
        Outline o = s.outline();
        metres(row, "half_width_u_at_minus_v_m", o.halfWidthAtMinusV());
        metres(row, "half_width_u_at_plus_v_m", o.halfWidthAtPlusV());
        metres(row, "half_length_v_m", o.halfLength());
        metres(row, "gap_v_centre_m", o.gapCentre());
        metres(row, "gap_half_length_v_m", o.gapHalfLength());
        metres(row, "thickness_m", s.thickness());
        metres(row, "sigma_u_m", s.resolution().sigmaU());
        metres(row, "sigma_v_m", s.resolution().sigmaV());
        assertEquals(Double.parseDouble(row.get("x_over_X0")), s.material().xOverX0());
        assertEquals(Double.parseDouble(row.get("xi_GeV")), s.material().xiGev());
        compare(row, s.topology());
    }

    private static void compare(Map<String, String> row, Topology topology) {
        if (topology instanceof PixelTopology p) {
            assertEquals("pixel", row.get("topology"));
            assertEquals(row.get("n_u") + "x" + row.get("n_v"), p.rows() + "x" + p.columns());
            metres(row, "pitch_u_m", p.pitchU());
            metres(row, "pitch_v_m", p.pitchV());
        } else if (topology instanceof StripTopology t) {
            boolean parallel = "parallel".equals(row.get("topology"));
            assertEquals(parallel, Double.isInfinite(t.convergenceV()));
            assertEquals(row.get("n_u"), Integer.toString(t.strips()));
            metres(row, "pitch_u_m", t.pitch());
            if (!parallel) {
                metres(row, "v_convergence_m", t.convergenceV());
            }
        }
    }

    private static void metres(Map<String, String> row, String column, double millimetres) {
        String cell = row.getOrDefault(column, "");
        double expected = cell.isEmpty() ? 0 : Double.parseDouble(cell);
        assertEquals(expected, millimetres / 1000, ROUNDING * Math.abs(expected), row.get("name") + " " + column);
    }

    private static void vector(Map<String, String> row, String name, String unit, Vec3 actual, double tolerance) {
        String where = row.get("name") + " " + name;
        assertEquals(Double.parseDouble(row.get(name + "x" + unit)), actual.x(), tolerance, where);
        assertEquals(Double.parseDouble(row.get(name + "y" + unit)), actual.y(), tolerance, where);
        assertEquals(Double.parseDouble(row.get(name + "z" + unit)), actual.z(), tolerance, where);
    }
}
