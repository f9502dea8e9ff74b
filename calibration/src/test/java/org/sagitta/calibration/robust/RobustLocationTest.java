package org.sagitta.calibration.robust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class RobustLocationTest {

    @Test
    void slopesAreDerivativesAndWeightsAreRatios() {
        for (Loss loss : new Loss[] {TukeyBiweight.STANDARD, new TukeyBiweight(2), LeastSquares.INSTANCE}) {
            assertEquals(loss.slope(0), loss.weight(0));
            for (double u = -6.05; u < 6; u += 0.1) {
                double h = 1e-5;
                assertEquals((loss.psi(u + h) - loss.psi(u - h)) / (2 * h), loss.slope(u), 1e-8);
                assertEquals(loss.psi(u) / u, loss.weight(u), 1e-14);
                assertEquals(-loss.psi(u), loss.psi(-u));
            }
        }
        assertThrows(IllegalArgumentException.class, () -> new TukeyBiweight(0));
    }

    @Test
    void leastSquaresIsTheWeightedMean() {
        // weights 4 and 1
        RobustLocation location =
                RobustLocation.of(new double[] {10, 11}, new double[] {0.05, 0.1}, LeastSquares.INSTANCE);
        // sum (x/t - 1) / s^2 = 0 with weights 4 : 1
        assertEquals((4 * 10 + 11) / 5.0, location.value(), 1e-8);
    }

    @Test
    void farAwayValuesDoNotCount() {
        double[] values = new double[101];
        double[] sigmas = new double[101];
        for (int i = 0; i < 100; i++) {
            values[i] = 3 + 0.001 * (i - 49.5);
            sigmas[i] = 0.01;
        }
        values[100] = 2;
        sigmas[100] = 0.01;
        RobustLocation with = RobustLocation.of(values, sigmas, TukeyBiweight.STANDARD);
        RobustLocation without =
                RobustLocation.of(Arrays.copyOf(values, 100), Arrays.copyOf(sigmas, 100), TukeyBiweight.STANDARD);
        assertEquals(3, without.value(), 1e-9);
        assertEquals(without.value(), with.value(), 1e-9);
    }

    @Test
    void errorCoversAlthoughErrorsAreWrong() {
        // values scatter 1.5 times more than they say; 400 trials of 200 values
        var random = RandomSource.XO_RO_SHI_RO_128_PP.create(17);
        var gauss = ZigguratSampler.NormalizedGaussian.of(random);
        double sum2 = 0;
        int trials = 400;
        for (int trial = 0; trial < trials; trial++) {
            double[] values = new double[200];
            double[] sigmas = new double[200];
            for (int i = 0; i < values.length; i++) {
                sigmas[i] = 0.005 + 0.01 * random.nextDouble();
                values[i] = 9.46 * (1 + 1.5 * sigmas[i] * gauss.sample());
            }
            RobustLocation location = RobustLocation.of(values, sigmas, TukeyBiweight.STANDARD);
            double pull = (location.value() / 9.46 - 1) / location.relativeSigma();
            sum2 += pull * pull;
        }
        // chi2 of 400: standard deviation of the mean square sqrt(2/400) = 0.07; 3.3 sigma, false alarm 1e-3
        assertEquals(1, sum2 / trials, 0.235);
    }

    /** rho is what psi is the slope of, from 0 on. */
    @Test
    void rhoIsTheIntegralOfPsi() {
        for (Loss loss : new Loss[] {LeastSquares.INSTANCE, TukeyBiweight.STANDARD}) {
            assertEquals(0, loss.rho(0));
            double h = 1e-4;
            for (double u = -6; u < 6; u += 0.1) {
                double slope = (loss.rho(u + h) - loss.rho(u - h)) / (2 * h);
                // h^2 / 6 times the third derivative of rho, which is below 3
                assertEquals(loss.psi(u), slope, 0.5 * h * h + 1e-11 / h, loss + " at " + u);
            }
        }
    }

    @Test
    void emptyOrUnequalInputIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> RobustLocation.of(new double[0], new double[0], LeastSquares.INSTANCE));
        assertThrows(
                IllegalArgumentException.class,
                () -> RobustLocation.of(new double[] {1}, new double[] {1, 2}, LeastSquares.INSTANCE));
        assertTrue(RobustLocation.of(new double[] {1, 100}, new double[] {1e-3, 1e-3}, TukeyBiweight.STANDARD)
                        .value()
                > 0);
    }
}
