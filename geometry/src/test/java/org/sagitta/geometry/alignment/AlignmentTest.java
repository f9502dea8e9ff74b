package org.sagitta.geometry.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;

class AlignmentTest {
    /** Rounding of positions of a few metres [mm]. */
    private static final double ROUNDING = 1e-9;

    private static final Tracker IDEAL = CmsTracker.load();

    /**
     * Structure counts: from layers.csv (ladders, strings, rods, petals per layer) and S08004 (2 x 2 FPIX disks of 24
     * blades, 9 TEC wheels with 16 petals at each end).
     */
    @ParameterizedTest
    @CsvSource({
        "BPIX_HALF_BARREL, 2",
        "BPIX_LAYER, 6",
        "BPIX_LADDER, 96",
        "BPIX_MODULE, 768",
        "FPIX_END, 2",
        "FPIX_HALF_CYLINDER, 4",
        "FPIX_HALF_DISK, 8",
        "FPIX_BLADE, 96",
        "FPIX_PANEL, 192",
        "FPIX_PLAQUETTE, 672",
        "TIB_HALF_BARREL, 2",
        "TIB_LAYER, 8",
        "TIB_HALF_SHELL, 16",
        "TIB_SURFACE, 32",
        "TIB_STRING, 652",
        "TID_END, 2",
        "TID_DISK, 6",
        "TID_RING, 18",
        "TID_SIDE, 36",
        "TID_MODULE, 528",
        "TOB_HALF_BARREL, 2",
        "TOB_LAYER, 12",
        "TOB_ROD, 688",
        "TOB_MODULE, 4128",
        "TEC_END, 2",
        "TEC_DISK, 18",
        "TEC_SIDE, 36",
        "TEC_PETAL, 288",
        "SENSOR, 16588"
    })
    void hasAsManyStructuresAsTheRealOne(StructureLevel level, int count) {
        assertEquals(count, Structure.all(IDEAL, level).size());
    }

    @ParameterizedTest
    @EnumSource(StructureLevel.class)
    void everySensorOfALevelIsInOneStructure(StructureLevel level) {
        List<Integer> members = new ArrayList<>();
        Structure.all(IDEAL, level).values().forEach(s -> s.members().forEach(m -> members.add(m.index())));
        List<Integer> expected =
                IDEAL.sensors().stream().filter(level::holds).map(Sensor::index).toList();
        assertEquals(expected, members.stream().sorted().toList());
    }

    @Test
    void modulesAreShortAndPairsTogether() {
        Structure pair = structure(IDEAL, StructureLevel.TOB_MODULE, "TOB-/L1/inner/rod1/mod1");
        assertEquals(2, pair.members().size());
        assertEquals(pair.members().get(0).plane().u(), pair.frame().u());
        assertEquals(
                1,
                structure(IDEAL, StructureLevel.TOB_MODULE, "TOB-/L3/outer/rod1/mod1")
                        .members()
                        .size());
        assertThrows(IllegalArgumentException.class, () -> StructureLevel.TIB_LAYER.structureOf(IDEAL.sensor(0)));
    }

    @Test
    void shiftsOneStructureAndNoOther() {
        Vec3 shift = new Vec3(0.1, -0.2, 0.3);
        Tracker moved = apply(StructureLevel.BPIX_HALF_BARREL, "BPIX/x-", Frame.GLOBAL, shift, Vec3.ZERO);
        int count = 0;
        for (Sensor before : IDEAL.sensors()) {
            Sensor after = moved.sensor(before.index());
            if (before.name().startsWith("BPIX") && before.plane().origin().x() < 0) {
                assertEquals(before.withPlane(shifted(before.plane(), shift)), after);
                count++;
            } else {
                assertEquals(before, after);
            }
        }
        assertEquals(384, count);
    }

    @Test
    void localShiftsFollowTheStructure() {
        String rod = "TOB+/L6/outer/rod74";
        Vec3 centre = structure(IDEAL, StructureLevel.TOB_ROD, rod).frame().origin();
        Tracker moved = apply(StructureLevel.TOB_ROD, rod, Frame.LOCAL, new Vec3(0, 0.2, 0.5), Vec3.ZERO);
        Vec3 outwards = new Vec3(centre.x(), centre.y(), 0).unit();
        Vec3 expected = new Vec3(0, 0, 0.2).plus(0.5, outwards);
        assertShift(IDEAL, moved, "TOB+/L6/outer/rod74/mod3/rphi", expected);

        Tracker sensor = apply(
                StructureLevel.SENSOR, "TEC+/W9/back/petal8/R7/mod5/rphi", Frame.LOCAL, new Vec3(0, 1, 0), Vec3.ZERO);
        Plane plane =
                IDEAL.find("TEC+/W9/back/petal8/R7/mod5/rphi").orElseThrow().plane();
        assertShift(IDEAL, sensor, "TEC+/W9/back/petal8/R7/mod5/rphi", plane.v());

        Tracker petal =
                apply(StructureLevel.TEC_PETAL, "TEC-/W1/front/petal1", Frame.LOCAL, new Vec3(0, 1, 0), Vec3.ZERO);
        Structure structure = structure(IDEAL, StructureLevel.TEC_PETAL, "TEC-/W1/front/petal1");
        assertEquals(0, structure.frame().w().minus(new Vec3(0, 0, -1)).norm(), 1e-15);
        assertShift(
                IDEAL,
                petal,
                "TEC-/W1/front/petal1/R1/mod1/rphi",
                new Vec3(
                                structure.frame().origin().x(),
                                structure.frame().origin().y(),
                                0)
                        .unit());
    }

    @Test
    void aRingAroundTheBeamHasGlobalAxes() {
        Plane frame = structure(IDEAL, StructureLevel.TID_RING, "TID+/D1/R1").frame();
        assertEquals(new Vec3(1, 0, 0), frame.u());
        assertEquals(new Vec3(0, 0, 1), frame.w());
    }

    @Test
    void rotationsAreRigid() {
        Vec3 rotation = new Vec3(0.02, -0.01, 0.03);
        String disk = "TEC+/W3";
        Tracker moved = apply(StructureLevel.TEC_DISK, disk, Frame.GLOBAL, Vec3.ZERO, rotation);
        Structure before = structure(IDEAL, StructureLevel.TEC_DISK, disk);
        Structure after = structure(moved, StructureLevel.TEC_DISK, disk);
        assertEquals(
                0,
                before.frame().origin().minus(after.frame().origin()).norm(),
                ROUNDING,
                "the centre stays in its place");
        Sensor a = before.members().get(3);
        Sensor b = before.members().get(400);
        Sensor movedA = moved.sensor(a.index());
        Sensor movedB = moved.sensor(b.index());
        // A corner of one sensor, seen from another, is where it was.
        Vec3 corner = a.plane().toLocal(b.plane().toGlobal(10, 20));
        Vec3 movedCorner = movedA.plane().toLocal(movedB.plane().toGlobal(10, 20));
        assertEquals(0, corner.minus(movedCorner).norm(), ROUNDING);
        // To first order the rotation of vector r moves x by r x (x - centre).
        Vec3 lever = a.plane().origin().minus(before.frame().origin());
        Vec3 shift = movedA.plane().origin().minus(a.plane().origin());
        double secondOrder = 0.5 * rotation.dot(rotation) * lever.norm();
        assertEquals(0, shift.minus(rotation.cross(lever)).norm(), 1.01 * secondOrder);
    }

    @Test
    void aQuarterTurnIsAQuarterTurn() {
        Tracker moved =
                apply(StructureLevel.TOB_HALF_BARREL, "TOB+", Frame.GLOBAL, Vec3.ZERO, new Vec3(0, 0, Math.PI / 2));
        Sensor before = IDEAL.find("TOB+/L6/outer/rod74/mod3/rphi").orElseThrow();
        Vec3 centre =
                structure(IDEAL, StructureLevel.TOB_HALF_BARREL, "TOB+").frame().origin();
        Vec3 lever = before.plane().origin().minus(centre);
        Vec3 expected = centre.plus(new Vec3(-lever.y(), lever.x(), lever.z()));
        Plane after = moved.sensor(before.index()).plane();
        assertEquals(0, after.origin().minus(expected).norm(), ROUNDING);
        Vec3 w = before.plane().w();
        assertEquals(0, after.w().minus(new Vec3(-w.y(), w.x(), w.z())).norm(), 1e-12);
    }

    @Test
    void weakModesShiftEverySensorByItsOwnCentreAndTurnNone() {
        Alignment twist = new Alignment(List.of(new WeakModeDisplacement(WeakMode.TWIST, -1.5, 0)));
        Tracker moved = twist.applyTo(IDEAL);
        for (Sensor sensor : IDEAL.sensors()) {
            Vec3 shift = WeakMode.TWIST.displacement(sensor.plane().origin(), -1.5, 0);
            assertEquals(
                    shifted(sensor.plane(), shift), moved.sensor(sensor.index()).plane());
        }
    }

    /** Each displacement is worked out on the tracker given, so shifts add up whatever their order. */
    @Test
    void shiftsCommute() {
        Displacement half = new StructureDisplacement(
                StructureLevel.TIB_HALF_SHELL, "TIB-/L1/y+", Frame.LOCAL, new Vec3(1, 2, 3), Vec3.ZERO);
        Displacement string = new StructureDisplacement(
                StructureLevel.TIB_STRING, "TIB-/L1/inner/string1", Frame.LOCAL, new Vec3(1, 2, 3), Vec3.ZERO);
        Displacement bow = new WeakModeDisplacement(WeakMode.BOWING, 1, 0);
        Tracker one = new Alignment(List.of(half, string, bow)).applyTo(IDEAL);
        Tracker other = new Alignment(List.of(bow, string, half)).applyTo(IDEAL);
        for (int i = 0; i < IDEAL.size(); i++) {
            Vec3 a = one.sensor(i).plane().origin();
            Vec3 b = other.sensor(i).plane().origin();
            assertEquals(0, a.minus(b).norm(), ROUNDING);
        }
    }

    @Test
    void nothingIsNothing() {
        assertSame(IDEAL, Alignment.NONE.applyTo(IDEAL));
    }

    @Test
    void aWrongNameIsToldWithASuggestion() {
        BadInputException e = assertThrows(
                BadInputException.class,
                () -> apply(StructureLevel.TOB_ROD, "TOB+/L6/outer/rod75", Frame.LOCAL, Vec3.ZERO, Vec3.ZERO));
        assertEquals(BadInputException.Kind.USAGE, e.kind());
        assertTrue(
                String.valueOf(e.getMessage())
                        .startsWith("displacement: there is no TOB_ROD named \"TOB+/L6/outer/rod75\", did you mean"),
                e.toString());
    }

    @Test
    void randomDisplacementsHaveTheirSigmasAndAreDrawnInOrder() {
        RandomDisplacement spec = new RandomDisplacement(
                StructureLevel.SENSOR, Frame.LOCAL, new Vec3(0.01, 0, 0.03), new Vec3(0, 0, 1e-3));
        Random random = new Random(5);
        List<Displacement> drawn = spec.draw(IDEAL, random::nextGaussian);
        assertEquals(IDEAL.size(), drawn.size());
        double sumX = 0;
        double sumTurn = 0;
        for (int i = 0; i < drawn.size(); i++) {
            StructureDisplacement d = (StructureDisplacement) drawn.get(i);
            assertEquals(IDEAL.sensor(i).name(), d.structure());
            assertTrue(d.translation().y() == 0);
            sumX += Math.pow(d.translation().x() / 0.01, 2);
            sumTurn += Math.pow(d.rotation().z() / 1e-3, 2);
        }
        // The sum of n squares has mean n and variance 2 n: 5 sigma, false alarm 6e-7 each; the seed is fixed.
        double n = drawn.size();
        assertEquals(n, sumX, 5 * Math.sqrt(2 * n));
        assertEquals(n, sumTurn, 5 * Math.sqrt(2 * n));
        assertEquals(drawn, spec.draw(IDEAL, new Random(5)::nextGaussian));
        assertNotEquals(drawn, spec.draw(IDEAL, new Random(6)::nextGaussian));
    }

    @Test
    void everyStructureTakesSixDeviates() {
        AtomicInteger count = new AtomicInteger();
        new RandomDisplacement(StructureLevel.BPIX_LADDER, Frame.GLOBAL, Vec3.ZERO, Vec3.ZERO)
                .draw(IDEAL, count::incrementAndGet);
        assertEquals(6 * 96, count.get());
        assertThrows(
                IllegalArgumentException.class,
                () -> new RandomDisplacement(StructureLevel.SENSOR, Frame.LOCAL, new Vec3(0, -1, 0), Vec3.ZERO));
    }

    private static Structure structure(Tracker tracker, StructureLevel level, String name) {
        return Objects.requireNonNull(Structure.all(tracker, level).get(name), name);
    }

    private static Tracker apply(StructureLevel level, String name, Frame frame, Vec3 shift, Vec3 rotation) {
        return new Alignment(List.of(new StructureDisplacement(level, name, frame, shift, rotation))).applyTo(IDEAL);
    }

    private static void assertShift(Tracker before, Tracker after, String name, Vec3 shift) {
        Vec3 actual = after.find(name)
                .orElseThrow()
                .plane()
                .origin()
                .minus(before.find(name).orElseThrow().plane().origin());
        assertEquals(0, actual.minus(shift).norm(), ROUNDING, name);
    }

    private static Plane shifted(Plane plane, Vec3 shift) {
        return new Plane(plane.origin().plus(shift), plane.u(), plane.v(), plane.w());
    }
}
