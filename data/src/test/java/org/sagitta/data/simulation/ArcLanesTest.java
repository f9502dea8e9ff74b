package org.sagitta.data.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagitta.data.simulation.ArcStepper.Progress;
import org.sagitta.fieldmap.CylinderDomain;
import org.sagitta.fieldmap.FieldDomain;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.fieldmap.parametrised.UniformField;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Helix;
import org.sagitta.kalman.batch.lanes.Lanes;
import org.sagitta.kalman.batch.lanes.ScalarKernels;

/** Arcs of eight different muons side by side, against the helix and against arcs one by one. */
class ArcLanesTest {
    private static final double PATH = 1100;

    /** Rounding over some ten arcs [mm]; the helix is exact in this scheme. */
    private static final double HELIX_POSITION = 1e-8;

    /** A field kernel is within 1e-9 T of the model: kappa B s^2 / 2 p for 0.7 GeV [mm]. */
    private static final double KERNEL_POSITION = 3e-7;

    /** Muons of 0.7 to 90 GeV and of both charges: their series have different numbers of powers. */
    private static List<Rider> riders(MagneticField field) {
        return IntStream.range(0, Lanes.WIDTH)
                .mapToObj(i -> new Rider(
                        field, Worlds.momentum(0.7 * Math.pow(2, i), 0.25 * i - 0.9, 0.7 * i), i % 2 == 0 ? 1 : -1))
                .toList();
    }

    private static final class Rider {
        private final MotionSeries motion = new MotionSeries();
        private final Flight flight = new Flight();
        private final ArcStepper stepper;
        private Progress progress = Progress.OUT;

        private Rider(MagneticField field, Vec3 momentum, int charge) {
            stepper = new ArcStepper(field, motion);
            flight.start(charge, Vec3.ZERO, momentum);
        }

        private void begin() {
            progress = flight.path < PATH ? stepper.begin(flight, PATH - flight.path) : Progress.OUT;
        }

        private void proceed() {
            if (progress == Progress.READY) {
                flight.advance(motion, stepper.length());
                stepper.field().moveTo(stepper.length());
                begin();
            }
        }
    }

    /** Flies all of them, each to the end of its path or of the field. */
    private static void fly(MagneticField field, List<Rider> riders) {
        ArcLanes lanes = new ArcLanes(field, new ScalarKernels());
        List<Rider> underWay = new ArrayList<>(riders);
        underWay.forEach(Rider::begin);
        for (int lane = 0; lane < underWay.size(); lane++) {
            lanes.place(lane, underWay.get(lane).flight);
        }
        lanes.takeFieldAtStart();
        for (int lane = 0; lane < underWay.size(); lane++) {
            Rider rider = underWay.get(lane);
            rider.progress = rider.stepper.start(rider.flight, lanes.fieldAtStart(lane));
        }
        while (!underWay.isEmpty()) {
            for (int lane = 0; lane < underWay.size(); lane++) {
                lanes.put(lane, underWay.get(lane).flight, underWay.get(lane).stepper);
            }
            lanes.tryArcs();
            for (int lane = 0; lane < underWay.size(); lane++) {
                Rider rider = underWay.get(lane);
                rider.progress = lanes.give(lane, rider.flight, rider.stepper);
                rider.proceed();
            }
            underWay.removeIf(rider -> rider.progress == Progress.OUT);
        }
    }

    @Test
    void helixInUniformFieldIsExact() {
        double bz = 3.8;
        MagneticField field = UniformField.alongZ(bz);
        List<Rider> riders = riders(field);
        List<Helix> helices = riders.stream()
                .map(r -> Helix.inField(
                        Vec3.ZERO,
                        r.flight.momentumVector().unit(),
                        Math.signum(r.flight.bending()) / r.flight.momentum,
                        bz))
                .toList();
        fly(field, riders);
        for (int i = 0; i < riders.size(); i++) {
            Vec3 expected = helices.get(i).pointAt(PATH);
            assertEquals(PATH, riders.get(i).flight.path, HELIX_POSITION);
            assertEquals(0, riders.get(i).flight.position().minus(expected).norm(), HELIX_POSITION, "muon " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FieldModels.FIELD_MAPPER, FieldModels.TOSCA})
    void agreesWithArcsOneByOne(String model) {
        MagneticField field = FieldModels.byName(model);
        List<Rider> together = riders(field);
        fly(field, together);
        List<Rider> alone = riders(field);
        for (int i = 0; i < alone.size(); i++) {
            Rider rider = alone.get(i);
            while (rider.flight.path < PATH) {
                double length = rider.stepper
                        .arc(rider.flight, PATH - rider.flight.path)
                        .orElseThrow();
                rider.flight.advance(rider.motion, length);
                rider.stepper.field().moveTo(length);
            }
            Vec3 difference =
                    rider.flight.position().minus(together.get(i).flight.position());
            assertEquals(0, difference.norm(), KERNEL_POSITION, "muon " + i);
        }
    }

    @Test
    void eachStopsAtTheEdgeOfTheField() {
        FieldDomain domain = CylinderDomain.symmetric(500, 1000);
        MagneticField bounded = Worlds.boundedBy(domain);
        List<Rider> riders = riders(bounded);
        fly(bounded, riders);
        for (Rider rider : riders) {
            Vec3 end = rider.flight.position();
            double toEdge = Math.min(500 - end.perp(), 1000 - Math.abs(end.z()));
            assertEquals(0, toEdge, ArcStepper.MIN_ARC);
        }
    }
}
