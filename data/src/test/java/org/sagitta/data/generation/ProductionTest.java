package org.sagitta.data.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.geometry.linear.Vec3;

/** Line shape of the Z, b decays, continuum and beam spot. */
class ProductionTest {
    private static final RandomStream STREAM = RandomStream.of("production", RandomPurpose.TEST);
    private static final int EVENTS = 20_000;

    /** Standard deviations allowed for a mean: one false alarm in 16 000 comparisons; the seed is fixed. */
    private static final double SIGMAS = 4;

    /** sqrt(n) D of Kolmogorov, false alarm 1e-4; the seed is fixed. */
    private static final double KOLMOGOROV = 2.23;

    private static final double M = 91.1880;
    private static final double GAMMA = 2.4955;

    private static double kolmogorov(double[] values, DoubleUnaryOperator cumulative) {
        Arrays.sort(values);
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            largest = Math.max(largest, Math.abs(cumulative.applyAsDouble(values[i]) - (i + 0.5) / values.length));
        }
        return largest * Math.sqrt(values.length);
    }

    /** Place of the largest dN/ds = dN/dm / 2m, by a parabola through three points 1 MeV apart. */
    private static double peak(DoubleUnaryOperator perMass) {
        double h = 1e-3;
        DoubleUnaryOperator f = m -> Math.log(perMass.applyAsDouble(m) / m);
        double best = 90.5;
        for (double m = 90.5; m < 92; m += h) {
            best = f.applyAsDouble(m) > f.applyAsDouble(best) ? m : best;
        }
        double low = f.applyAsDouble(best - h);
        double high = f.applyAsDouble(best + h);
        return best + 0.5 * h * (low - high) / (low - 2 * f.applyAsDouble(best) + high);
    }

    /** s/((s - M^2)^2 + M^2 Gamma^2) with fixed width is that with running width of M/sqrt(1 + g^2): 34 MeV. */
    @Test
    void runningWidthShiftsThePeak() {
        MassLine running = ZLine.BREIT_WIGNER.window(M, GAMMA);
        double fixed = peak(m -> m / (Math.pow(m * m - M * M, 2) + M * M * GAMMA * GAMMA));
        double g = GAMMA / M;
        assertEquals(M, fixed, 1e-6);
        assertEquals(M / Math.sqrt(1 + g * g), peak(running::density), 1e-6);
        assertEquals(0.0341, fixed - peak(running::density), 1e-4);
    }

    /**
     * What the full line adds at the peak, against first-order estimates: s^-lambda moves it by -lambda Gamma^2 / (4 M)
     * with lambda 0.40 averaged over the Z couplings; interference by less than 20 MeV.
     */
    @Test
    void luminosityAndInterferenceMoveThePeakALittle() {
        double full = peak(ZLine.FULL.window(M, GAMMA)::density);
        double z = peak(ZLine.BREIT_WIGNER.window(M, GAMMA)::density);
        assertTrue(full < z && full > z - 0.03, "shift " + (full - z));
        double slope = 0.41 * GAMMA * GAMMA / (4 * M);
        assertEquals(z - slope, full, 0.02);
    }

    /** sigma(Z) / sigma(gamma) at the peak is in the hundreds, and the photon rules at 60 GeV. */
    @Test
    void photonRulesFarFromThePeak() {
        MassLine full = ZLine.FULL.window(M, GAMMA);
        MassLine z = ZLine.BREIT_WIGNER.window(M, GAMMA);
        double atPeak = full.density(M) / z.density(M);
        assertTrue(full.density(61) / z.density(61) > 4 * atPeak, "at 61 GeV " + full.density(61) / z.density(61));
        assertTrue(full.density(110) / z.density(110) < 1.5 * atPeak);
        assertEquals(0, full.density(59.9));
        assertEquals(0, z.density(120.1));
    }

    @Test
    void linesAreSampledAsTheyAreWritten() {
        for (ZLine choice : ZLine.values()) {
            MassLine line = choice.window(M, GAMMA);
            double[] values = new double[EVENTS];
            for (int i = 0; i < EVENTS; i++) {
                values[i] = line.sample(EventRandom.of(1, STREAM, i).uniform());
            }
            double[] integral = new double[60_001];
            for (int i = 0; i < 60_000; i++) {
                integral[i + 1] = integral[i] + 1e-3 * line.density(60 + 1e-3 * (i + 0.5));
            }
            assertEquals(1, integral[60_000], 1e-6);
            assertTrue(kolmogorov(values, m -> integral[(int) ((m - 60) * 1e3)]) < KOLMOGOROV);
            for (double u = 0; u <= 1; u += 0.01) {
                assertEquals(u, line.cumulative(line.sample(u)), 1e-9);
            }
            assertEquals(60, line.sample(0), 1e-9);
            assertEquals(120, line.sample(1), 1e-9);
        }
        assertThrows(IllegalArgumentException.class, () -> new DrellYanLine(M, GAMMA, 120, 60));
    }

    private static PairGenerator jpsi(ProductionModel model, Acceptance acceptance) {
        return new PairGenerator(model, DecayModel.PLAIN, new BeamSpot(0, 0), acceptance);
    }

    /** Pseudo-proper decay length of b to J/psi: exponential of mean c tau; share of all J/psi. */
    @Test
    void beautyFliesBeforeItDecays() {
        ProductionModel model = ProductionModel.of(Resonance.JPSI, 7000).withBeauty(BeautySource.charmonium(0.3));
        PairGenerator generator = jpsi(model, new Acceptance(50, 0));
        double[] lengths = new double[EVENTS];
        int n = 0;
        for (int event = 0; event < EVENTS; event++) {
            GeneratedPair pair = generator.generate(EventRandom.of(5, STREAM, event));
            Vec3 momentum = pair.boson().momentum().momentum();
            if (pair.origin() == Origin.BEAUTY) {
                lengths[n++] = pair.vertex().perp() * pair.boson().mass() / momentum.perp();
                assertEquals(0, pair.vertex().cross(momentum.unit()).norm(), 1e-9);
                assertTrue(pair.vertex().dot(momentum) > 0);
            } else {
                assertEquals(Vec3.ZERO, pair.vertex());
            }
            assertEquals(pair.vertex(), pair.plus().vertex());
        }
        assertEquals(0.3, (double) n / EVENTS, SIGMAS * Math.sqrt(0.3 * 0.7 / EVENTS));
        double cTau = 0.4698;
        assertTrue(kolmogorov(Arrays.copyOf(lengths, n), ct -> 1 - Math.exp(-ct / cTau)) < KOLMOGOROV);
    }

    /** The share at high transverse momentum, against the ratio of the published spectra. */
    @Test
    void beautyIsHarder() {
        BeautySource beauty = BeautySource.charmonium(0.1);
        PtDistribution prompt = ProductionModel.of(Resonance.JPSI, 7000).pt();
        double b = 0.1 * Math.pow(1 + Math.pow(20 / 4.0384, 2), -2.0288);
        double p = 0.9 * Math.pow(1 + Math.pow(20 / 5.072, 2), -3.071);
        assertEquals(b / (b + p), beauty.fractionAbove(20, prompt), 1e-12);
        assertTrue(b / (b + p) > 0.3);
        assertEquals(0.1, beauty.fractionAbove(0, prompt), 1e-12);
        ProductionModel model = ProductionModel.of(Resonance.JPSI, 7000).withBeauty(beauty);
        PairGenerator generator = jpsi(model, new Acceptance(2.4, 10));
        int n = 0;
        double expected = 0;
        for (int event = 0; event < 2000; event++) {
            GeneratedPair pair = generator.generate(EventRandom.of(6, STREAM, event));
            n += pair.origin() == Origin.BEAUTY ? 1 : 0;
            double pt = pair.boson().pt();
            double db = 0.1 * 2.0288 / (4.0384 * 4.0384) * Math.pow(1 + Math.pow(pt / 4.0384, 2), -3.0288);
            double dp = 0.9 * 3.071 / (5.072 * 5.072) * Math.pow(1 + Math.pow(pt / 5.072, 2), -4.071);
            expected += db / (db + dp);
        }
        assertEquals(expected, n, SIGMAS * Math.sqrt(2000 * 0.25));
    }

    @Test
    void continuumFallsExponentially() {
        Continuum continuum = new Continuum(0.2, 1.7, 0.15);
        ProductionModel model = ProductionModel.of(Resonance.JPSI, 7000).withContinuum(continuum);
        PairGenerator generator = jpsi(model, new Acceptance(50, 0));
        double[] masses = new double[EVENTS];
        int n = 0;
        for (int event = 0; event < EVENTS; event++) {
            GeneratedPair pair = generator.generate(EventRandom.of(7, STREAM, event));
            if (pair.origin() == Origin.CONTINUUM) {
                masses[n++] = pair.boson().mass();
            } else {
                assertEquals(3.0969, pair.boson().mass());
            }
        }
        assertEquals(0.2, (double) n / EVENTS, SIGMAS * Math.sqrt(0.2 * 0.8 / EVENTS));
        double low = 3.0969 * 0.85;
        double high = 3.0969 * 1.15;
        double all = 1 - Math.exp(-1.7 * (high - low));
        assertTrue(kolmogorov(Arrays.copyOf(masses, n), m -> (1 - Math.exp(-1.7 * (m - low))) / all) < KOLMOGOROV);
        assertEquals(3.0969, new Continuum(0.1, 0, 0.15).sample(Resonance.JPSI, 0.5), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> new Continuum(1, 0, 0.15));
    }

    /** Position and tilt leave the draws as they are. */
    @Test
    void beamSpotIsMovedAndTilted() {
        BeamSpot straight = new BeamSpot(0.02, 50);
        BeamSpot tilted = new BeamSpot(new Vec3(0.7, -0.4, 5), 1e-3, -2e-3, 0.02, 50);
        for (int event = 0; event < 100; event++) {
            Vec3 a = straight.sample(EventRandom.of(8, STREAM, event));
            Vec3 b = tilted.sample(EventRandom.of(8, STREAM, event));
            assertEquals(a.z() + 5, b.z(), 1e-12);
            assertEquals(a.x() + 0.7 + 1e-3 * a.z(), b.x(), 1e-12);
            assertEquals(a.y() - 0.4 - 2e-3 * a.z(), b.y(), 1e-12);
        }
        assertThrows(IllegalArgumentException.class, () -> new BeamSpot(Vec3.ZERO, Double.NaN, 0, 0, 0));
    }

    /** Events of the first releases, bit by bit: a failure here changes the results of all scenarios. */
    @Test
    void standardEventsStayAsTheyWere() {
        assertEquals(-4463561215473182522L, fingerprint(Resonance.JPSI));
        assertEquals(-7434906480211785691L, fingerprint(Resonance.UPSILON_1S));
        assertEquals(6089618068226081850L, fingerprint(Resonance.Z));
    }

    private static long fingerprint(Resonance resonance) {
        PairGenerator generator =
                new PairGenerator(ProductionModel.of(resonance, 7000), new BeamSpot(0.02, 50), new Acceptance(2.4, 4));
        RandomStream stream = RandomStream.of("hash", RandomPurpose.GENERATION);
        long hash = 0;
        for (int event = 0; event < 5000; event++) {
            GeneratedPair pair = generator.generate(EventRandom.of(5, stream, event));
            Boson boson = pair.boson();
            hash = mixed(hash, pair.vertex());
            for (double value : new double[] {boson.mass(), boson.pt(), boson.y(), boson.phi()}) {
                hash = mixed(hash, value);
            }
            hash = mixed(mixed(hash, pair.plus().momentum()), pair.minus().momentum());
            hash = mixed(mixed(hash, pair.photon().momentum()), pair.photon().e());
        }
        return hash;
    }

    private static long mixed(long hash, Vec3 v) {
        return mixed(mixed(mixed(hash, v.x()), v.y()), v.z());
    }

    /** Zero of either sign is one zero. */
    private static long mixed(long hash, double value) {
        return 31 * hash + Double.doubleToLongBits(value + 0.0);
    }
}
