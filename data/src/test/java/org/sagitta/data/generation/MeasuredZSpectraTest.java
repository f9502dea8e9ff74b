package org.sagitta.data.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.sagitta.data.generation.BinnedSpectrum.Start;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;

/** Spectra in bins: samples against the tables of Phys. Rev. D 85 (2012) 032002, entered here a second time. */
class MeasuredZSpectraTest {
    private static final int DRAWS = 200_000;

    /** Probability that a right sample fails; the seed is fixed. */
    private static final double FALSE_ALARM = 1e-4;

    /** Standard deviations for a share, one false alarm in 16 000; the seed is fixed. */
    private static final double SIGMAS = 4;

    /** Rounding of sums and of inverses, relative to the whole. */
    private static final double ROUNDING = 1e-13;

    private static final double[] PT_EDGES = {
        0, 2.5, 5, 7.5, 10, 12.5, 15, 17.5, 20, 30, 40, 50, 70, 90, 110, 150, 190, 250, 600
    };
    /** 1e-6 per GeV. */
    private static final double[] PT = {
        32100, 58900, 55100, 39000, 34900, 27400, 22300, 16800, 11400, 6320, 3530, 1740, 776, 487, 179, 71, 11.7, 2.24
    };
    /** 1e-3 per 1, bins of 0.1. */
    private static final double[] RAPIDITY = {
        337, 335, 341, 346, 354, 346, 328, 347, 347, 332, 329, 334, 325, 341, 319, 330, 299, 331, 308, 328, 294, 298,
        290, 278, 199, 249, 241, 256, 221, 165, 183, 228, 78, 105, 89
    };

    private static final BinnedSpectrum MEASURED_PT = MeasuredZSpectra.pt();

    private static ProductionModel model() {
        return ProductionModel.of(Resonance.Z, 7000, ZLine.BREIT_WIGNER, ZSpectra.MEASURED);
    }

    private static double[] rapidityEdges() {
        return IntStream.rangeClosed(0, RAPIDITY.length)
                .mapToDouble(i -> i / 10.0)
                .toArray();
    }

    private static double[] draw(ToDoubleFunction<EventRandom> sampler) {
        RandomStream stream = RandomStream.of("measured", RandomPurpose.TEST);
        return IntStream.range(0, DRAWS)
                .mapToDouble(i -> sampler.applyAsDouble(EventRandom.of(5, stream, i)))
                .toArray();
    }

    /** Chi2 of a sample against the contents of the bins from {@code first} to before {@code end} less its critical value. */
    private static double excess(double[] values, double[] edges, double[] densities, int first, int end) {
        double total = 0;
        for (int i = first; i < end; i++) {
            total += densities[i] * (edges[i + 1] - edges[i]);
        }
        int[] counts = new int[end];
        for (double value : values) {
            int bin = first;
            while (bin < end && value >= edges[bin + 1]) {
                bin++;
            }
            counts[bin]++;
        }
        double chi2 = 0;
        for (int i = first; i < end; i++) {
            double expected = values.length * densities[i] * (edges[i + 1] - edges[i]) / total;
            chi2 += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        return chi2 - new ChiSquaredDistribution(end - first - 1).inverseCumulativeProbability(1 - FALSE_ALARM);
    }

    @Test
    void ptFillsTheBinsAsPublished() {
        PtDistribution pt = model().pt();
        double[] all = draw(random -> pt.sample(random.uniform(), 0));
        assertTrue(excess(all, PT_EDGES, PT, 0, PT.length) < 0);
        double[] above = draw(random -> pt.sample(random.uniform(), 20));
        assertTrue(excess(above, PT_EDGES, PT, 8, PT.length) < 0);
    }

    @Test
    void rapidityFillsTheBinsAsPublished() {
        RapidityDistribution rapidity = model().rapidity();
        double[] all = draw(random -> rapidity.sample(random, 10));
        double[] absolute =
                IntStream.range(0, DRAWS).mapToDouble(i -> Math.abs(all[i])).toArray();
        assertTrue(excess(absolute, rapidityEdges(), RAPIDITY, 0, RAPIDITY.length) < 0);
        double[] inside = draw(random -> Math.abs(rapidity.sample(random, 2.4)));
        assertTrue(excess(inside, rapidityEdges(), RAPIDITY, 0, 24) < 0);
        double positive =
                (double) IntStream.range(0, DRAWS).filter(i -> all[i] > 0).count();
        assertEquals(0.5 * DRAWS, positive, SIGMAS * Math.sqrt(0.25 * DRAWS));
        assertEquals(rapidity.density(1.23), rapidity.density(-1.23));
    }

    /** Simpson's rule is exact for the parabola of a bin. */
    @Test
    void everyBinKeepsItsContentAndTheDensityIsContinuous() {
        double total = IntStream.range(0, PT.length)
                .mapToDouble(i -> PT[i] * (PT_EDGES[i + 1] - PT_EDGES[i]))
                .sum();
        assertEquals(1, 1e-6 * total, 5e-4);
        for (int i = 0; i < PT.length; i++) {
            double low = PT_EDGES[i];
            double high = PT_EDGES[i + 1];
            double simpson =
                    (MEASURED_PT.density(low) + 4 * MEASURED_PT.density(0.5 * (low + high)) + MEASURED_PT.density(high))
                            / 6;
            assertEquals(PT[i] / total, simpson, ROUNDING);
            double before = MEASURED_PT.density(Math.nextDown(high));
            assertEquals(MEASURED_PT.density(high), before, 1e-9);
        }
        for (double pt = 0; pt <= 600; pt += 0.1) {
            assertTrue(MEASURED_PT.density(pt) >= 0);
        }
        assertEquals(0, MEASURED_PT.density(0));
        assertEquals(0, MEASURED_PT.density(-1));
        assertEquals(0, MEASURED_PT.density(600.1));
        assertEquals(1, MEASURED_PT.shareAbove(0));
        assertEquals(0, MEASURED_PT.shareAbove(600));
    }

    @Test
    void quantilesInvertTheShares() {
        for (double u = 0; u < 1; u += 0.001) {
            assertEquals(u, MEASURED_PT.cumulative(MEASURED_PT.quantile(u)), ROUNDING);
            double cut = MEASURED_PT.sample(u, 33);
            assertTrue(cut >= 33);
            assertEquals((1 - u) * MEASURED_PT.shareAbove(33), MEASURED_PT.shareAbove(cut), ROUNDING);
        }
        assertEquals(0, MEASURED_PT.quantile(0));
        assertEquals(600, MEASURED_PT.quantile(1), ROUNDING * 600);
        assertEquals(700, MEASURED_PT.sample(0.5, 700));
    }

    /** A density that is not there, or is even, at the start. */
    @Test
    void theFirstBinStartsAsAsked() {
        double[] edges = {0, 1, 2};
        double[] densities = {1, 1};
        assertEquals(0.5, new BinnedSpectrum(edges, densities, Start.LEVEL).density(0.2), ROUNDING);
        BinnedSpectrum rising = new BinnedSpectrum(edges, densities, Start.ZERO);
        assertEquals(0, rising.density(0));
        assertEquals(0.5, rising.cumulative(1), ROUNDING);
    }

    @Test
    void onlyTheZIsMeasured() {
        ProductionModel simple = ProductionModel.of(Resonance.JPSI, 7000);
        assertEquals(simple, ProductionModel.of(Resonance.JPSI, 7000, ZLine.BREIT_WIGNER, ZSpectra.MEASURED));
        assertEquals(
                0,
                ProductionModel.of(Resonance.Z, 200, ZLine.FULL, ZSpectra.MEASURED)
                        .rapidity()
                        .density(0.8));
    }

    @Test
    void nonsenseIsMisuse() {
        double[] two = {1, 1};
        assertThrows(IllegalArgumentException.class, () -> new BinnedSpectrum(two, two, Start.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new BinnedSpectrum(new double[] {0, 2, 1}, two, Start.ZERO));
        assertThrows(
                IllegalArgumentException.class,
                () -> new BinnedSpectrum(new double[] {0, 1, 2}, new double[] {1, 0}, Start.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new BinnedRapidity(MeasuredZSpectra.absoluteRapidity(), 0));
    }

    /**
     * The spectrum was measured with muons of pT above 20 GeV and |eta| below 2.1 but is generated for all: how much of it
     * is changed by such muons alone. 5 % is the uncertainty of a bin.
     */
    @Test
    void theAcceptanceItWasMeasuredInHardlyChangesThePt() {
        DecayModel decays = new DecayModel(new ZDecay(ZAngularModel.standard(7000)), Radiation.NONE);
        PairGenerator generator = new PairGenerator(model(), decays, new BeamSpot(0, 0), new Acceptance(2.1, 20));
        double[] values = draw(random -> generator.generate(random).boson().pt());
        for (double cut : new double[] {5, 10, 20, 50, 90}) {
            double above = (double) Arrays.stream(values).filter(pt -> pt > cut).count();
            assertEquals(1, above / DRAWS / MEASURED_PT.shareAbove(cut), 0.05, "above " + cut + " GeV");
        }
    }
}
