package org.sagitta.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.material.MaterialKick;
import org.sagitta.kalman.material.ParticleHypothesis;
import org.sagitta.kalman.propagation.Propagator;
import org.sagitta.kalman.propagation.Transported;
import org.sagitta.kalman.state.FreeState;
import org.sagitta.validation.study.YardstickDetector;

/** Writes muons of 10 GeV in the detector of the yardstick, with scattering, mean loss and measurement errors. */
public final class ToyYardstick {
    private static final CmsMaterialEffects MATERIAL = CmsMaterialEffects.muon();

    private ToyYardstick() {}

    public static Path write(Path file, int tracks) throws IOException {
        Conditions conditions = YardstickDetector.conditions(YardstickDetector.Field.UNIFORM);
        Propagator propagator = new Propagator(conditions.field());
        Random random = new Random(17);
        List<String> lines = new ArrayList<>();
        lines.add(tracks + " " + YardstickDetector.planes());
        for (int i = 0; i < tracks; i++) {
            lines.add(track(conditions, propagator, random));
        }
        return Files.write(file, lines);
    }

    private static String track(Conditions conditions, Propagator propagator, Random random) {
        double charge = random.nextBoolean() ? 1 : -1;
        double phi = 0.2 * (random.nextDouble() - 0.5);
        double eta = random.nextDouble() - 0.5;
        double z0 = 5 * random.nextGaussian();
        StringBuilder line =
                new StringBuilder(String.format(Locale.ROOT, "%.0f %.12g %.12g 10 %.12g 0", charge, phi, eta, z0));
        double theta = 2 * Math.atan(Math.exp(-eta));
        FreeState state = new FreeState(new Vec3(0, 0, z0), Vec3.direction(phi, theta), charge * Math.sin(theta) / 10);
        Plane here = Plane.spannedBy(new Vec3(0, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1));
        for (Sensor sensor : conditions.tracker().sensors()) {
            state = ((Transported) propagator.toPlane(state, here, sensor.plane())).state();
            here = sensor.plane();
            double y = state.position().y();
            double z = state.position().z();
            line.append(String.format(
                    Locale.ROOT,
                    " %.12g %.12g %.12g %.12g",
                    y + sensor.resolution().sigmaU() * random.nextGaussian(),
                    z + sensor.resolution().sigmaV() * random.nextGaussian(),
                    y,
                    z));
            state = throughMatter(state, sensor, random);
        }
        return line.toString();
    }

    private static FreeState throughMatter(FreeState state, Sensor sensor, Random random) {
        Vec3 t = state.direction();
        MaterialKick kick = MATERIAL.crossing(state.p(), t.dot(sensor.plane().w()), sensor.material());
        double p = ParticleHypothesis.MUON.momentumAfterLoss(state.p(), kick.energyLoss());
        Vec3 across = new Vec3(-t.y(), t.x(), 0).unit();
        Vec3 direction = t.plus(kick.theta0() * random.nextGaussian(), across)
                .plus(kick.theta0() * random.nextGaussian(), across.cross(t))
                .unit();
        return new FreeState(state.position(), direction, Math.copySign(1 / p, state.qOverP()));
    }
}
