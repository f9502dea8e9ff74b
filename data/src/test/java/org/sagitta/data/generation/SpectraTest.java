package org.sagitta.data.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;

/** Samples against cumulative distributions that are integrated here from the published densities. */
class SpectraTest {
    private static final double ENERGY = 7000;
    private static final int DRAWS = 20_000;

    /**
     * Kolmogorov: sqrt(n) D exceeds 2.23 with probability 2 exp(-2 * 2.23^2) = 1e-4, the false-alarm rate of each test;
     * the seed is fixed.
     */
    private static final double KOLMOGOROV = 2.23;

    /** Of a numerical integral, relative. */
    private static final double INTEGRAL = 1e-9;

    @ParameterizedTest
    @EnumSource(Resonance.class)
    void ptFollowsThePublishedDensity(Resonance resonance) {
        PtDistribution spectrum = ProductionModel.of(resonance, ENERGY).pt();
        DoubleUnaryOperator density = density(resonance);
        double[] values = draw(random -> spectrum.sample(random.uniform(), 0));
        assertTrue(kolmogorov(values, pt -> share(density, pt)) < KOLMOGOROV);
        double[] above = draw(random -> spectrum.sample(random.uniform(), 5.5));
        double below = share(density, 5.5);
        assertTrue(kolmogorov(above, pt -> (share(density, pt) - below) / (1 - below)) < KOLMOGOROV);
    }

    /** The formulas once more, as printed in their source. */
    private static DoubleUnaryOperator density(Resonance resonance) {
        return switch (resonance) {
            case JPSI -> pt -> pt / Math.pow(1 + Math.pow(pt / 5.072, 2), 4.071);
            case PSI_2S -> scaled(Resonance.JPSI, 3.0969 / 3.686097);
            case UPSILON_1S -> pt -> pt / Math.pow(1 + 0.471 * Math.pow(pt / (1.96 * Math.pow(7000, 0.095)), 2), 3.4);
            case UPSILON_2S -> scaled(Resonance.UPSILON_1S, 9.4604 / 10.0234);
            case UPSILON_3S -> scaled(Resonance.UPSILON_1S, 9.4604 / 10.3551);
            case Z -> pt -> pt / Math.pow(1 + Math.pow(pt / 6, 2), 1.8);
        };
    }

    /** One shape in pT over mass. */
    private static DoubleUnaryOperator scaled(Resonance kin, double massRatio) {
        DoubleUnaryOperator density = density(kin);
        return pt -> density.applyAsDouble(pt * massRatio);
    }

    /** Share of a pT density below a value, integrated in t = pT/(1 + pT) to reach infinity. */
    private static double share(DoubleUnaryOperator density, double pt) {
        return integral(density, pt / (1 + pt)) / integral(density, 1 - 1e-12);
    }

    private static double integral(DoubleUnaryOperator density, double upTo) {
        return new IterativeLegendreGaussIntegrator(20, 1e-6, 1e-9)
                .integrate(1_000_000, t -> density.applyAsDouble(t / (1 - t)) / ((1 - t) * (1 - t)), 0, upTo);
    }

    @ParameterizedTest
    @CsvSource({"JPSI, 3.0968", "PSI_2S, 3.6861", "UPSILON_1S, 9.46", "UPSILON_3S, 10.355", "Z, 91.2"})
    void rapidityFollowsItsDensity(Resonance resonance, double mass) {
        RapidityDistribution spectrum = ProductionModel.of(resonance, ENERGY).rapidity();
        double limit = Math.log(ENERGY / mass);
        double sigma = 0.4 * limit;
        assertEquals(
                resonance == Resonance.Z ? 1 : Math.exp(-1.5 * 1.5 / (2 * sigma * sigma)),
                spectrum.density(-1.5),
                1e-4);
        assertEquals(0, spectrum.density(limit + 0.01));
        for (double edge : new double[] {2.5, 100}) {
            double[] values = draw(random -> spectrum.sample(random, edge));
            double top = Math.min(edge, limit);
            double all = rapidityIntegral(spectrum, -top, top);
            assertTrue(kolmogorov(values, y -> rapidityIntegral(spectrum, -top, y) / all) < KOLMOGOROV);
        }
    }

    private static double rapidityIntegral(RapidityDistribution spectrum, double from, double to) {
        int steps = 200;
        double h = (to - from) / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += h * spectrum.density(from + (i + 0.5) * h);
        }
        return sum;
    }

    @Test
    void zRapidityIsFlatToTwo() {
        RapidityDistribution spectrum = ProductionModel.of(Resonance.Z, ENERGY).rapidity();
        assertEquals(1, spectrum.density(1.99));
        assertTrue(spectrum.density(3) < 0.6 && spectrum.density(3) > 0.4);
    }

    @Test
    void breitWignerFollowsItsDensity() {
        MassLine line = ProductionModel.of(Resonance.Z, ENERGY).line().orElseThrow();
        double[] values = draw(random -> line.sample(random.uniform()));
        assertTrue(kolmogorov(values, m -> lineIntegral(60, m) / lineIntegral(60, 120)) < KOLMOGOROV);
        for (double u = 0; u <= 1; u += 0.01) {
            assertEquals(u, line.cumulative(line.sample(u)), INTEGRAL);
        }
        assertEquals(60, line.sample(0), 1e-12 * 60);
        assertEquals(120, line.sample(1), 1e-12 * 120);
        // Peak in s: M^2/(1 + g^2), so a width that does not run has its mass lower by 34 MeV.
        double g = 2.4955 / 91.1880;
        assertEquals(0.0341, 91.1880 * (1 - 1 / Math.sqrt(1 + g * g)), 1e-4);
    }

    private static double lineIntegral(double from, double to) {
        int steps = 1500;
        double h = (to - from) / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double m = from + (i + 0.5) * h;
            double s = m * m;
            double m2 = 91.1880 * 91.1880;
            double running = s * 2.4955 / 91.1880;
            sum += h * 2 * m / ((s - m2) * (s - m2) + running * running);
        }
        return sum;
    }

    @Test
    void nonsenseIsMisuse() {
        assertThrows(IllegalArgumentException.class, () -> new PtSpectrum(0, 3));
        assertThrows(IllegalArgumentException.class, () -> new PtSpectrum(1, 1));
        assertThrows(IllegalArgumentException.class, () -> new RapiditySpectrum(0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new BreitWigner(91, 2, 120, 60));
        assertThrows(IllegalArgumentException.class, () -> ProductionModel.of(Resonance.Z, 50));
        assertThrows(IllegalArgumentException.class, () -> new BeamSpot(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Acceptance(2.4, Double.NaN));
    }

    private static double[] draw(ToDoubleFunction<EventRandom> sampler) {
        RandomStream stream = RandomStream.of("spectra", RandomPurpose.TEST);
        double[] values = new double[DRAWS];
        for (int event = 0; event < DRAWS; event++) {
            values[event] = sampler.applyAsDouble(EventRandom.of(11, stream, event));
        }
        return values;
    }

    /** sqrt(n) times the largest distance between the sample and a cumulative distribution, looked at on 400 values. */
    private static double kolmogorov(double[] values, DoubleUnaryOperator cumulative) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double largest = 0;
        for (int i = 25; i < sorted.length; i += 50) {
            largest = Math.max(largest, Math.abs(cumulative.applyAsDouble(sorted[i]) - (i + 0.5) / sorted.length));
        }
        return largest * Math.sqrt(sorted.length);
    }
}
