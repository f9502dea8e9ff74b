package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.data.io.yardstick.YardstickTrack;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.parametrised.QuadraticField;
import org.sagitta.fieldmap.parametrised.UniformField;
import org.sagitta.geometry.detector.Outline;
import org.sagitta.geometry.detector.PixelTopology;
import org.sagitta.geometry.detector.Resolution;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.SensorAddress;
import org.sagitta.geometry.detector.SensorKind;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.detector.Topology;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.material.CmsMaterialEffects;

/**
 * The detector of the yardstick files: thirteen planes across x, three of pixels (y and z measured with 15 and 25 um), four
 * that measure y with 30 um and six with 50 um; each of 2 % of a radiation length, which takes 0.75 MeV of a muon of 10 GeV.
 */
public final class YardstickDetector {
    /** Where the planes are [mm]. */
    private static final double[] X = {44, 73, 102, 255, 339, 418, 498, 608, 692, 780, 868, 965, 1080};

    private static final int PIXEL_PLANES = 3;
    private static final int INNER_PLANES = 7;
    private static final double X_OVER_X0 = 0.02;
    private static final double LOSS = 0.75 * Units.MEV;
    private static final double MOMENTUM = 10 * Units.GEV;

    /** Half the size of a plane [mm]; larger than any track of the files needs. */
    private static final double HALF_SIZE = 2000;

    private YardstickDetector() {}

    /** The field of a file. */
    public enum Field {
        /** 3.8 T along z. */
        UNIFORM,
        /** Bz = 3.8112 (1 - (z^2 - r^2/2)/L^2) T, Br = 3.8112 r z/L^2 T, L = 13 m. */
        NONUNIFORM;

        private MagneticField model() {
            return switch (this) {
                case UNIFORM -> UniformField.alongZ(3.8);
                case NONUNIFORM -> new QuadraticField(3.8112, 13 * Units.M);
            };
        }
    }

    /** Number of planes. */
    public static int planes() {
        return X.length;
    }

    public static Conditions conditions(Field field) {
        MaterialSlab slab = slab();
        List<Sensor> sensors = new ArrayList<>();
        for (int i = 0; i < X.length; i++) {
            sensors.add(sensor(i, slab));
        }
        return new Conditions(new Tracker(sensors), field.model());
    }

    /** The loss is proportional to xi, so one trial tells what xi must be. */
    private static MaterialSlab slab() {
        MaterialSlab trial = new MaterialSlab(X_OVER_X0, Units.MEV);
        double loss = CmsMaterialEffects.muon().crossing(MOMENTUM, 1, trial).energyLoss();
        return new MaterialSlab(X_OVER_X0, trial.xiGev() * LOSS / loss);
    }

    private static Sensor sensor(int i, MaterialSlab slab) {
        boolean pixel = i < PIXEL_PLANES;
        Topology topology = pixel ? new PixelTopology(1, 1, 1, 1) : new StripTopology(1, 1, Double.POSITIVE_INFINITY);
        double sigma = pixel ? 15 * Units.UM : i < INNER_PLANES ? 30 * Units.UM : 50 * Units.UM;
        return new Sensor(
                i,
                "plane " + (i + 1),
                new SensorAddress(
                        pixel ? Subdetector.BPIX : Subdetector.TIB,
                        1,
                        i + 1,
                        0,
                        "",
                        0,
                        0,
                        0,
                        pixel ? SensorKind.PIXEL : SensorKind.RPHI,
                        0),
                Plane.spannedBy(new Vec3(X[i], 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1)),
                new Outline(HALF_SIZE, HALF_SIZE, HALF_SIZE, 0, 0),
                0.3,
                topology,
                new Resolution(sigma, 25 * Units.UM),
                slab,
                "");
    }

    /** The hits of the tracks; the planes behind the third measure no z. */
    public static HitBlock hits(List<YardstickTrack> tracks) {
        HitBlock hits = new HitBlock();
        for (YardstickTrack track : tracks) {
            for (int i = 0; i < X.length; i++) {
                YardstickTrack.Point point = track.points().get(i);
                if (i < PIXEL_PLANES) {
                    hits.addPixel(i, point.y(), point.z());
                } else {
                    hits.addStrip(i, point.y());
                }
            }
            hits.endTrack();
        }
        return hits;
    }
}
