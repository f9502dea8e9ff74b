package org.sagitta.data.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

class FinalStateRadiationTest {
    private static final RandomStream STREAM = RandomStream.of("radiation", RandomPurpose.TEST);
    private static final int DECAYS = 40_000;

    /** Standard deviations allowed for a mean: one false alarm in 16 000 comparisons; the seed is fixed. */
    private static final double SIGMAS = 4;

    private static DecayProducts atRest(double mass, Radiation radiation, long event) {
        double p = Math.sqrt(0.25 * mass * mass - Units.MUON_MASS * Units.MUON_MASS);
        Vec3 axis = new Vec3(0.48, -0.6, 0.64);
        return FinalStateRadiation.radiate(
                FourMomentum.of(axis.times(p), Units.MUON_MASS),
                FourMomentum.of(axis.times(-p), Units.MUON_MASS),
                radiation,
                EventRandom.of(8, STREAM, event));
    }

    /** 1 - m_mumu^2 / m^2, from the photons, whose recoil it is. */
    private static double lostShare(DecayProducts products, double mass) {
        double pairMass = products.plus().plus(products.minus()).mass();
        return 1 - pairMass * pairMass / (mass * mass);
    }

    /**
     * P(lost share below x) = x^beta, to the statistics of the sample, for both models; and the shares of decays that lose
     * more than 1 % of their mass, of calibration practice.
     */
    @ParameterizedTest
    @CsvSource({
        "JPSI, ONE_PHOTON, 0.0267, 0.099",
        "JPSI, MULTI_PHOTON, 0.0267, 0.099",
        "PSI_2S, MULTI_PHOTON, 0.0284, 0.105",
        "UPSILON_1S, MULTI_PHOTON, 0.0371, 0.135",
        "Z, ONE_PHOTON, 0.0582, 0.204",
        "Z, MULTI_PHOTON, 0.0582, 0.204"
    })
    void lossIsAPowerLaw(Resonance resonance, Radiation radiation, double beta, double tail) {
        double mass = resonance.mass();
        assertEquals(beta, FinalStateRadiation.exponent(mass), 6e-5);
        double[] limits = {1e-5, 1e-3, 1 - 0.99 * 0.99, 0.3};
        int[] below = new int[limits.length];
        for (int event = 0; event < DECAYS; event++) {
            double share = lostShare(atRest(mass, radiation, event), mass);
            for (int i = 0; i < limits.length; i++) {
                below[i] += share < limits[i] ? 1 : 0;
            }
        }
        for (int i = 0; i < limits.length; i++) {
            double expected = Math.pow(limits[i], FinalStateRadiation.exponent(mass));
            double sigma = Math.sqrt(expected * (1 - expected) / DECAYS);
            assertEquals(expected, (double) below[i] / DECAYS, SIGMAS * sigma, "x = " + limits[i]);
        }
        assertEquals(tail, 1 - (double) below[2] / DECAYS, 5e-4 + SIGMAS * Math.sqrt(tail / DECAYS));
    }

    /**
     * Mean number of photons above x0. Given that all shares add to less than 1, the density of photons is beta/x (1 -
     * x)^beta: the soft spectrum times the chance that the others leave room.
     */
    @ParameterizedTest
    @CsvSource({"JPSI, 1e-6", "JPSI, 0.02", "Z, 1e-6", "Z, 0.02", "Z, 0.4"})
    void numberOfPhotons(Resonance resonance, double x0) {
        double mass = resonance.mass();
        double beta = FinalStateRadiation.exponent(mass);
        double soft = integral(x0, x -> beta * Math.pow(1 - x, beta));
        double corrected = integral(x0, x -> beta * Math.pow(1 - x, beta) * 0.5 * (1 + (1 - x) * (1 - x)));
        assertEquals(soft, meanNumber(mass, Radiation.MULTI_PHOTON, x0), SIGMAS * Math.sqrt(1.1 * soft / DECAYS));
        assertEquals(
                corrected,
                meanNumber(mass, Radiation.MULTI_PHOTON_CORRECTED, x0),
                SIGMAS * Math.sqrt(1.1 * corrected / DECAYS));
    }

    /** Photons above a share, before their energies are scaled to absorb the recoil. */
    private static double meanNumber(double mass, Radiation radiation, double x0) {
        PhotonShares shares = new PhotonShares(FinalStateRadiation.exponent(mass), radiation);
        long number = 0;
        for (int event = 0; event < DECAYS; event++) {
            EventRandom random = EventRandom.of(9, STREAM, event);
            double sum = Math.pow(random.uniform(), 1 / shares.beta());
            number += shares.sample(sum, random).stream().filter(x -> x > x0).count();
        }
        return (double) number / DECAYS;
    }

    /** Integral of f(x) dx/x from x0 to 1. */
    private static double integral(double x0, DoubleUnaryOperator f) {
        int steps = 100_000;
        double h = -Math.log(x0) / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += h * f.applyAsDouble(x0 * Math.exp((i + 0.5) * h));
        }
        return sum;
    }

    /** One in seven radiating Z decays with a hard photon has another one: what one photon cannot give. */
    @Test
    void thereIsMoreThanOnePhoton() {
        int two = 0;
        for (int event = 0; event < DECAYS; event++) {
            DecayProducts products = atRest(91.188, Radiation.MULTI_PHOTON, event);
            two += products.photons().stream().filter(k -> k.e() > 0.05).count() > 1 ? 1 : 0;
        }
        // Poisson with mean beta ln(m / 2 / 0.05 GeV) = 0.396: 1 - e^-n (1 + n) = 6.1 %; recoil costs a little.
        assertEquals(0.061, (double) two / DECAYS, 0.006);
    }

    /** Against the integral of the eikonal current, which is done here numerically: Kolmogorov, false alarm 1e-4. */
    @Test
    void photonsFlyAsTheCurrentSays() {
        double mass = 3.0969;
        double b = Math.sqrt(1 - 4 * Units.MUON_MASS * Units.MUON_MASS / (mass * mass));
        Vec3 axis = new Vec3(0.48, -0.6, 0.64);
        double[] cosines = new double[20_000];
        int n = 0;
        for (int event = 0; n < cosines.length; event++) {
            for (FourMomentum k : atRest(mass, Radiation.MULTI_PHOTON, event).photons()) {
                if (n < cosines.length) {
                    cosines[n++] = k.momentum().dot(axis) / k.e();
                }
            }
        }
        Arrays.sort(cosines);
        double all = eikonal(b, 1) - eikonal(b, -1);
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double share = (eikonal(b, cosines[i]) - eikonal(b, -1)) / all;
            largest = Math.max(largest, Math.abs(share - (i + 0.5) / n));
        }
        assertTrue(largest * Math.sqrt(n) < 2.23, "Kolmogorov " + largest * Math.sqrt(n));
        // Over all angles the current gives beta, up to m_mu^2 / m^2.
        double beta = FinalStateRadiation.exponent(mass);
        assertEquals(beta, all * 7.2973525693e-3 / (2 * Math.PI), 0.01 * beta);
    }

    /** Primitive of the current, by hand. */
    private static double eikonal(double b, double c) {
        double first = (1 + b * b) / b * Math.log((1 + b * c) / (1 - b * c));
        return first - (1 - b * b) / b * (1 / (1 - b * c) - 1 / (1 + b * c));
    }

    @ParameterizedTest
    @EnumSource(Radiation.class)
    void momentumIsKeptOnShell(Radiation radiation) {
        FourMomentum plus = FourMomentum.of(new Vec3(30, -4, 55), Units.MUON_MASS);
        FourMomentum minus = FourMomentum.of(new Vec3(-25, 9, -11), Units.MUON_MASS);
        FourMomentum all = plus.plus(minus);
        double tolerance = 1e-12 * all.e();
        for (int event = 0; event < 3000; event++) {
            DecayProducts products =
                    FinalStateRadiation.radiate(plus, minus, radiation, EventRandom.of(3, STREAM, event));
            FourMomentum rest =
                    all.minus(products.plus()).minus(products.minus()).minus(FourMomentum.sum(products.photons()));
            assertEquals(0, rest.momentum().norm() + Math.abs(rest.e()), tolerance);
            assertEquals(Units.MUON_MASS, products.plus().mass(), 1e-5);
            assertEquals(Units.MUON_MASS, products.minus().mass(), 1e-5);
            for (FourMomentum photon : products.photons()) {
                assertEquals(0, photon.dot(photon), 1e-12 * (1 + photon.e() * photon.e()));
                assertTrue(photon.e() >= 0);
            }
        }
    }

    @Test
    void withoutRadiationMuonsAreAsTheyWere() {
        FourMomentum plus = FourMomentum.of(new Vec3(3, -4, 5), Units.MUON_MASS);
        FourMomentum minus = FourMomentum.of(new Vec3(-2, 9, -1), Units.MUON_MASS);
        DecayProducts products = FinalStateRadiation.radiate(plus, minus, Radiation.NONE, EventRandom.of(3, STREAM, 1));
        assertEquals(0, plus.minus(products.plus()).momentum().norm(), 1e-13);
        assertEquals(0, minus.minus(products.minus()).momentum().norm(), 1e-13);
        assertTrue(products.photons().isEmpty());
    }

    /** The same chance decides what is lost, so that models can be compared event by event. */
    @Test
    void modelsShareTheirChances() {
        for (int event = 0; event < 2000; event++) {
            double one = lostShare(atRest(9.46, Radiation.ONE_PHOTON, event), 9.46);
            double many = lostShare(atRest(9.46, Radiation.MULTI_PHOTON, event), 9.46);
            assertEquals(one, many, 2 * PhotonShares.SOFTEST);
        }
    }
}
