package org.sagitta.calibration.likelihood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.target.RadiationTemplate;

class PeakShapeTest {
    private static final double JPSI = 3.0969;
    private static final MassRange RANGE = MassRange.STANDARD;

    private static RadiationTemplate radiation(int pairs) {
        var random = RandomSource.XO_RO_SHI_RO_128_PP.create(5);
        RadiationTemplate.Builder builder = RadiationTemplate.builder(JPSI);
        for (int i = 0; i < pairs; i++) {
            builder.add(0.1, JPSI * Math.sqrt(1 - Math.pow(random.nextDouble(), 1 / 0.0267)));
        }
        return builder.build();
    }

    @Test
    void densityIsNormalisedInTheWindow() {
        PeakShape shape = PeakShape.of(radiation(50_000));
        double[] out = new double[3];
        for (double sigma : new double[] {0.004, 0.0131, 0.05}) {
            double sum = 0;
            int steps = 4000;
            double step = (RANGE.high() - RANGE.low()) / steps;
            for (int i = 0; i < steps; i++) {
                shape.evaluate(RANGE.low() + (i + 0.5) * step, RANGE.low(), RANGE.high(), sigma, out);
                sum += out[0] * step;
            }
            assertEquals(1, sum, 1e-5, "sigma " + sigma);
        }
    }

    /** A histogram of folded pairs, chi^2 over 40 bins. */
    @Test
    void densityIsThatOfFoldedPairs() {
        RadiationTemplate template = radiation(100_000);
        PeakShape shape = PeakShape.of(template);
        var random = RandomSource.XO_RO_SHI_RO_128_PP.create(6);
        var gauss = ZigguratSampler.NormalizedGaussian.of(random);
        double sigma = 0.0137;
        int bins = 40;
        double[] counts = new double[bins];
        double inside = 0;
        for (int i = 0; i < 200_000; i++) {
            double kept = Math.sqrt(1 - Math.pow(random.nextDouble(), 1 / 0.0267));
            double leg = Math.sqrt(2) * sigma;
            double w = Math.log(kept / Math.sqrt((1 + leg * gauss.sample()) * (1 + leg * gauss.sample())));
            if (RANGE.contains(w)) {
                counts[(int) ((w - RANGE.low()) / RANGE.width() * bins)]++;
                inside++;
            }
        }
        double chi2 = 0;
        int used = 0;
        for (int b = 0; b < bins; b++) {
            double low = RANGE.low() + b * RANGE.width() / bins;
            double expected = inside * integral(shape, low, low + RANGE.width() / bins, sigma);
            if (expected > 20) {
                chi2 += (counts[b] - expected) * (counts[b] - expected) / expected;
                used++;
            }
        }
        // the template adds its own noise in the tail: 3.5 sigma of chi^2 with a tenth more variance
        assertTrue(chi2 < 1.1 * (used + 3.5 * Math.sqrt(2 * used)), "chi2 " + chi2 + " of " + used);
    }

    private static double integral(PeakShape shape, double from, double to, double sigma) {
        double[] out = new double[3];
        double sum = 0;
        int steps = 20;
        for (int i = 0; i < steps; i++) {
            shape.evaluate(from + (i + 0.5) * (to - from) / steps, RANGE.low(), RANGE.high(), sigma, out);
            sum += out[0] * (to - from) / steps;
        }
        return sum;
    }

    @Test
    void derivativesAgreeWithFiniteDifferences() {
        PeakShape shape = PeakShape.of(radiation(20_000));
        double[] at = new double[3];
        double[] up = new double[3];
        double[] down = new double[3];
        double h = 1e-6;
        for (double w : new double[] {-0.07, -0.02, 0.001, 0.015}) {
            double sigma = 0.0123;
            shape.evaluate(w, RANGE.low(), RANGE.high(), sigma, at);
            shape.evaluate(w + h, RANGE.low() + h, RANGE.high() + h, sigma, up);
            shape.evaluate(w - h, RANGE.low() - h, RANGE.high() - h, sigma, down);
            assertEquals((up[0] - down[0]) / (2 * h), at[1], 1e-4 * Math.abs(at[1]) + 1e-4, "w");
            shape.evaluate(w, RANGE.low(), RANGE.high(), sigma * (1 + h), up);
            shape.evaluate(w, RANGE.low(), RANGE.high(), sigma * (1 - h), down);
            assertEquals((up[0] - down[0]) / (2 * h), at[2], 1e-4 * Math.abs(at[2]) + 1e-4, "sigma");
        }
        shape.evaluate(0, RANGE.low(), RANGE.high(), 1e-4, at);
        assertEquals(0, at[2], 0.0, "below the table nothing depends on sigma");
    }
}
