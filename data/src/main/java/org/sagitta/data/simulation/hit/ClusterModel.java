package org.sagitta.data.simulation.hit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.geometry.detector.PixelTopology;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;

/**
 * True standard deviations of hits, by topology, direction of the track and size of its cluster.
 *
 * <p>In the frame of a sensor a track moves by (t_u/t_w, t_v/t_w) per depth. Charge that drifts along w is carried
 * sideways by v x B times its sign: holes that go towards w = +t/2 (t the thickness) by tan_u = -mu B_v and tan_v = mu B_u
 * per depth, where B is the field and mu = tan(Lorentz angle)/B, see {@link LorentzAngle}; electrons by the opposite. What
 * starts at w drifts by t/2 - w, so on the readout side the charge lies on a stretch of
 *
 * <pre>
 *   du = t (t_u/t_w + s mu B_v),   dv = t (t_v/t_w - s mu B_u)
 * </pre>
 *
 * <p>around (u - s mu B_v t/2, v + s mu B_u t/2), with s = +1 for holes, which the strips collect (p in n), and s = -1 for
 * electrons, which the pixels collect (n in n). With the readout at w = -t/2 the stretch is the same, around a point on
 * the other side. CMS turned the blades of the FPIX by 20 degrees so that inclination and drift add there. How many
 * channels the stretch covers, and how well it is then known, say {@link PixelErrors} and {@link StripErrors}. The drift
 * is that of the middle of the sensor. The mean position is right: what the drift shifts is taken out by the
 * reconstruction.
 *
 * <p>Immutable; shared between threads.
 */
public final class ClusterModel {
    private static final int STRIDE = 3;

    private final SensorClusters[] clusters;

    /** Per sensor: thickness [mm], s mu B_v, -s mu B_u. */
    private final double[] drift;

    /**
     * @param tracker the true sensors
     * @param field the true field; sensors outside its domain have no drift
     */
    public ClusterModel(Tracker tracker, MagneticField field) {
        this.clusters = new SensorClusters[tracker.size()];
        this.drift = new double[tracker.size() * STRIDE];
        FieldCursor cursor = field.cursor();
        Map<List<Object>, SensorClusters> kinds = new HashMap<>();
        for (Sensor sensor : tracker.sensors()) {
            List<Object> kind =
                    List.of(sensor.address().subdetector(), sensor.topology(), sensor.outline(), sensor.thickness());
            clusters[sensor.index()] = kinds.computeIfAbsent(kind, any -> of(sensor));
            Vec3 centre = sensor.plane().origin();
            Vec3 b = field.domain().contains(centre) ? cursor.at(centre) : Vec3.ZERO;
            double mobility = signOfCarriers(sensor)
                    * LorentzAngle.tangentPerTesla(sensor.address().subdetector());
            int at = sensor.index() * STRIDE;
            drift[at] = sensor.thickness();
            drift[at + 1] = mobility * b.dot(sensor.plane().v());
            drift[at + 2] = -mobility * b.dot(sensor.plane().u());
        }
    }

    /** The charge of what is collected: holes by strips, electrons by pixels. */
    private static int signOfCarriers(Sensor sensor) {
        return sensor.topology() instanceof StripTopology ? 1 : -1;
    }

    private static SensorClusters of(Sensor sensor) {
        return sensor.topology() instanceof StripTopology strips
                ? new StripClusters(strips)
                : new PixelClusters(sensor, (PixelTopology) sensor.topology());
    }

    /**
     * The cluster of a track.
     *
     * @param sensor index of the sensor
     * @param u where the track crosses the middle of the silicon [mm], likewise {@code v}
     * @param slopeU t_u/t_w of the direction, likewise {@code slopeV}
     * @param into takes the result
     */
    public void look(int sensor, double u, double v, double slopeU, double slopeV, Cluster into) {
        int at = sensor * STRIDE;
        double thickness = drift[at];
        double driftU = thickness * drift[at + 1];
        double driftV = thickness * drift[at + 2];
        clusters[sensor].fill(
                u - 0.5 * driftU,
                v - 0.5 * driftV,
                stretchU(sensor, slopeU),
                thickness * slopeV + driftV,
                thickness * Math.sqrt(1 + slopeU * slopeU + slopeV * slopeV),
                into);
    }

    /** du [mm] of a track of slope t_u/t_w. */
    double stretchU(int sensor, double slopeU) {
        int at = sensor * STRIDE;
        return drift[at] * slopeU + drift[at] * drift[at + 1];
    }
}
