package org.sagitta.calibration.dimuon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sagitta.geometry.units.Units;

class DimuonTest {
    /** Relative; rounding of the four-vector formula, which loses about p^2/m^2 = 1e5 of 1e-16. */
    private static final double FOUR_VECTOR_TOLERANCE = 1e-10;
    /** Absolute; central differences of ln m with a relative step of 1e-5: 1e-10 from the step, 1e-11 from rounding. */
    private static final double DIFFERENCE_TOLERANCE = 1e-9;

    private static Dimuon random(Random random) {
        return new Dimuon(
                Muon.ofPt(
                        Math.exp(6 * random.nextDouble()),
                        5 * random.nextDouble() - 2.5,
                        7 * random.nextDouble(),
                        Charge.POSITIVE),
                Muon.ofPt(
                        Math.exp(6 * random.nextDouble()),
                        5 * random.nextDouble() - 2.5,
                        7 * random.nextDouble(),
                        Charge.NEGATIVE),
                0.03);
    }

    private static double fourVectorMass(Dimuon pair) {
        double px = pair.plus().pt() * Math.cos(pair.plus().phi())
                + pair.minus().pt() * Math.cos(pair.minus().phi());
        double py = pair.plus().pt() * Math.sin(pair.plus().phi())
                + pair.minus().pt() * Math.sin(pair.minus().phi());
        double pz = pair.plus().pz() + pair.minus().pz();
        double e = pair.plus().energy() + pair.minus().energy();
        return Math.sqrt(e * e - px * px - py * py - pz * pz);
    }

    @Test
    void massIsThatOfTheFourVectors() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            Dimuon pair = random(random);
            double expected = fourVectorMass(pair);
            if (expected > 2) {
                assertEquals(1, pair.mass() / expected, FOUR_VECTOR_TOLERANCE, pair.toString());
            }
        }
    }

    @Test
    void collinearMuonsOfEqualMomentumHaveTwiceTheMuonMass() {
        Dimuon pair = new Dimuon(Muon.ofPt(50, 1.2, 0.4, Charge.POSITIVE), Muon.ofPt(50, 1.2, 0.4, Charge.NEGATIVE), 1);
        assertEquals(2 * Units.MUON_MASS, pair.mass(), 1e-15);
    }

    @Test
    void slopesAreFiniteDifferencesOfLnMass() {
        Random random = new Random(2);
        double step = 1e-5;
        for (int i = 0; i < 1000; i++) {
            Dimuon pair = random(random);
            double kPlus = pair.plus().k();
            double kMinus = pair.minus().k();
            double plus =
                    Math.log(pair.withCurvatures(kPlus * Math.exp(step), kMinus).mass()
                                    / pair.withCurvatures(kPlus * Math.exp(-step), kMinus)
                                            .mass())
                            / (2 * step);
            double minus =
                    Math.log(pair.withCurvatures(kPlus, kMinus * Math.exp(step)).mass()
                                    / pair.withCurvatures(kPlus, kMinus * Math.exp(-step))
                                            .mass())
                            / (2 * step);
            assertEquals(plus, pair.slopePlus(), DIFFERENCE_TOLERANCE, pair.toString());
            assertEquals(minus, pair.slopeMinus(), DIFFERENCE_TOLERANCE, pair.toString());
        }
    }

    @Test
    void muonMassMovesTheSlopesOfTheJpsiByHalfAPercent() {
        // m = 3.1 GeV at rest in the transverse plane: slopes -(1/2) p^2/E^2 = -(1/2) (1 - (2 m_mu / m)^2)
        Dimuon pair =
                new Dimuon(Muon.ofPt(1.545, 0, 0, Charge.POSITIVE), Muon.ofPt(1.545, 0, Math.PI, Charge.NEGATIVE), 1);
        double correction = Math.pow(2 * Units.MUON_MASS / pair.mass(), 2);
        assertEquals(0.0047, correction, 1e-4);
        assertEquals(-0.5 * (1 - correction), pair.slopePlus(), 1e-14);
        assertEquals(-0.5 * (1 - correction), pair.slopeMinus(), 1e-14);
    }

    @Test
    void kinematicsOfThePair() {
        Dimuon pair =
                new Dimuon(Muon.ofPt(3, 0, 0, Charge.POSITIVE), Muon.ofPt(4, 0, Math.PI / 2, Charge.NEGATIVE), 0.05);
        assertEquals(5, pair.pt(), 1e-14);
        assertEquals(0, pair.rapidity(), 1e-15);
        assertEquals(0.05 / pair.mass(), pair.relativeMassSigma(), 1e-16);
        Dimuon forward = new Dimuon(Muon.ofPt(30, 2, 0, Charge.POSITIVE), Muon.ofPt(30, 2, 3, Charge.NEGATIVE), 1);
        assertEquals(2, forward.rapidity(), 1e-4);
    }

    @Test
    void otherCurvaturesKeepTheRelativeMassError() {
        Dimuon pair = random(new Random(3));
        Dimuon moved = pair.withCurvatures(pair.plus().k() * 1.01, pair.minus().k() * 0.97);
        assertEquals(pair.relativeMassSigma(), moved.relativeMassSigma(), 1e-15);
    }

    @Test
    void badNumbersAreRefused() {
        Muon plus = Muon.ofPt(5, 0, 0, Charge.POSITIVE);
        Muon minus = Muon.ofPt(5, 0, 1, Charge.NEGATIVE);
        assertThrows(IllegalArgumentException.class, () -> new Muon(0, 0, 0, Charge.POSITIVE));
        assertThrows(IllegalArgumentException.class, () -> new Muon(Double.NaN, 0, 0, Charge.POSITIVE));
        assertThrows(IllegalArgumentException.class, () -> Muon.ofPt(0, 0, 0, Charge.POSITIVE));
        assertThrows(IllegalArgumentException.class, () -> new Dimuon(minus, plus, 1));
        assertThrows(IllegalArgumentException.class, () -> new Dimuon(plus, minus, 0));
        assertThrows(IllegalArgumentException.class, () -> new Dimuon(plus, minus, Double.NaN));
    }

    @Test
    void charges() {
        assertEquals(Charge.POSITIVE, Charge.of(1));
        assertEquals(Charge.NEGATIVE, Charge.of(-1));
        assertEquals(Charge.NEGATIVE, Charge.POSITIVE.opposite());
        assertEquals(Charge.POSITIVE, Charge.NEGATIVE.opposite());
        assertThrows(IllegalArgumentException.class, () -> Charge.of(0));
    }

    @Test
    void aCurvatureBelowZeroIsTheOtherCharge() {
        Muon straight = Muon.ofPt(1000, 0.5, 1, Charge.POSITIVE);
        assertEquals(new Muon(0.002, 0.5, 1, Charge.NEGATIVE), straight.withK(-0.002));
        assertEquals(new Muon(0.002, 0.5, 1, Charge.POSITIVE), straight.withK(0.002));
    }

    @Test
    void sampleGivesBackWhatWasAdded() {
        Random random = new Random(4);
        DimuonSample.Builder builder = DimuonSample.builder(0);
        Dimuon[] pairs = new Dimuon[100];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = random(random);
            builder.add(pairs[i]);
        }
        DimuonSample sample = builder.build();
        assertEquals(0, builder.size());
        DimuonSample twice = builder.addAll(sample).addAll(sample).build();
        assertEquals(100, sample.size());
        assertEquals(200, twice.size());
        for (int i = 0; i < pairs.length; i++) {
            assertEquals(pairs[i], sample.get(i));
            assertEquals(pairs[i], twice.get(100 + i));
        }
        assertThrows(IllegalArgumentException.class, () -> DimuonSample.builder(-1));
    }

    @Test
    void blocksOfASampleAreItsPairs() {
        DimuonSample.Builder builder = DimuonSample.builder(5);
        for (int i = 0; i < 5; i++) {
            builder.add(new Dimuon(
                    new Muon(0.1 + i, 0.2 + i, 0.3 + i, Charge.POSITIVE),
                    new Muon(0.4 + i, 0.5 + i, 0.6 + i, Charge.NEGATIVE),
                    0.7 + i));
        }
        DimuonSample sample = builder.build();

        DimuonSample block = sample.block(1, 4);

        assertEquals(3, block.size());
        for (int i = 0; i < block.size(); i++) {
            assertEquals(sample.get(1 + i), block.get(i));
        }
        assertEquals(sample, sample.block(0, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> sample.block(2, 6));
    }
}
