package org.sagitta.data.simulation.hit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.fieldmap.parametrised.UniformField;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;

/** Clusters of tracks of known direction on sensors of the tracker. */
class ClusterModelTest {
    private static final Tracker CMS = CmsTracker.load();
    private static final double BZ = 3.8;
    private static final ClusterModel IN_FIELD = new ClusterModel(CMS, UniformField.alongZ(BZ));
    private static final ClusterModel WITHOUT_FIELD = new ClusterModel(CMS, UniformField.alongZ(0));

    private static final Sensor BARREL_PIXEL = sensor("BPIX/L1/outer/ladder1/mod4");
    private static final Sensor FORWARD_PIXEL = first("FPIX");

    /** Points of a scan over one pitch; a fraction of points is a probability to 1/POINTS. */
    private static final int POINTS = 2000;

    private static final double ONE_POINT = 1.01 / POINTS;

    /** Rounding of a length in mm. */
    private static final double EXACT = 1e-12;

    /**
     * A stretch of p pitches, less what the threshold takes at both ends, touches floor(p) + 1 pixels or one more, and
     * 1 + p in the mean. Threshold 3500 electrons at 76 per um: 46.05 um of track.
     */
    @ParameterizedTest
    @CsvSource({"0", "0.1", "-0.376", "0.8", "1.5", "-2.4", "6"})
    void barrelPixelsAlongZ(double slopeV) {
        double path = 0.285 * Math.sqrt(1 + slopeV * slopeV);
        double p = 0.285 * Math.abs(slopeV) / 0.15 * (1 - 2 * 0.0460526316 / path);
        int small = 1 + (int) p;
        double large = p - (int) p;
        double expected = (1 - large) * PixelErrors.BARREL.sigmaV(small) + large * PixelErrors.BARREL.sigmaV(small + 1);
        assertEquals(expected, meanSigmaV(WITHOUT_FIELD, BARREL_PIXEL, slopeV), 0.0375 * ONE_POINT);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.2", "-0.6", "1.3"})
    void forwardPixelsAlongV(double slopeV) {
        double path = 0.270 * Math.sqrt(1 + slopeV * slopeV);
        double p = 0.270 * Math.abs(slopeV) / 0.15 * (1 - 2 * 0.0394736842 / path);
        double alone = Math.max(0, 1 - p);
        double expected = alone * PixelErrors.FORWARD.sigmaV(1) + (1 - alone) * PixelErrors.FORWARD.sigmaV(2);
        assertEquals(expected, meanSigmaV(WITHOUT_FIELD, FORWARD_PIXEL, slopeV), 0.021 * ONE_POINT);
    }

    /** At normal incidence the drift in 3.8 T covers 285 um x 0.106 x 3.8 = 114.8 um, and 0.777 pitches are above threshold. */
    @Test
    void theDriftSharesTheChargeOfBarrelPixels() {
        double towardsZ = BARREL_PIXEL.plane().v().z();
        // Electrons: du = t (slope - mu B_v).
        double along = 0.106 * BZ * towardsZ;
        double shared = 0.11480 / 0.1 * (1 - 2 * 0.0460526316 / 0.285);
        double expected = (1 - shared) * PixelErrors.BARREL.sigmaU(1) + shared * PixelErrors.BARREL.sigmaU(2);
        assertEquals(expected, meanSigmaU(IN_FIELD, BARREL_PIXEL, 0), 0.012 * ONE_POINT);
        assertEquals(PixelErrors.BARREL.sigmaU(1), meanSigmaU(WITHOUT_FIELD, BARREL_PIXEL, 0), EXACT);
        assertEquals(
                PixelErrors.BARREL.sigmaU(1),
                meanSigmaU(IN_FIELD, BARREL_PIXEL, along),
                EXACT,
                "a track along the drift puts all charge into one pixel");
    }

    /** CMS turned the blades of the forward pixels by 20 degrees so that drift and inclination add up. */
    @Test
    void driftWidensTheClustersOfForwardPixels() {
        double inField = meanStretchOnForwardPixels(IN_FIELD);
        double withoutField = meanStretchOnForwardPixels(WITHOUT_FIELD);
        assertTrue(inField > withoutField, inField + " mm against " + withoutField + " mm");
    }

    /** Mean |du| [mm] of straight rays from the origin to the centres of the sensors. */
    private static double meanStretchOnForwardPixels(ClusterModel model) {
        return CMS.sensors().stream()
                .filter(s -> s.address().subdetector() == Subdetector.FPIX)
                .mapToDouble(s -> Math.abs(model.stretchU(s.index(), slopeUFromOrigin(s))))
                .average()
                .orElseThrow();
    }

    private static double slopeUFromOrigin(Sensor sensor) {
        Vec3 ray = sensor.plane().origin();
        return ray.dot(sensor.plane().u()) / ray.dot(sensor.plane().w());
    }

    @Test
    void clustersAtTheEdgeOfPixelSensorsAreWorse() {
        double halfWidth = BARREL_PIXEL.outline().halfWidthAt(0);
        double halfLength = BARREL_PIXEL.outline().halfLength();
        for (int side = -1; side <= 1; side += 2) {
            Cluster u = look(WITHOUT_FIELD, BARREL_PIXEL, side * (halfWidth - 0.09), 0, 0, 0);
            assertEquals(0.050, u.sigmaU(), EXACT);
            assertEquals(0.0375, u.sigmaV(), EXACT, "only the coordinate that is cut");
            Cluster v = look(WITHOUT_FIELD, BARREL_PIXEL, 0.01, side * (halfLength - 0.14), 0, 0);
            assertEquals(0.085, v.sigmaV(), EXACT);
            assertEquals(0.0115, v.sigmaU(), EXACT);
            Cluster inside =
                    look(WITHOUT_FIELD, BARREL_PIXEL, side * (halfWidth - 0.11), side * (halfLength - 0.16), 0, 0);
            assertEquals(0.0115, inside.sigmaU(), EXACT);
            assertEquals(0.0375, inside.sigmaV(), EXACT);
        }
    }

    /** TIB layer 1: pitch 80 um, 290 um thick; TOB layer 1: 183 um and 470 um. Drift of holes along u in the field. */
    @ParameterizedTest
    @CsvSource({"TIB, 0.080, 0.290, 0.01784", "TOB, 0.183, 0.470, 0.02315"})
    void strips(String part, double pitch, double thickness, double mobility) {
        Sensor sensor = first(part);
        double towardsZ = sensor.plane().v().z();
        for (double slope : new double[] {-0.5, -0.1, 0, 0.2, 1}) {
            double bare = thickness * Math.abs(slope) / pitch;
            assertEquals(
                    pitch * StripErrors.inPitches(bare),
                    look(WITHOUT_FIELD, sensor, 3, -7, slope, 0.4).sigmaU(),
                    EXACT,
                    "without field");
            double drifted = thickness * Math.abs(slope + mobility * BZ * towardsZ) / pitch;
            assertEquals(
                    pitch * StripErrors.inPitches(drifted),
                    look(IN_FIELD, sensor, 3, -7, slope, 0.4).sigmaU(),
                    EXACT,
                    "in the field");
        }
    }

    /** The projection on strips that fan out is the difference of the strip coordinates of its two ends. */
    @Test
    void wedges() {
        Sensor sensor = first("TEC");
        StripTopology fan = (StripTopology) sensor.topology();
        for (double v : new double[] {-35, 0, 35}) {
            for (double u : new double[] {-25, 0, 20}) {
                double du = 0.5 * sensor.thickness() * 0.3;
                double dv = 0.5 * sensor.thickness() * -0.6;
                double strips = Math.abs(fan.coordinate(u + du, v + dv) - fan.coordinate(u - du, v - dv)) / fan.pitch();
                double sigma = look(WITHOUT_FIELD, sensor, u, v, 0.3, -0.6).sigmaU();
                // The coordinate bends by (dv / convergence)^2 over the stretch, below 1e-6 of it.
                assertEquals(fan.pitch() * StripErrors.inPitches(strips), sigma, 1e-6 * fan.pitch());
            }
        }
    }

    private static double meanSigmaV(ClusterModel model, Sensor sensor, double slopeV) {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += look(model, sensor, 0.01, (i + 0.5) / POINTS * 0.15, 0, slopeV)
                    .sigmaV();
        }
        return sum / POINTS;
    }

    private static double meanSigmaU(ClusterModel model, Sensor sensor, double slopeU) {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += look(model, sensor, (i + 0.5) / POINTS * 0.1, 0.01, slopeU, 0)
                    .sigmaU();
        }
        return sum / POINTS;
    }

    private static Cluster look(ClusterModel model, Sensor sensor, double u, double v, double slopeU, double slopeV) {
        Cluster cluster = new Cluster();
        model.look(sensor.index(), u, v, slopeU, slopeV, cluster);
        return cluster;
    }

    private static Sensor sensor(String name) {
        return CMS.find(name).orElseThrow();
    }

    private static Sensor first(String part) {
        return CMS.sensors().stream()
                .filter(s -> s.name().startsWith(part))
                .findFirst()
                .orElseThrow();
    }
}
