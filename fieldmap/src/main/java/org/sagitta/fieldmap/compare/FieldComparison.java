package org.sagitta.fieldmap.compare;

import java.util.List;
import java.util.stream.IntStream;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.compare.TrackFieldRatio.Average;
import org.sagitta.fieldmap.compare.TrackFieldRatio.OverPhi;

/**
 * Everything that is shown about two fields in the tracker volume.
 *
 * @param map ratio over r, phi and z
 * @param tracks ratios along straight tracks, by rising eta
 * @param numerator divergence and curl of the numerator
 * @param denominator divergence and curl of the denominator
 */
public record FieldComparison(
        FieldRatioMap map, List<Track> tracks, MaxwellResiduals numerator, MaxwellResiduals denominator) {
    private static final int MAXWELL_POINTS = 3000;
    private static final double ETA_STEP = 0.4;
    private static final int ETA_STEPS_PER_SIDE = 6;

    /**
     * Ratios along tracks of one pseudorapidity, over the azimuth.
     *
     * @param eta pseudorapidity
     * @param endRadius where the path ends [mm]
     * @param bz mean Bz
     * @param bending mean bending field
     * @param sagitta bending field with the weight of a sagitta
     */
    public record Track(double eta, double endRadius, OverPhi bz, OverPhi bending, OverPhi sagitta) {}

    public FieldComparison {
        tracks = List.copyOf(tracks);
    }

    /**
     * Compares two fields.
     *
     * @throws org.sagitta.fieldmap.OutOfFieldException if a field does not cover r <= 1.1 m, |z| <= 2.8 m
     */
    public static FieldComparison of(MagneticField numerator, MagneticField denominator) {
        return new FieldComparison(
                FieldRatioMap.overTracker(numerator, denominator),
                IntStream.rangeClosed(-ETA_STEPS_PER_SIDE, ETA_STEPS_PER_SIDE)
                        .mapToObj(i -> track(numerator, denominator, i * ETA_STEP))
                        .toList(),
                MaxwellResiduals.of(numerator, MAXWELL_POINTS),
                MaxwellResiduals.of(denominator, MAXWELL_POINTS));
    }

    private static Track track(MagneticField numerator, MagneticField denominator, double eta) {
        return new Track(
                eta,
                TrackFieldRatio.endRadius(eta),
                overPhi(Average.BZ, numerator, denominator, eta),
                overPhi(Average.BENDING, numerator, denominator, eta),
                overPhi(Average.SAGITTA_BENDING, numerator, denominator, eta));
    }

    private static OverPhi overPhi(Average average, MagneticField numerator, MagneticField denominator, double eta) {
        return TrackFieldRatio.overPhi(average, numerator, denominator, eta, TrackFieldRatio.PHI_STEPS);
    }
}
