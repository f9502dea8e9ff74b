package org.sagitta.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.PerigeeState;
import org.sagitta.kalman.state.SymMatrix5;

class ResolutionStudyTest {
    private static final SymMatrix5 COVARIANCE = SymMatrix5.diagonal(1, 1, 1, 1, 1);
    private static final LocalVector TRUTH = new LocalVector(0.1, -3, 3.1, 1.2, 0.5);
    private static final double PT = Math.sin(1.2) / 0.5;
    private static final int MUONS = 4000;

    /** Standard deviations; five figures with a two-sided false-alarm rate of 1e-4 each. */
    private static final double SIGMAS = 3.9;

    /** Widths of the parameters that are drawn: mm, mm, rad, rad, 1/GeV. */
    private static final double[] WIDTHS = {0.02, 0.05, 1e-3, 1e-4, 0.005};

    private static ResolutionStudy filled(double eta, int first, int end) {
        ResolutionStudy study = new ResolutionStudy(List.of(1.0, PT));
        Random random = new Random(4);
        for (int i = 0; i < end; i++) {
            double[] shift = new double[5];
            for (int j = 0; j < 5; j++) {
                shift[j] = WIDTHS[j] * random.nextGaussian();
            }
            if (i >= first) {
                LocalVector fitted = TRUTH.plus(new LocalVector(shift[0], shift[1], shift[2], shift[3], shift[4]));
                study.addFitted(eta, PT, new PerigeeState(fitted, COVARIANCE), TRUTH, 1, 1);
            }
        }
        return study;
    }

    @ParameterizedTest
    @EnumSource(TrackQuantity.class)
    void resolutionIsTheWidthThatWasDrawn(TrackQuantity quantity) {
        double drawn = switch (quantity) {
            // d pT / pT = sqrt((d(q/p) / (q/p))^2 + (cot(theta) d theta)^2), in per cent
            case PT -> 100 * Math.hypot(0.005 / 0.5, 1e-4 / Math.tan(1.2));
            case D0 -> 20;
            case Z0 -> 50;
            case PHI -> 1;
            case COT_THETA -> 0.1 / (Math.sin(1.2) * Math.sin(1.2));
        };
        Resolution found = filled(-0.55, 0, MUONS).resolution(quantity, PT, 0.4, 0.6);
        assertEquals(drawn, found.value(), SIGMAS * found.error(), quantity.toString());
        assertEquals(MUONS, found.entries());
    }

    @Test
    void partsGiveTheWhole() {
        ResolutionStudy parts = filled(1.03, 0, MUONS / 3);
        parts.merge(filled(1.03, MUONS / 3, MUONS));
        ResolutionStudy whole = filled(1.03, 0, MUONS);
        assertEquals(whole.resolution(TrackQuantity.D0, PT, 1, 1.1), parts.resolution(TrackQuantity.D0, PT, 1, 1.1));
        assertEquals(MUONS, parts.muons());
        assertEquals(MUONS, parts.fitted());
    }

    @Test
    void muonsGoToTheirBins() {
        ResolutionStudy study = filled(2.49, 0, 10);
        assertEquals(0, study.resolution(TrackQuantity.D0, PT, 2.3, 2.4).entries());
        assertEquals(10, study.resolution(TrackQuantity.D0, PT, 2.4, 2.5).entries());
        assertEquals(0, study.resolution(TrackQuantity.D0, 1.0, 2.4, 2.5).entries());
        assertThrows(IllegalArgumentException.class, () -> study.resolution(TrackQuantity.D0, 3.0, 2.4, 2.5));
        assertThrows(IllegalArgumentException.class, () -> study.resolution(TrackQuantity.D0, PT, 2.44, 2.5));
        assertThrows(IllegalArgumentException.class, () -> study.resolution(TrackQuantity.D0, PT, 2.4, 2.6));
    }

    @Test
    void everyPublishedFigureHasASourceAndAPlace() {
        List<PublishedFigure> figures = PublishedFigures.load();
        assertTrue(figures.size() > 300, "figures: " + figures.size());
        for (PublishedFigure figure : figures) {
            assertTrue(figure.value() > 0 && figure.valueLow() <= figure.valueHigh(), figure.toString());
            assertTrue(figure.absEtaLow() <= figure.absEtaHigh() && figure.absEtaHigh() <= 2.5, figure.toString());
            assertTrue(!figure.source().isEmpty(), figure.toString());
        }
    }
}
