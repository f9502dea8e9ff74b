package org.sagitta.data.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

class DecayAnglesTest {
    private static final RandomStream STREAM = RandomStream.of("angles", RandomPurpose.TEST);
    private static final Acceptance OPEN = new Acceptance(50, 0);
    private static final int DECAYS = 40_000;

    /** Standard deviations allowed for a mean: one false alarm in 16 000 comparisons; the seed is fixed. */
    private static final double SIGMAS = 4;

    private static PairGenerator generator(Resonance resonance, DecayAngles angles) {
        return new PairGenerator(
                ProductionModel.of(resonance, 7000),
                new DecayModel(angles, Radiation.MULTI_PHOTON),
                new BeamSpot(0, 0),
                OPEN);
    }

    private static void assertAxes(DecayFrame frame) {
        assertEquals(1, frame.x().cross(frame.y()).dot(frame.z()), 1e-9);
        assertEquals(0, frame.x().dot(frame.y()), 1e-9);
        assertEquals(0, frame.x().dot(frame.z()), 1e-9);
        assertEquals(0, frame.y().dot(frame.z()), 1e-9);
    }

    /** Angles against the invariant formulas of Collins and Soper in momenta of the laboratory. */
    @Test
    void collinsSoperAnglesAreThoseOfTheFormula() {
        PairGenerator generator = generator(Resonance.Z, DecayAngles.FLAT);
        for (int event = 0; event < 500; event++) {
            GeneratedPair pair = generator.generate(EventRandom.of(1, STREAM, event));
            Boson boson = pair.boson();
            DecayFrame frame = DecayFrame.collinsSoper(boson);
            assertAxes(frame);
            assertAxes(DecayFrame.helicity(boson));
            Vec3 negative = DecayFrame.positiveAxis(pair).times(-1);
            FourMomentum all = boson.momentum();
            double p = Math.sqrt(0.25 * boson.mass() * boson.mass() - Units.MUON_MASS * Units.MUON_MASS);
            FourMomentum lepton =
                    FourMomentum.of(negative.times(p), Units.MUON_MASS).boostedFromRestFrameOf(all);
            FourMomentum anti = all.minus(lepton);
            // 2 (l+ m- - l- m+) / (Q sqrt(Q^2 + QT^2)) with l+- = (E +- pz)/sqrt 2, for massless muons.
            double product = (lepton.e() + lepton.pz()) * (anti.e() - anti.pz())
                    - (lepton.e() - lepton.pz()) * (anti.e() + anti.pz());
            double q = boson.mass();
            double side = boson.y() < 0 ? -1 : 1;
            double cosTheta = side * product / (q * Math.hypot(q, boson.pt()));
            assertEquals(cosTheta, frame.cosTheta(negative), 1e-5);
            // x against the transverse momentum, so that cos phi is positive for muons that go backwards.
            Vec3 difference = lepton.momentum().minus(anti.momentum());
            Vec3 transverse = new Vec3(Math.cos(boson.phi()), Math.sin(boson.phi()), 0);
            double along = -difference.dot(transverse) / Math.sqrt(1 + boson.pt() * boson.pt() / (q * q));
            double normal = difference.dot(transverse.cross(new Vec3(0, 0, side)));
            double off = Math.IEEEremainder(Math.atan2(normal, along) - frame.phi(negative), 2 * Math.PI);
            assertEquals(0, off * Math.sqrt(1 - cosTheta * cosTheta), 1e-5);
        }
    }

    /** Each coefficient is the mean of its polynomial (ATLAS, arXiv:1606.00689). */
    @Test
    void coefficientsAreTheMomentsOfTheAngles() {
        AngularCoefficients wanted = new AngularCoefficients(0.3, -0.15, 0.2, 0.1, 0.2, 0.05, -0.06, 0.08);
        double[] sums = new double[8];
        double[] squares = new double[8];
        ZAngularModel model = new ZAngularModel(1e30, new AngularCoefficients(0, 0, 0, 0, 0, 0, 0, 0));
        DecayFrame frame = new DecayFrame(new Vec3(0, 1, 0), new Vec3(0, 0, 1), new Vec3(1, 0, 0));
        assertEquals(0, model.at(new Boson(91, 0, 1, 0)).a4(), 1e-12);
        EventRandom random = EventRandom.of(2, STREAM, 0);
        for (int i = 0; i < DECAYS; i++) {
            Vec3 axis = wanted.sample(frame, random);
            double c = frame.cosTheta(axis);
            double s = Math.sqrt(1 - c * c);
            double phi = frame.phi(axis);
            double[] terms = {
                4 - 10 * c * c,
                10 * s * c * Math.cos(phi),
                10 * s * s * Math.cos(2 * phi),
                4 * s * Math.cos(phi),
                4 * c,
                5 * s * s * Math.sin(2 * phi),
                10 * s * c * Math.sin(phi),
                4 * s * Math.sin(phi)
            };
            for (int j = 0; j < 8; j++) {
                sums[j] += terms[j];
                squares[j] += terms[j] * terms[j];
            }
        }
        double[] expected = {
            wanted.a0(), wanted.a1(), wanted.a2(), wanted.a3(), wanted.a4(), wanted.a5(), wanted.a6(), wanted.a7()
        };
        for (int j = 0; j < 8; j++) {
            double mean = sums[j] / DECAYS;
            double sigma = Math.sqrt((squares[j] / DECAYS - mean * mean) / DECAYS);
            assertEquals(expected[j], mean, SIGMAS * sigma, "A" + j);
        }
    }

    /** The whole way from the generator to the angles of radiating muons: forward by A4, flatter at high pT. */
    @Test
    void zDecaysHaveTheCoefficientsOfTheirMomentum() {
        ZAngularModel model = ZAngularModel.standard(7000);
        PairGenerator generator = generator(Resonance.Z, new ZDecay(model));
        double a0 = 0;
        double a4 = 0;
        double wanted0 = 0;
        double wanted4 = 0;
        for (int event = 0; event < DECAYS; event++) {
            GeneratedPair pair = generator.generate(EventRandom.of(3, STREAM, event));
            DecayFrame frame = DecayFrame.collinsSoper(pair.boson());
            double c = -frame.cosTheta(DecayFrame.positiveAxis(pair));
            a0 += 4 - 10 * c * c;
            a4 += 4 * c;
            wanted0 += model.at(pair.boson()).a0();
            wanted4 += model.at(pair.boson()).a4();
        }
        assertTrue(wanted0 / DECAYS > 0.05 && wanted4 / DECAYS > 0.05);
        // Standard deviations of a single term: 10 sqrt(<c^4> - <c^2>^2) = 3.0 and 4 sqrt(<c^2>) = 2.5.
        assertEquals(wanted0 / DECAYS, a0 / DECAYS, SIGMAS * 3.0 / Math.sqrt(DECAYS));
        assertEquals(wanted4 / DECAYS, a4 / DECAYS, SIGMAS * 2.5 / Math.sqrt(DECAYS));
    }

    @Test
    void lamTungHoldsByDefault() {
        ZAngularModel model = ZAngularModel.standard(7000);
        double before = -1;
        for (double pt = 0; pt < 1000; pt += 20) {
            AngularCoefficients at = model.at(new Boson(91.188, pt, -1.2, 0));
            assertEquals(at.a0(), at.a2());
            assertTrue(at.a0() > before && at.a0() < 1);
            before = at.a0();
        }
        AngularCoefficients shifted = model.shifted(new AngularCoefficients(0.01, 0, 0, 0, 0, 0, 0, 0.02))
                .at(new Boson(91.188, 50, 0, 0));
        AngularCoefficients plain = model.at(new Boson(91.188, 50, 0, 0));
        assertEquals(plain.a0() + 0.01, shifted.a0(), 1e-15);
        assertEquals(0.02, shifted.a7(), 1e-15);
    }

    /**
     * Means over dN: cos^2 theta (5 + 3 lt) / (5 (3 + lt)), cos 2 phi lp / (3 + lt), sin 2 theta cos phi 4 ltp / (5 (3 +
     * lt)), integrated by hand.
     */
    @ParameterizedTest
    @CsvSource({"1, 0, 0", "-1, 0, 0", "0.3, -0.2, 0.15", "0, 0.4, -0.2"})
    void polarisationIsThatOfTheHelicityFrame(double lt, double lp, double ltp) {
        PairGenerator generator =
                generator(Resonance.JPSI, new PolarisedDecay(new QuarkoniumPolarisation(lt, lp, ltp)));
        double c2 = 0;
        double cos2Phi = 0;
        double mixed = 0;
        for (int event = 0; event < DECAYS; event++) {
            GeneratedPair pair = generator.generate(EventRandom.of(4, STREAM, event));
            DecayFrame frame = DecayFrame.helicity(pair.boson());
            Vec3 axis = DecayFrame.positiveAxis(pair);
            double c = frame.cosTheta(axis);
            double phi = frame.phi(axis);
            assertEquals(c, axis.dot(pair.boson().momentum().momentum().unit()), 1e-9);
            c2 += c * c;
            cos2Phi += Math.cos(2 * phi);
            mixed += 2 * c * Math.sqrt(1 - c * c) * Math.cos(phi);
        }
        // Standard deviations of single terms are below 0.35, 0.75 and 0.6.
        double root = Math.sqrt(DECAYS);
        assertEquals((5 + 3 * lt) / (5 * (3 + lt)), c2 / DECAYS, SIGMAS * 0.35 / root);
        assertEquals(lp / (3 + lt), cos2Phi / DECAYS, SIGMAS * 0.75 / root);
        assertEquals(4 * ltp / (5 * (3 + lt)), mixed / DECAYS, SIGMAS * 0.6 / root);
    }

    @Test
    void densitiesStayBelowTheirBoundAndAboveZero() {
        AngularCoefficients z = new AngularCoefficients(0.3, -0.15, 0.2, 0.1, 0.2, 0.05, -0.06, 0.08);
        QuarkoniumPolarisation q = new QuarkoniumPolarisation(0.3, -0.2, 0.15);
        for (double c = -1; c <= 1; c += 0.01) {
            for (double phi = -Math.PI; phi < Math.PI; phi += 0.1) {
                assertTrue(z.density(c, phi) > 0 && z.density(c, phi) <= z.bound());
                assertTrue(q.density(c, phi) > 0 && q.density(c, phi) <= q.bound());
            }
        }
    }

    @Test
    void impossiblePolarisationIsRefused() {
        assertFalse(QuarkoniumPolarisation.isPossible(-1, 0.1, 0));
        assertFalse(QuarkoniumPolarisation.isPossible(1, 0, 0.1));
        assertFalse(QuarkoniumPolarisation.isPossible(Double.NaN, 0, 0));
        assertTrue(QuarkoniumPolarisation.isPossible(1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new QuarkoniumPolarisation(-1, 0.5, 0));
        assertThrows(IllegalArgumentException.class, () -> new AngularCoefficients(0, 0, 0, Double.NaN, 0, 0, 0, 0));
    }
}
