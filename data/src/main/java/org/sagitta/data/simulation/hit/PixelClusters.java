package org.sagitta.data.simulation.hit;

import org.sagitta.geometry.detector.Outline;
import org.sagitta.geometry.detector.PixelTopology;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.units.Units;

/**
 * Clusters in sensors of pixels. The charge of a track lies on a stretch of the readout side, in u as in v. At both ends
 * a pixel counts only if it receives more than the threshold, that is if the track spends more than some length
 * l = threshold / 76 electrons per um above it; so of a stretch left by a path of length s the fraction l/s is lost at
 * either end. The pixels that the rest touches are the cluster; which these are is a matter of
 * where the track goes, so that a stretch of p pitches makes 1 + p pixels in the mean.
 *
 * <p>Thresholds: 3500 (barrel) and 3000 electrons, CMS software, SimTracker/SiPixelDigitizer. Charge: the most probable
 * 76 electrons per um of a thick silicon detector of PDG 2022, section 35.8. Not made: pixels of double size at the
 * borders of readout chips, threshold per row and column of a cluster of several, delta electrons, noise.
 */
final class PixelClusters implements SensorClusters {
    private static final double ELECTRONS = 76 / Units.UM;
    private static final double BARREL_THRESHOLD = 3500;
    private static final double FORWARD_THRESHOLD = 3000;

    private final PixelErrors errors;
    private final double pitchU;
    private final double pitchV;
    private final double halfWidth;
    private final double halfLength;

    /** Length of a track that gives the charge of the threshold [mm]. */
    private final double thresholdPath;

    PixelClusters(Sensor sensor, PixelTopology pixels) {
        Outline outline = sensor.outline();
        boolean barrel = sensor.address().subdetector() == Subdetector.BPIX;
        this.errors = barrel ? PixelErrors.BARREL : PixelErrors.FORWARD;
        this.pitchU = pixels.pitchU();
        this.pitchV = pixels.pitchV();
        this.halfWidth = outline.halfWidthAt(0);
        this.halfLength = outline.halfLength();
        this.thresholdPath = (barrel ? BARREL_THRESHOLD : FORWARD_THRESHOLD) / ELECTRONS;
    }

    @Override
    public void fill(double u, double v, double acrossU, double acrossV, double path, Cluster into) {
        double kept = Math.max(0, 1 - 2 * thresholdPath / path);
        int rows = size(u, kept * acrossU, halfWidth, pitchU);
        int columns = size(v, kept * acrossV, halfLength, pitchV);
        into.set(
                rows == AT_EDGE ? PixelErrors.AT_EDGE_U : errors.sigmaU(rows),
                columns == AT_EDGE ? PixelErrors.AT_EDGE_V : errors.sigmaV(columns));
    }

    /** What {@link #size} says of a cluster that touches the first or the last pixel. */
    static final int AT_EDGE = 0;

    /**
     * The number of pixels that a stretch touches.
     *
     * @param centre of the stretch [mm]
     * @param stretch its length with any sign [mm]
     * @param half extent of the sensor [mm]
     */
    static int size(double centre, double stretch, double half, double pitch) {
        double middle = (centre + half) / pitch;
        double reach = 0.5 * Math.abs(stretch) / pitch;
        if (middle - reach < 1 || middle + reach >= 2 * half / pitch - 1) {
            return AT_EDGE;
        }
        return (int) (middle + reach) - (int) (middle - reach) + 1;
    }
}
