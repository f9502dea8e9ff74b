package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.geometry.alignment.WeakMode;
import org.sagitta.validation.study.WeakModeMasses;
import org.sagitta.validation.study.WeakModeResponse;

class WeakModeRunTest {
    private static final int MUONS = 1500;
    private static final int PAIRS = 60;

    /** Relative, of modes that bend: straight path, uniform field, half the spread of the radii of a layer. */
    private static final double BENDING = 0.05;

    /** Relative, of a mode that scales: hits off the centre of rigid sensors scatter as much as the mode moves; about 4 sigma. */
    private static final double SCALING = 0.2;

    /** Relative: rounding of the fit's convergence, and muons that cross other sensors. */
    private static final double LINEAR = 0.02;

    private static WeakModeResponse of(WeakMode mode, double amplitude, int threads) throws InterruptedException {
        return new WeakModeRun(amplitude, 1)
                .run(List.of(mode), MUONS, PAIRS, threads, ProgressListener.none())
                .get(0);
    }

    @Test
    void modesAnswerAsTheirClosedFormsSay() throws InterruptedException {
        List<WeakMode> modes =
                List.of(WeakMode.LAYER_ROTATION, WeakMode.TWIST, WeakMode.QUADRATIC_SAGITTA, WeakMode.RADIAL);
        List<WeakModeResponse> responses = new WeakModeRun(0.1, 1).run(modes, MUONS, PAIRS, 2, ProgressListener.none());
        for (int i = 0; i < modes.size(); i++) {
            WeakModeResponse r = responses.get(i);
            assertEquals(modes.get(i).modeName(), r.mode());
            assertEquals(1, r.found(), modes.get(i) == WeakMode.RADIAL ? SCALING : BENDING, r.mode());
            assertTrue(r.edgeUm() > 50 && r.edgeUm() < 65, r.mode() + " moves the edge by " + r.edgeUm() + " um");
        }
    }

    @Test
    void twiceTheAmplitudeGivesTwiceTheResponseOnAnyNumberOfThreads() throws InterruptedException {
        WeakModeResponse one = of(WeakMode.TWIST, 0.1, 1);
        assertEquals(one, of(WeakMode.TWIST, 0.1, 3));
        WeakModeResponse two = of(WeakMode.TWIST, 0.2, 2);
        assertEquals(2 * one.predicted(), two.predicted(), 1e-15);
        assertEquals(one.found(), two.found(), LINEAR);
        WeakModeMasses jpsi = one.masses().get(0);
        assertEquals("JPSI", jpsi.resonance());
        assertEquals(
                2 * jpsi.inclusive().shift(),
                two.masses().get(0).inclusive().shift(),
                2 * LINEAR * Math.abs(jpsi.inclusive().shift()) + 2e-6);
        assertEquals(4, two.chi2() / one.chi2(), 0.2, "chi2 goes with the square");
    }
}
