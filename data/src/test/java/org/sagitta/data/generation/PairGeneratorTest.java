package org.sagitta.data.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

class PairGeneratorTest {
    private static final BeamSpot BEAM_SPOT = new BeamSpot(0.02, 50);
    private static final Acceptance TRACKER = new Acceptance(2.5, 3.15);
    /** Practically everything is accepted, so that distributions are those before any selection. */
    private static final Acceptance OPEN = new Acceptance(50, 0);

    private static final RandomStream STREAM = RandomStream.of("pairs", RandomPurpose.TEST);

    /** Sums of a few energies up to 1 TeV, in GeV: 1e3 * 2e-16 * a few operations. */
    private static final double FOUR_MOMENTUM = 1e-11;

    /** Standard deviations allowed for a mean: one false alarm in 16 000 tests; the seed is fixed. */
    private static final double SIGMAS = 4;

    private static PairGenerator generator(Resonance resonance, Acceptance acceptance) {
        return new PairGenerator(ProductionModel.of(resonance, 7000), BEAM_SPOT, acceptance);
    }

    private static GeneratedPair pair(PairGenerator generator, long event) {
        return generator.generate(EventRandom.of(2, STREAM, event));
    }

    @ParameterizedTest
    @EnumSource(Resonance.class)
    void fourMomentumIsConservedOnShell(Resonance resonance) {
        PairGenerator generator = generator(resonance, TRACKER);
        for (int event = 0; event < 2000; event++) {
            GeneratedPair pair = pair(generator, event);
            FourMomentum boson = pair.boson().momentum();
            FourMomentum rest = boson.minus(pair.dimuon()).minus(pair.photon());
            double tolerance = FOUR_MOMENTUM * (1 + boson.e());
            assertEquals(0, Math.abs(rest.px()) + Math.abs(rest.py()) + Math.abs(rest.pz()), tolerance);
            assertEquals(0, rest.e(), tolerance);
            assertEquals(
                    0,
                    pair.photon().dot(pair.photon()),
                    tolerance * (1 + pair.photon().e()));
            assertEquals(pair.boson().mass(), boson.mass(), 1e-9 * boson.mass());
            assertTrue(pair.mass() <= pair.boson().mass() + tolerance);
        }
    }

    @ParameterizedTest
    @EnumSource(Resonance.class)
    void muonsAreAccepted(Resonance resonance) {
        PairGenerator generator = generator(resonance, TRACKER);
        for (int event = 0; event < 2000; event++) {
            GeneratedPair pair = pair(generator, event);
            assertTrue(TRACKER.accepts(pair));
            assertEquals(1, pair.plus().charge());
            assertEquals(-1, pair.minus().charge());
            assertEquals(-13, pair.plus().pdgId());
            assertEquals(pair.vertex(), pair.plus().vertex());
            assertEquals(1 / pair.plus().pt(), pair.plus().k());
            assertEquals(-1 / pair.minus().momentum().norm(), pair.minus().qOverP());
        }
    }

    /** The numbers of calibration practice: 9.9, 13.5 and 20.4 % of decays lose more than 1 % of their mass. */
    @ParameterizedTest
    @CsvSource({"JPSI, 0.0267, 0.099", "UPSILON_1S, 0.0371, 0.135", "Z, 0.0582, 0.204"})
    void radiationHasTheLeadingLogShare(Resonance resonance, double exponent, double share) {
        assertEquals(exponent, FinalStateRadiation.exponent(resonance.mass()), 6e-5);
        PairGenerator generator = generator(resonance, OPEN);
        int n = 40_000;
        int lossy = 0;
        int byPlus = 0;
        for (int event = 0; event < n; event++) {
            GeneratedPair pair = pair(generator, event);
            if (pair.mass() < 0.99 * pair.boson().mass()) {
                lossy++;
                byPlus += cosine(pair.photon(), pair.plus()) > cosine(pair.photon(), pair.minus()) ? 1 : 0;
            }
        }
        // The published shares are rounded to 1e-3.
        assertEquals(share, (double) lossy / n, 5e-4 + SIGMAS * Math.sqrt(share / n));
        assertEquals(0.5, (double) byPlus / lossy, SIGMAS * 0.5 / Math.sqrt(lossy));
    }

    private static double cosine(FourMomentum photon, GeneratedMuon muon) {
        return photon.momentum().unit().dot(muon.momentum().unit());
    }

    @Test
    void lostShareIsAPowerLaw() {
        double beta = FinalStateRadiation.exponent(91.188);
        int n = 40_000;
        for (double x : new double[] {1e-6, 1e-3, 0.02, 0.5}) {
            int below = 0;
            for (int event = 0; event < n; event++) {
                below += FinalStateRadiation.sampleLostShare(91.188, EventRandom.of(6, STREAM, event)) < x ? 1 : 0;
            }
            double expected = Math.pow(x, beta);
            assertEquals(expected, (double) below / n, SIGMAS * Math.sqrt(expected * (1 - expected) / n), "x = " + x);
        }
    }

    /** Collinear radiation leaves the other muon almost alone: in the rest frame its energy stays m/2. */
    @Test
    void otherMuonKeepsItsEnergy() {
        PairGenerator generator = generator(Resonance.Z, OPEN);
        for (int event = 0; event < 500; event++) {
            GeneratedPair pair = pair(generator, event);
            double m = pair.boson().mass();
            FourMomentum boson = pair.boson().momentum();
            double larger = Math.max(restEnergy(boson, pair.plus()), restEnergy(boson, pair.minus()));
            // Corrections are of the order of m_mu^2 / (m (1 - x)).
            double x = 1 - pair.mass() * pair.mass() / (m * m);
            assertEquals(m / 2, larger, 1e-9 * m + 2 * Units.MUON_MASS * Units.MUON_MASS / (m * (1 - x)));
        }
    }

    private static double restEnergy(FourMomentum boson, GeneratedMuon muon) {
        return boson.dot(FourMomentum.of(muon.momentum(), Units.MUON_MASS)) / boson.mass();
    }

    /** Direction of the positive muon in the rest frame of the boson, against the beam and against the flight. */
    @ParameterizedTest
    @EnumSource(Resonance.class)
    void decayIsIsotropic(Resonance resonance) {
        PairGenerator generator = generator(resonance, OPEN);
        Vec3 beam = new Vec3(0, 0, 1);
        int n = 20_000;
        double[] sums = new double[5];
        for (int event = 0; event < n; event++) {
            GeneratedPair pair = pair(generator, event);
            FourMomentum boson = pair.boson().momentum();
            Vec3 axis = inRestFrame(boson, pair.plus()).unit();
            double alongBeam = axis.dot(beam);
            double alongFlight = axis.dot(boson.momentum().unit());
            sums[0] += alongBeam;
            sums[1] += alongFlight;
            sums[2] += alongBeam * alongBeam;
            sums[3] += alongFlight * alongFlight;
            sums[4] += Math.cos(pair.boson().phi());
        }
        assertEquals(0, sums[0] / n, SIGMAS * Math.sqrt(1 / 3.0 / n));
        assertEquals(0, sums[1] / n, SIGMAS * Math.sqrt(1 / 3.0 / n));
        assertEquals(1 / 3.0, sums[2] / n, SIGMAS * Math.sqrt(4 / 45.0 / n));
        assertEquals(1 / 3.0, sums[3] / n, SIGMAS * Math.sqrt(4 / 45.0 / n));
        assertEquals(0, sums[4] / n, SIGMAS * Math.sqrt(0.5 / n));
    }

    private static Vec3 inRestFrame(FourMomentum boson, GeneratedMuon muon) {
        FourMomentum back = new FourMomentum(-boson.px(), -boson.py(), -boson.pz(), boson.e());
        return FourMomentum.of(muon.momentum(), Units.MUON_MASS)
                .boostedFromRestFrameOf(back)
                .momentum();
    }

    @Test
    void boostIsALorentzTransformation() {
        FourMomentum frame = FourMomentum.of(new Vec3(3, -4, 12), 3.1);
        FourMomentum a = FourMomentum.of(new Vec3(0.3, 1.1, -0.4), Units.MUON_MASS);
        FourMomentum b = FourMomentum.of(new Vec3(-0.7, 0.2, 0.9), 0);
        FourMomentum a2 = a.boostedFromRestFrameOf(frame);
        FourMomentum b2 = b.boostedFromRestFrameOf(frame);
        assertEquals(a.dot(b), a2.dot(b2), 1e-12);
        assertEquals(a.e(), frame.dot(a2) / frame.mass(), 1e-13);
        FourMomentum atRest = new FourMomentum(0, 0, 0, 3.1).boostedFromRestFrameOf(frame);
        assertEquals(frame.px(), atRest.px(), 1e-13);
        assertEquals(frame.e(), atRest.e(), 1e-13);
    }

    /**
     * Not drawing hopeless candidates must not change what is accepted: against a generator that draws everything, the
     * mean pT of accepted pairs agrees.
     */
    @Test
    void shortcutKeepsTheDistribution() {
        PairGenerator fast = generator(Resonance.JPSI, TRACKER);
        PairGenerator open = generator(Resonance.JPSI, OPEN);
        int n = 3000;
        double[] shortcut = new double[n];
        double[] plain = new double[n];
        long event = 0;
        for (int i = 0; i < n; i++) {
            shortcut[i] = pair(fast, i).boson().pt();
            GeneratedPair candidate = pair(open, event++);
            while (!TRACKER.accepts(candidate)) {
                candidate = pair(open, event++);
            }
            plain[i] = candidate.boson().pt();
        }
        double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(shortcut, plain);
        assertTrue(p > 1e-4, "p = " + p);
    }

    /** Accepted pairs of a generator that draws what cannot be accepted, too. */
    private static GeneratedPair[] plain(ProductionModel model, Acceptance acceptance, int n) {
        PairGenerator open = new PairGenerator(model, BEAM_SPOT, OPEN);
        GeneratedPair[] pairs = new GeneratedPair[n];
        long event = n;
        for (int i = 0; i < n; i++) {
            GeneratedPair candidate = pair(open, event++);
            while (!acceptance.accepts(candidate)) {
                candidate = pair(open, event++);
            }
            pairs[i] = candidate;
        }
        return pairs;
    }

    private static GeneratedPair[] shortcut(ProductionModel model, Acceptance acceptance, int n) {
        PairGenerator fast = new PairGenerator(model, BEAM_SPOT, acceptance);
        return IntStream.range(0, n).mapToObj(i -> pair(fast, i)).toArray(GeneratedPair[]::new);
    }

    private static double[] continuumMasses(GeneratedPair[] pairs) {
        return Arrays.stream(pairs)
                .filter(p -> p.origin() == Origin.CONTINUUM)
                .mapToDouble(p -> p.boson().mass())
                .toArray();
    }

    /** Nor must it change masses or the share of the continuum, whose window is wide here to show it. */
    @Test
    void shortcutKeepsTheContinuum() {
        ProductionModel model = ProductionModel.of(Resonance.JPSI, 7000)
                .withBeauty(BeautySource.charmonium(0.5))
                .withContinuum(new Continuum(0.5, 0, 0.5));
        Acceptance acceptance = new Acceptance(2.5, 3.5);
        int n = 6000;
        double[] fast = continuumMasses(shortcut(model, acceptance, n));
        double[] slow = continuumMasses(plain(model, acceptance, n));
        double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(fast, slow);
        assertTrue(p > 1e-4, "p = " + p);
        assertEquals(slow.length, fast.length, SIGMAS * Math.sqrt(2 * n * 0.25));
    }

    /** With such a threshold muons of a Z below 70 GeV need transverse momentum. */
    @Test
    void shortcutKeepsTheLineOfTheZ() {
        ProductionModel model = ProductionModel.of(Resonance.Z, 7000, ZLine.FULL, ZSpectra.SIMPLE);
        Acceptance acceptance = new Acceptance(2.5, 35);
        int n = 20_000;
        double fast = light(shortcut(model, acceptance, n));
        double slow = light(plain(model, acceptance, n));
        assertEquals(slow, fast, SIGMAS * Math.sqrt(fast + slow));
    }

    private static double light(GeneratedPair[] pairs) {
        return Arrays.stream(pairs)
                .mapToDouble(pair -> pair.boson().mass() < 70 ? 1 : 0)
                .sum();
    }

    /**
     * Photons draw from a source of their own: an event keeps direction, momentum and vertex whichever model makes them,
     * but for the few in which they decide whether a candidate is accepted.
     */
    @Test
    void photonsLeaveTheRestOfTheEventAlone() {
        ProductionModel model = ProductionModel.of(Resonance.Z, 7000).withContinuum(new Continuum(0.2, 0, 0.15));
        DecayAngles angles = new ZDecay(ZAngularModel.standard(7000));
        Acceptance tight = new Acceptance(1, 30);
        PairGenerator soft = new PairGenerator(model, new DecayModel(angles, Radiation.MULTI_PHOTON), BEAM_SPOT, tight);
        PairGenerator hard =
                new PairGenerator(model, new DecayModel(angles, Radiation.MULTI_PHOTON_CORRECTED), BEAM_SPOT, tight);
        int same = 0;
        int n = 1000;
        for (int event = 0; event < n; event++) {
            GeneratedPair a = pair(soft, event);
            GeneratedPair b = pair(hard, event);
            if (a.boson().equals(b.boson())) {
                same++;
                assertEquals(a.vertex(), b.vertex());
                assertEquals(a.origin(), b.origin());
                Vec3 turned = DecayFrame.positiveAxis(a).minus(DecayFrame.positiveAxis(b));
                assertEquals(0, turned.norm(), 1e-9);
            }
        }
        // Some ten candidates per event, of which one in a hundred is at the edge of the acceptance.
        assertTrue(same > 0.85 * n, "same " + same);
    }

    @Test
    void eventsAreReproducible() {
        PairGenerator one = generator(Resonance.UPSILON_1S, TRACKER);
        PairGenerator two = generator(Resonance.UPSILON_1S, TRACKER);
        assertEquals(pair(one, 5), pair(two, 5));
        assertNotEquals(pair(one, 5), pair(one, 6));
    }

    @Test
    void vertexIsThatOfTheBeamSpot() {
        int n = 20_000;
        double x2 = 0;
        double z2 = 0;
        for (int event = 0; event < n; event++) {
            Vec3 v = BEAM_SPOT.sample(EventRandom.of(3, STREAM, event));
            x2 += v.x() * v.x();
            z2 += v.z() * v.z();
        }
        assertEquals(1, x2 / n / (0.02 * 0.02), SIGMAS * Math.sqrt(2.0 / n));
        assertEquals(1, z2 / n / (50 * 50), SIGMAS * Math.sqrt(2.0 / n));
    }

    @Test
    void emptyAcceptanceIsSaid() {
        // Two muons exactly at eta = 0 need a coincidence of 1e-18.
        Acceptance impossible = new Acceptance(1e-9, 3);
        PairGenerator generator = generator(Resonance.JPSI, impossible);
        BadInputException e =
                assertThrows(BadInputException.class, () -> generator.generate(EventRandom.of(1, STREAM, 1)));
        assertTrue(String.valueOf(e.getMessage()).contains("JPSI"));
    }
}
