package org.sagitta.fieldmap.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sagitta.fieldmap.CylindricalField;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.OutOfFieldException;
import org.sagitta.fieldmap.ScaledField;
import org.sagitta.fieldmap.compare.TrackFieldRatio.Average;
import org.sagitta.fieldmap.compare.TrackFieldRatio.OverPhi;
import org.sagitta.fieldmap.parametrised.FieldModels;

/** Field mapper over TOSCA, against the tables beside the reference values (ratio minus one in units of 1e-3). */
class FieldRatioTest {
    private static final double UNIT = 1e-3;
    /** One step of the last printed digit: three decimals. */
    private static final double PRINTED_3 = 0.001;
    /** Half a step of the last printed digit, plus the uneven rounding of halves: two decimals. */
    private static final double PRINTED_2 = 0.0055;
    /** Relative rounding. */
    private static final double NUMERICAL = 1e-13;

    private static final MagneticField MAP = FieldModels.byName(FieldModels.FIELD_MAPPER);
    private static final MagneticField TOSCA = FieldModels.byName(FieldModels.TOSCA);

    @ParameterizedTest
    @CsvSource({
        "0, 1.342, 0.987, 0.434, 0.099, 0.059, 0.094, 0.411, 0.919, 1.123",
        "2, 1.323, 0.953, 0.406, 0.117, 0.087, 0.113, 0.388, 0.891, 1.118",
        "4, 1.257, 0.837, 0.305, 0.174, 0.180, 0.175, 0.298, 0.794, 1.096",
        "6, 1.164, 0.677, 0.143, 0.251, 0.313, 0.258, 0.152, 0.651, 1.055"
    })
    void ratioOverRAndZ(
            int rIndex, double a, double b, double c, double d, double e, double f, double g, double h, double i) {
        FieldRatioMap map = FieldRatioMap.overTracker(MAP, TOSCA);
        int[] zIndex = {0, 2, 4, 6, 7, 8, 10, 12, 14};
        double[] expected = {a, b, c, d, e, f, g, h, i};
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], map.bzRatioOverPhi(rIndex, zIndex[k]).mean() / UNIT, PRINTED_3);
        }
    }

    @Test
    void summaryOverTheTracker() {
        FieldRatioMap map = FieldRatioMap.overTracker(MAP, TOSCA);
        FieldRatioMap.Summary all = map.bzRatio();
        assertEquals(0.058, all.min() / UNIT, PRINTED_3);
        assertEquals(1.362, all.max() / UNIT, PRINTED_3);
        assertEquals(0.589, all.mean() / UNIT, PRINTED_3);
        assertEquals(0.406, all.rms() / UNIT, PRINTED_3);
        double[] byR = {0.638, 0.635, 0.625, 0.607, 0.578, 0.533, 0.504};
        double[] byZ = {1.274, 0.868, 0.327, 0.158, 0.157, 0.317, 0.818, 1.100};
        for (int i = 0; i < byR.length; i++) {
            assertEquals(byR[i], map.bzRatioByR().get(i).mean() / UNIT, PRINTED_3);
        }
        for (int i = 0; i < byZ.length; i++) {
            assertEquals(byZ[i], map.bzRatioByZ().get(2 * i).mean() / UNIT, PRINTED_3);
        }
        assertEquals(48, map.bzRatioByPhi().size());
        assertEquals(7 * 48 * 15, map.nodes().size());
    }

    /** Half range over phi: 0.02 at r = 0.2 m, 0.126 at 1.1 m, largest over z. */
    @ParameterizedTest
    @CsvSource({"1, 0.02, 0.005", "6, 0.126, 0.001"})
    void halfRangeOverPhi(int rIndex, double expected, double tolerance) {
        FieldRatioMap map = FieldRatioMap.overTracker(MAP, TOSCA);
        double largest = 0;
        for (int iz = 0; iz < map.z().size(); iz++) {
            FieldRatioMap.Summary s = map.bzRatioOverPhi(rIndex, iz);
            largest = Math.max(largest, (s.max() - s.min()) / 2);
        }
        assertEquals(expected, largest / UNIT, tolerance);
    }

    @Test
    void transverseDifferences() {
        FieldRatioMap map = FieldRatioMap.overTracker(MAP, TOSCA);
        double milliTesla = 1e-3;
        assertEquals(3.3, map.deltaBr().max() / milliTesla, 0.05);
        assertEquals(0.84, map.deltaBr().rmsAroundZero() / milliTesla, PRINTED_2);
        assertEquals(-1.18, map.deltaBphi().min() / milliTesla, PRINTED_2);
        assertEquals(0.35, map.deltaBphi().rmsAroundZero() / milliTesla, PRINTED_2);
    }

    @Test
    void axisymmetricFitAgainstBoth() {
        MagneticField flat = FieldModels.byName("polyfit2d_3.81143026675623");
        FieldRatioMap.Summary overTosca = FieldRatioMap.overTracker(flat, TOSCA).bzRatio();
        assertEquals(0.058, overTosca.min() / UNIT, PRINTED_3);
        assertEquals(1.309, overTosca.max() / UNIT, PRINTED_3);
        assertEquals(0.573, overTosca.mean() / UNIT, PRINTED_3);
        FieldRatioMap.Summary full = FieldRatioMap.overTracker(MAP, flat).bzRatio();
        assertEquals(-0.11, full.min() / UNIT, PRINTED_2);
        assertEquals(0.14, full.max() / UNIT, PRINTED_2);
    }

    @ParameterizedTest
    @CsvSource({
        "-2.4, 0.51, 0.601, 0.020, 1.087, 0.36, 1.000, 0.37",
        "-2.0, 0.77, 0.582, 0.032, 1.072, 0.28, 0.982, 0.29",
        "-1.6, 1.10, 0.489, 0.046, 0.916, 0.24, 0.837, 0.24",
        "-1.2, 1.10, 0.215, 0.032, 0.389, 0.19, 0.379, 0.18",
        "-0.8, 1.10, 0.129, 0.023, 0.195, 0.12, 0.209, 0.12",
        "-0.4, 1.10, 0.130, 0.021, 0.152, 0.07, 0.149, 0.06",
        " 0.0, 1.10, 0.137, 0.021, 0.137, 0.02, 0.125, 0.02",
        " 0.4, 1.10, 0.130, 0.021, 0.151, 0.05, 0.146, 0.04",
        " 0.8, 1.10, 0.129, 0.020, 0.194, 0.11, 0.207, 0.11",
        " 1.2, 1.10, 0.209, 0.018, 0.374, 0.22, 0.368, 0.22",
        " 1.6, 1.10, 0.464, 0.021, 0.829, 0.39, 0.775, 0.39",
        " 2.0, 0.77, 0.540, 0.014, 0.939, 0.54, 0.892, 0.54",
        " 2.4, 0.51, 0.554, 0.009, 0.946, 0.74, 0.905, 0.75"
    })
    void ratioAlongTracks(
            double eta,
            double rEnd,
            double bz,
            double bzHalf,
            double bend,
            double bendHalf,
            double sag,
            double sagHalf) {
        assertEquals(rEnd, TrackFieldRatio.endRadius(eta) / 1000, PRINTED_2);
        check(Average.BZ, eta, bz, bzHalf, PRINTED_3);
        check(Average.BENDING, eta, bend, bendHalf, PRINTED_2);
        check(Average.SAGITTA_BENDING, eta, sag, sagHalf, PRINTED_2);
    }

    private static void check(Average average, double eta, double mean, double halfRange, double halfTolerance) {
        OverPhi ratio = TrackFieldRatio.overPhi(average, MAP, TOSCA, eta, TrackFieldRatio.PHI_STEPS);
        assertEquals(mean, (ratio.mean() - 1) / UNIT, PRINTED_3, average + " mean");
        assertEquals(halfRange, ratio.halfRange() / UNIT, halfTolerance, average + " half range");
    }

    @ParameterizedTest
    @EnumSource(Average.class)
    void aScaledFieldHasItsScaleAsRatio(Average average) {
        double ratio = TrackFieldRatio.of(average, InSituField.fromSurface(MAP), MAP, -1.7, 0.4);
        assertEquals(InSituField.IN_SITU_OVER_SURFACE, ratio, NUMERICAL);
        assertEquals(0.9, TrackFieldRatio.of(average, new ScaledField(TOSCA, 0.9), TOSCA, 0, 3), NUMERICAL);
    }

    /** Against a midpoint sum with many steps. */
    @ParameterizedTest
    @CsvSource({"0, 0.3", "-1.1, 2.9", "2.4, 1.0"})
    void theSagittaRatioIsConverged(double eta, double phi) {
        double quadrature = 1e-8;
        int steps = 4000;
        double map = 0;
        double tosca = 0;
        for (int i = 0; i < steps; i++) {
            double fraction = (i + 0.5) / steps;
            double r = fraction * TrackFieldRatio.endRadius(eta);
            double weight = Math.min(fraction, 1 - fraction);
            map += weight * bending(CylindricalField.at(MAP.cursor(), r, phi, r * Math.sinh(eta)), eta);
            tosca += weight * bending(CylindricalField.at(TOSCA.cursor(), r, phi, r * Math.sinh(eta)), eta);
        }
        assertEquals(map / tosca, TrackFieldRatio.sagittaWeighted(MAP, TOSCA, eta, phi), quadrature);
    }

    private static double bending(CylindricalField b, double eta) {
        return b.bz() - b.br() * Math.sinh(eta);
    }

    @Test
    void inSituFactorsAreTheRatiosOfTheProbe() {
        double printed = 5.1e-7;
        assertEquals(
                InSituField.IN_SITU_OVER_SURFACE, InSituField.IN_SITU_2008_T / InSituField.SURFACE_2006_T, printed);
        assertEquals(InSituField.TOSCA_OVER_SURFACE, InSituField.TOSCA_T / InSituField.SURFACE_2006_T, printed);
        assertEquals(InSituField.IN_SITU_OVER_TOSCA, InSituField.IN_SITU_2008_T / InSituField.TOSCA_T, printed);
    }

    @Test
    void aComparisonHoldsAllOfIt() {
        FieldComparison comparison = FieldComparison.of(MAP, TOSCA);
        assertEquals(13, comparison.tracks().size());
        FieldComparison.Track last = comparison.tracks().get(12);
        assertEquals(2.4, last.eta(), 1e-12);
        assertEquals(0.905, (last.sagitta().mean() - 1) / UNIT, PRINTED_3);
        assertEquals(0.589, comparison.map().bzRatio().mean() / UNIT, PRINTED_3);
        assertEquals(0, comparison.numerator().divMax(), 1e-11);
        assertEquals(3.1e-3, comparison.denominator().divMax(), 0.1e-3);
    }

    @Test
    void wrongUseIsRefused() {
        List<Double> none = List.of();
        List<Double> far = List.of(1200.0);
        List<Double> zero = List.of(0.0);
        assertThrows(IllegalArgumentException.class, () -> FieldRatioMap.sample(MAP, TOSCA, none, zero, 1));
        assertThrows(OutOfFieldException.class, () -> FieldRatioMap.sample(MAP, TOSCA, far, zero, 1));
        assertThrows(IllegalArgumentException.class, () -> TrackFieldRatio.sagittaWeighted(MAP, TOSCA, Double.NaN, 0));
    }
}
