package org.sagitta.geometry.passive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.geometry.material.Silicon;

class CmsPassiveMaterialTest {
    private static final Path SOURCE = Path.of("..", "..", "shared", "reference", "tracker", "material-fastsim.csv");

    /** Thickness is carried over with its digits; sums of two numbers round. */
    private static final double ROUNDING = 1e-12;

    /** x/X0: a sensor is cut into pieces of 4 mm, which fall into steps of 20 mm as a whole. */
    private static final double PIECES = 2e-3;

    private static Tracker tracker;
    private static PassiveMaterial passive;

    @BeforeAll
    static void load() {
        tracker = CmsTracker.load();
        passive = CmsPassiveMaterial.load(tracker);
    }

    /** Radiation length of silicon 9.370 cm, dE/dx constant (K/2)(Z/A) rho: PDG 2024. */
    @Test
    void siliconIsThatOfThePdg() {
        assertEquals(93.70, Silicon.X0, 0.02);
        assertEquals(0.1535375e-3 * 0.49848 * 2.329 / 10, Silicon.XI_PER_MM, 1e-12);
        assertEquals(new MaterialSlab(0.32 / Silicon.X0, 0.32 * Silicon.XI_PER_MM), Silicon.slab(0.32));
        PassiveMaterial.bareSensors(tracker)
                .sensors()
                .forEach(s ->
                        assertEquals(s.thickness() / Silicon.X0, s.material().xOverX0(), ROUNDING));
    }

    @Test
    void hasTheSurfacesOfTheTable() {
        assertEquals(38, passive.surfaces().size());
        assertEquals(1, surfaces("beam pipe").size());
        assertEquals(9, surfaces("TEC disk .").size());
        assertEquals(6, surfaces("TOB layer .").size());
        PassiveCylinder pipe = (PassiveCylinder) surfaces("beam pipe").get(0);
        assertEquals(30, pipe.radius());
        assertEquals(283, pipe.matter().to());
        PassiveDisk wall = (PassiveDisk) surfaces("TIB end services").get(0);
        assertEquals(740, wall.absZ());
        assertEquals(225, wall.matter().from());
    }

    /** Everywhere: base thickness times the factor of the window, for a layer less the silicon of its sensors. */
    @Test
    void agreesWithTheSource() throws IOException {
        assumeTrue(Files.exists(SOURCE), "the reference folder is not beside this clone");
        Map<String, List<String[]>> source = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(SOURCE);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (Double.parseDouble(cells[8]) > 0) {
                source.computeIfAbsent(cells[0], name -> new ArrayList<>()).add(cells);
            }
        }
        assertEquals(passive.surfaces().size(), source.size());
        for (PassiveSurface surface : passive.surfaces()) {
            compare(surface, source.getOrDefault(surface.name(), List.of()));
        }
    }

    private static void compare(PassiveSurface surface, List<String[]> windows) {
        MaterialSteps steps = surface.matter();
        assertEquals(Double.parseDouble(windows.get(0)[4]) * 10, steps.from(), ROUNDING);
        assertEquals(Double.parseDouble(windows.get(0)[5]) * 10, steps.to(), ROUNDING);
        double[] silicon = SiliconCover.xOverX0(surface, sensors(surface));
        for (int i = 0; i < steps.size(); i++) {
            double middle = 0.5 * (steps.edge(i) + steps.edge(i + 1)) / 10;
            double expected = Double.parseDouble(windows.get(0)[8]);
            for (String[] w : windows) {
                if (!w[6].isEmpty() && middle >= Double.parseDouble(w[6]) && middle < Double.parseDouble(w[7])) {
                    expected = Double.parseDouble(w[10]);
                }
            }
            String where = surface.name() + " at " + middle + " cm";
            assertEquals(expected, steps.slab(i).xOverX0() + silicon[i], ROUNDING, where);
        }
    }

    /** The silicon of a layer as it is spread over its surface is what rays see of it, step by step. */
    @Test
    void coverIsWhatRaysSee() {
        for (String name : List.of("BPIX layer 2", "TIB layer 1", "TOB layer 4", "TID disk 2", "TEC disk 5")) {
            PassiveSurface surface = surfaces(name).get(0);
            List<Sensor> sensors = sensors(surface);
            double[] cover = SiliconCover.xOverX0(surface, sensors);
            MaterialBudget rays = new MaterialBudget(SensorIndex.of(renumbered(sensors)), PassiveMaterial.NONE);
            int step = surface.matter().size() / 2;
            double seen = meanOverStep(rays, surface, step);
            assertTrue(cover[step] > 0.003, name + " " + cover[step]);
            assertEquals(cover[step], seen, PIECES, name);
        }
    }

    /** Mean over the area of a step, at normal incidence on the surface. */
    private static double meanOverStep(MaterialBudget rays, PassiveSurface surface, int step) {
        int points = 20;
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < points; i++) {
            double from = surface.matter().edge(step);
            double length = surface.matter().edge(step + 1) - from;
            double at = from + (i + 0.5) / points * length;
            double absEta = surface.absEtaAt(at);
            double cosine = surface instanceof PassiveDisk ? Math.tanh(absEta) : 1 / Math.cosh(absEta);
            double weight = surface.area(from + i * length / points, from + (i + 1.0) * length / points);
            sum += weight * cosine * rays.at(absEta, 200).xOverX0();
            weights += weight;
        }
        return sum / weights;
    }

    /** With bare sensors and the rest, a part has the ratio of xi to x/X0 that the planes of the fit have there. */
    @Test
    void ionisationKeepsTheRatioOfThePlanes() {
        double ratio = ratio(surfaces("TOB inner wall").get(0));
        double planes = 0;
        double detailed = 0;
        for (Sensor s : tracker.sensors()) {
            if (s.address().subdetector() == Subdetector.TOB) {
                // all sensors of the TOB have the same area
                MaterialSlab silicon = Silicon.slab(s.thickness());
                planes += s.material().xiGev();
                detailed += silicon.xiGev() + ratio * (s.material().xOverX0() - silicon.xOverX0());
            }
        }
        assertEquals(planes, detailed, 1e-9 * planes);
        // beryllium: 0.15354 MeV cm2/g x 0.44384 x 65.19 g/cm2
        assertEquals(4.4425e-3, ratio(surfaces("beam pipe").get(0)), 1e-6);
    }

    private static double ratio(PassiveSurface surface) {
        MaterialSlab slab = surface.matter().slab(0);
        return slab.xiGev() / slab.xOverX0();
    }

    @Test
    void factorsApplyByPartAndAbsEta() {
        PassiveMaterial more =
                passive.scaled((part, absEta) -> part == Subdetector.TOB && absEta >= 0.5 ? 2 : 1, List.of(0.5));
        for (int i = 0; i < passive.surfaces().size(); i++) {
            PassiveSurface before = passive.surfaces().get(i);
            PassiveSurface after = more.surfaces().get(i);
            for (double absEta : new double[] {0.1, 0.4999, 0.5001, 0.9, 1.6, 2.4}) {
                double factor = before.part() == Subdetector.TOB && absEta > 0.5 ? 2 : 1;
                assertEquals(
                        factor * before.alongRay(absEta).xOverX0(),
                        after.alongRay(absEta).xOverX0(),
                        ROUNDING,
                        before.name() + " at " + absEta);
            }
        }
    }

    private static List<PassiveSurface> surfaces(String pattern) {
        return passive.surfaces().stream()
                .filter(s -> s.name().matches(pattern))
                .toList();
    }

    /** The sensors whose silicon a surface of the table includes: none if it is no layer. */
    private static List<Sensor> sensors(PassiveSurface surface) {
        if (!surface.name().matches("[A-Z]+ (layer|disk) \\d")) {
            return List.of();
        }
        int layer = surface.name().charAt(surface.name().length() - 1) - '0';
        return tracker.sensors().stream()
                .filter(s -> s.address().subdetector() == surface.part()
                        && s.address().layer() == layer)
                .toList();
    }

    private static Tracker renumbered(List<Sensor> sensors) {
        List<Sensor> own = new ArrayList<>();
        for (Sensor s : PassiveMaterial.bareSensors(tracker).sensors()) {
            if (sensors.contains(tracker.sensor(s.index()))) {
                own.add(new Sensor(
                        own.size(),
                        s.name(),
                        s.address(),
                        s.plane(),
                        s.outline(),
                        s.thickness(),
                        s.topology(),
                        s.resolution(),
                        s.material(),
                        s.materialGroup()));
            }
        }
        return new Tracker(own);
    }
}
