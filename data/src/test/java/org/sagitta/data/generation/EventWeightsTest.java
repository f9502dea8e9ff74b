package org.sagitta.data.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.geometry.linear.Vec3;

/** A weighted sample must be one of the other model: means of weighted events against what that model says. */
class EventWeightsTest {
    private static final RandomStream STREAM = RandomStream.of("weights", RandomPurpose.TEST);
    private static final int EVENTS = 20_000;

    /** Standard deviations allowed for a mean: one false alarm in 16 000 comparisons; the seed is fixed. */
    private static final double SIGMAS = 4;

    private static GeneratedPair[] z(ZLine line, DecayAngles angles) {
        PairGenerator generator = new PairGenerator(
                ProductionModel.of(Resonance.Z, 7000, line, ZSpectra.SIMPLE),
                new DecayModel(angles, Radiation.MULTI_PHOTON),
                new BeamSpot(0, 0),
                new Acceptance(50, 0));
        GeneratedPair[] pairs = new GeneratedPair[EVENTS];
        for (int event = 0; event < EVENTS; event++) {
            pairs[event] = generator.generate(EventRandom.of(1, STREAM, event));
        }
        return pairs;
    }

    /** Mean of weight times value, which a normalised weight makes the mean of the value in the other model. */
    private static void assertMean(
            double expected, GeneratedPair[] pairs, PairWeight weight, ToDoubleFunction<GeneratedPair> value) {
        double sum = 0;
        double squares = 0;
        for (GeneratedPair pair : pairs) {
            double term = weight.of(pair) * value.applyAsDouble(pair);
            sum += term;
            squares += term * term;
        }
        double mean = sum / pairs.length;
        double sigma = Math.sqrt((squares / pairs.length - mean * mean) / pairs.length);
        assertEquals(expected, mean, SIGMAS * sigma);
    }

    @ParameterizedTest
    @EnumSource(ZLine.class)
    void massAndWidthOfTheZ(ZLine line) {
        GeneratedPair[] pairs = z(line, DecayAngles.FLAT);
        PairWeight weight = EventWeights.zLine(line, 0.1, -0.05);
        MassLine wanted = line.window(91.288, 2.4455);
        assertMean(1, pairs, weight, pair -> 1);
        for (double limit : new double[] {85, 90, 91.2, 92, 95}) {
            assertMean(
                    wanted.cumulative(limit),
                    pairs,
                    weight,
                    pair -> pair.boson().mass() < limit ? 1 : 0);
        }
    }

    /** Near the peak the weight is 1 + shift d ln(line)/dM, from the formula by hand, to second order in the shift. */
    @Test
    void massWeightIsTheDerivativeOfTheLine() {
        PairWeight up = EventWeights.zMass(ZLine.BREIT_WIGNER).weight("massShiftZ2p1MeVUp");
        PairWeight down = EventWeights.zMass(ZLine.BREIT_WIGNER).weight("massShiftZ2p1MeVDown");
        double m = 91.188;
        double g = 2.4955;
        for (GeneratedPair pair : z(ZLine.BREIT_WIGNER, DecayAngles.FLAT)) {
            double s = pair.boson().mass() * pair.boson().mass();
            double h = 1e-4;
            double slope = (logLine(s, m + h, g) - logLine(s, m - h, g)) / (2 * h);
            // The window holds all but a constant; norm changes by less than 1e-6 per MeV.
            assertEquals(0.0042 * slope, Math.log(up.of(pair) / down.of(pair)), 2e-5);
            assertTrue(up.of(pair) > 0.99 && up.of(pair) < 1.01);
        }
    }

    private static double logLine(double s, double m, double g) {
        double running = s * g / m;
        return Math.log(m * g / ((s - m * m) * (s - m * m) + running * running));
    }

    @Test
    void massWeightsHaveTheNamesOfTheFits() {
        EventWeights weights = EventWeights.zMass(ZLine.FULL);
        assertEquals(23, weights.size());
        assertEquals("massShiftZ100MeVDown", weights.names().get(0));
        assertEquals("massShiftZ0MeV", weights.names().get(10));
        assertEquals("massShiftZ50MeVUp", weights.names().get(15));
        assertEquals("massShiftZ2p1MeVDown", weights.names().get(21));
        GeneratedPair pair = z(ZLine.FULL, DecayAngles.FLAT)[3];
        double[] values = weights.of(pair);
        assertEquals(1, values[10], 1e-15);
        assertEquals(weights.weight("massShiftZ50MeVUp").of(pair), values[15]);
        assertThrows(IllegalArgumentException.class, () -> weights.weight("massShiftW"));
        assertThrows(IllegalArgumentException.class, () -> weights.with("massShiftZ0MeV", p -> 1));
    }

    @Test
    void widthWeightsAreThoseOfTheShift() {
        EventWeights weights = EventWeights.zWidth(ZLine.FULL);
        assertEquals(8, weights.size());
        assertEquals("widthShiftZ2p3MeVDown", weights.names().get(0));
        GeneratedPair pair = z(ZLine.FULL, DecayAngles.FLAT)[3];
        PairWeight wider = EventWeights.zLine(ZLine.FULL, 0, 0.05);
        assertEquals(wider.of(pair), weights.weight("widthShiftZ50MeVUp").of(pair));
        assertEquals(
                EventWeights.zLine(ZLine.FULL, 0, -0.0023).of(pair),
                weights.weight("widthShiftZ2p3MeVDown").of(pair));
    }

    /** Flat decays become those of the default coefficients; those become shifted ones. */
    @Test
    void anglesOfTheZ() {
        ZAngularModel model = ZAngularModel.standard(7000);
        GeneratedPair[] flat = z(ZLine.BREIT_WIGNER, DecayAngles.FLAT);
        PairWeight toModel = PairWeight.angles(DecayAngles.FLAT, new ZDecay(model));
        assertMean(1, flat, toModel, pair -> 1);
        assertMean(
                0,
                flat,
                toModel,
                pair -> 4 * cosine(pair) - model.at(pair.boson()).a4());
        GeneratedPair[] pairs = z(ZLine.BREIT_WIGNER, new ZDecay(model));
        EventWeights weights = EventWeights.zAngles(new ZDecay(model), model, 0.05);
        assertEquals(16, weights.size());
        assertMean(1, pairs, weights.weight("A0Up"), pair -> 1);
        assertMean(0.05, pairs, weights.weight("A0Up"), pair -> {
            double c = cosine(pair);
            return 4 - 10 * c * c - model.at(pair.boson()).a0();
        });
        assertMean(
                -0.05,
                pairs,
                weights.weight("A4Down"),
                pair -> 4 * cosine(pair) - model.at(pair.boson()).a4());
        assertMean(0.05, pairs, weights.weight("A5Up"), pair -> {
            DecayFrame frame = DecayFrame.collinsSoper(pair.boson());
            Vec3 negative = DecayFrame.positiveAxis(pair).times(-1);
            double c = frame.cosTheta(negative);
            return 5 * (1 - c * c) * Math.sin(2 * frame.phi(negative));
        });
    }

    private static double cosine(GeneratedPair pair) {
        return -DecayFrame.collinsSoper(pair.boson()).cosTheta(DecayFrame.positiveAxis(pair));
    }

    @Test
    void spectrumAndPolarisation() {
        ProductionModel model = ProductionModel.of(Resonance.JPSI, 7000).withBeauty(BeautySource.charmonium(0.2));
        PairGenerator generator = new PairGenerator(model, DecayModel.PLAIN, new BeamSpot(0, 0), new Acceptance(50, 0));
        PtSpectrum harder = new PtSpectrum(5.5, 4.071);
        QuarkoniumPolarisation longitudinal = new QuarkoniumPolarisation(-0.5, 0, 0);
        PairWeight weight = PairWeight.pt(model.pt(), harder)
                .times(PairWeight.angles(DecayAngles.FLAT, new PolarisedDecay(longitudinal)));
        GeneratedPair[] pairs = new GeneratedPair[EVENTS];
        for (int event = 0; event < EVENTS; event++) {
            pairs[event] = generator.generate(EventRandom.of(2, STREAM, event));
        }
        double share = 0.8 * harder.shareAbove(8) + 0.2 * new PtSpectrum(4.0384, 3.0288).shareAbove(8);
        assertMean(share, pairs, weight, pair -> pair.boson().pt() > 8 ? 1 : 0);
        assertMean((5 - 1.5) / (5 * 2.5), pairs, weight, pair -> {
            double c = DecayFrame.helicity(pair.boson()).cosTheta(DecayFrame.positiveAxis(pair));
            return c * c;
        });
        assertEquals(harder.density(3), (harder.shareAbove(2.9999) - harder.shareAbove(3.0001)) / 2e-4, 1e-7);
    }
}
