package org.sagitta.calibration.peak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.dimuon.PairMass;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.EtaBinning;

class ScaleModelTest {
    private static final EtaBinning TWO = EtaBinning.of(0, 1.2, 2.4);
    private static final ResolutionShape RESOLUTION = new ResolutionShape(List.of(0.008, 0.014), 4e-4, 0.05);
    private static final double JPSI_MASS = 3.0969;
    private static final PeakModel JPSI = new PeakModel(
            new MassWindow(2.85, 3.35), List.of(JPSI_MASS), TWO, ScaleModel.curvature(), Optional.empty(), 1);

    /** Rounding of a few operations. */
    private static final double ROUNDING = 1e-14;

    private static PeakFit fitted(PeakModel model, List<PeakPair> pairs) {
        PeakFitResult result = new PeakFitter(model).fit(pairs);
        return assertInstanceOf(PeakFit.class, result, () -> String.valueOf(result));
    }

    private static PeakFit toyFit(ScaleModel scale) {
        return fitted(JPSI.withScale(scale), new ToyPairs(11, JPSI, RESOLUTION, 0.85, new double[] {1}).draw(4000));
    }

    @Test
    void parametersHaveNamesAndUnits() {
        ScaleModel scale = ScaleModel.curvatureInBins(TWO).withLossInBins(TWO).withMisalignment();
        assertEquals(List.of("A_1", "A_2", "e_1", "e_2", "M0"), scale.names());
        assertEquals(
                List.of("1", "1", "GeV", "GeV", "1/GeV"),
                List.of(0, 1, 2, 3, 4).stream().map(scale::unit).toList());
        assertEquals(List.of("d"), ScaleModel.massOffset().names());
        assertEquals("1", ScaleModel.massOffset().unit(0));
        assertEquals(scale, ScaleModel.curvatureInBins(TWO).withLossInBins(TWO).withMisalignment());
        assertEquals(
                scale.hashCode(),
                ScaleModel.curvatureInBins(TWO)
                        .withLossInBins(TWO)
                        .withMisalignment()
                        .hashCode());
        assertThrows(
                IllegalArgumentException.class, () -> ScaleModel.massOffset().withLoss());
        assertThrows(IllegalArgumentException.class, () -> ScaleModel.curvatureInBins(EtaBinning.of(0.1, 2.4)));
    }

    /** The correction is what the model says by hand, at both sides of zero and beyond the last edge. */
    @Test
    void correctionFileSaysWhatTheFitSays() {
        PeakFit fit =
                toyFit(ScaleModel.curvatureWithEtaSquared().withLossInBins(TWO).withMisalignment());
        ScaleCorrection direct = new ScaleCorrection(fit);
        AemCorrection file = AemForm.of(fit);
        assertEquals(
                List.of("A1", "A2", "e01", "e02", "e03", "e04", "M0_1"),
                file.model().parameters().stream().map(p -> p.name()).toList());
        for (double eta : new double[] {-2.7, -1.3, -0.3, 0.4, 1.9, 3.0}) {
            for (Charge charge : Charge.values()) {
                double k = 0.17;
                double e = fit.scale(Math.abs(eta) < 1.2 ? 2 : 3);
                double expected =
                        k * (1 + fit.scale(0) + fit.scale(1) * eta * eta - e * k) + charge.sign() * fit.scale(4);
                assertEquals(expected, direct.correct(k, eta, 0.3, charge), ROUNDING);
                assertEquals(expected, file.correct(k, eta, 0.3, charge), ROUNDING);
            }
        }
        assertEquals(fit.scaleError(3), file.sigma(2), ROUNDING);
        assertEquals(fit.scaleError(3), file.sigma(5), ROUNDING);
        assertEquals(file.covariance().at(2, 2), file.covariance().at(2, 5), ROUNDING);
        assertEquals(fit.scaleCovariance(0, 2), file.covariance().at(0, 3), ROUNDING);
    }

    @Test
    void fieldInBinsIsMirrored() {
        PeakFit fit = toyFit(ScaleModel.curvatureInBins(TWO));
        AemCorrection file = AemForm.of(fit);
        assertEquals(4, file.model().size());
        for (double eta : new double[] {-2.7, -1.3, -0.3, 0.4, 1.9, 3.0}) {
            double a = fit.scale(Math.abs(eta) < 1.2 ? 0 : 1);
            assertEquals(0.2 * (1 + a), file.correct(0.2, eta, 0, Charge.POSITIVE), ROUNDING);
        }
        assertEquals(fit.scaleCovariance(0, 1), file.covariance().at(1, 3), ROUNDING);
    }

    @Test
    void oneLossIsOneBin() {
        AemCorrection file = AemForm.of(toyFit(ScaleModel.curvature().withLoss()));
        assertEquals(2, file.model().size());
        assertEquals("e01", file.model().parameters().get(1).name());
    }

    @Test
    void offsetsAreNoCorrections() {
        PeakFit fit = toyFit(ScaleModel.massOffset());
        assertThrows(IllegalArgumentException.class, () -> new ScaleCorrection(fit));
        assertThrows(IllegalArgumentException.class, () -> AemForm.of(fit));
    }

    /** The linear transfer against refits of shifted masses, in which single pairs weigh differently: 5 %. */
    @Test
    void transferAgreesWithRefits() {
        PeakModel offset = JPSI.withScale(ScaleModel.massOffset());
        List<PeakPair> pairs = new ToyPairs(12, JPSI, RESOLUTION, 0.85, new double[] {1}).draw(8000);
        PeakFit fit = fitted(offset, pairs);
        PeakFit calibration = fitted(JPSI.withScale(ScaleModel.curvature().withLoss()), pairs);
        double[] gradient =
                ScaleTransfer.gradient(fit, pairs, calibration.model().scale());
        double step = 1e-4;
        double a = (refit(offset, pairs, step, 0) - fit.scale(0)) / step;
        double e = (refit(offset, pairs, 0, step) - fit.scale(0)) / step;
        assertEquals(a, gradient[0], 0.05 * Math.abs(a));
        assertEquals(e, gradient[1], 0.05 * Math.abs(e));
        assertTrue(a < -0.9 && e > 0.05, a + " " + e);
        double c00 = calibration.scaleCovariance(0, 0);
        double c01 = calibration.scaleCovariance(0, 1);
        double c11 = calibration.scaleCovariance(1, 1);
        assertEquals(
                Math.sqrt(gradient[0] * gradient[0] * c00
                        + 2 * gradient[0] * gradient[1] * c01
                        + gradient[1] * gradient[1] * c11),
                ScaleTransfer.sigma(fit, pairs, calibration),
                1e-12);
    }

    /** Offset of the pairs with curvatures corrected by A and e. */
    private static double refit(PeakModel model, List<PeakPair> pairs, double a, double e) {
        List<PeakPair> shifted = pairs.stream()
                .map(p -> new PeakPair(
                        p.mass()
                                * Math.pow(
                                        1 + a - e / p.first().pt(), -p.first().weight())
                                * Math.pow(
                                        1 + a - e / p.second().pt(), -p.second().weight()),
                        p.first(),
                        p.second()))
                .toList();
        return fitted(model, shifted).scale(0);
    }

    /**
     * Muons of a steep spectrum, smeared in curvature, without any bias: momenta at the mass of the resonance give e = 0,
     * measured momenta do not. Four standard deviations; false alarm 6e-5.
     */
    @Test
    void measuredMomentaWouldFeignAnEnergyLoss() {
        List<PeakPair> pairs = steepMuons(new Random(13), 16_000);
        PeakFit scaled = lossFit(atJpsi(pairs));
        assertEquals(0, scaled.scale(0) / scaled.scaleError(0), 4);
        assertEquals(0, scaled.scale(1) / scaled.scaleError(1), 4);
        PeakFit measured = lossFit(pairs);
        assertTrue(measured.scale(1) > 4 * measured.scaleError(1), () -> pulls(measured));
    }

    /** A cut on the measured pT feigns a loss with either, of opposite signs: the truth lies between them. */
    @Test
    void aThresholdFeignsLossesOfBothSigns() {
        List<PeakPair> pairs = steepMuons(new Random(14), 24_000).stream()
                .filter(p -> p.first().pt() > 4 && p.second().pt() > 4)
                .toList();
        PeakFit scaled = lossFit(atJpsi(pairs));
        assertTrue(scaled.scale(1) < -4 * scaled.scaleError(1), () -> pulls(scaled));
        PeakFit measured = lossFit(pairs);
        assertTrue(measured.scale(1) > 4 * measured.scaleError(1), () -> pulls(measured));
    }

    private static PeakFit lossFit(List<PeakPair> pairs) {
        return fitted(JPSI.withScale(ScaleModel.curvature().withLoss()), pairs);
    }

    private static List<PeakPair> atJpsi(List<PeakPair> pairs) {
        return pairs.stream().map(pair -> pair.withMomentaAt(JPSI_MASS)).toList();
    }

    private static String pulls(PeakFit fit) {
        return fit.quality().pairs() + " pairs, e = " + fit.scale(1) + " +- " + fit.scaleError(1);
    }

    private static List<PeakPair> steepMuons(Random random, int count) {
        List<PeakPair> pairs = new ArrayList<>();
        while (pairs.size() < count) {
            double eta1 = 4.6 * random.nextDouble() - 2.3;
            double eta2 = eta1 + 0.3 * random.nextGaussian();
            double phi2 = 0.3 + 0.4 * random.nextDouble();
            double k1 = 1 / (2 - 1.5 * Math.log(1 - random.nextDouble()));
            double k2 = 1 / (2 - 1.5 * Math.log(1 - random.nextDouble()));
            PairMass pair = new PairMass();
            pair.setAngles(eta1, 0, eta2, phi2);
            double scale = 1;
            for (int round = 0; round < 4; round++) {
                pair.setCurvatures(k1 * scale, k2 * scale);
                scale *= pair.mass() / JPSI_MASS;
            }
            double x = Math.pow(random.nextDouble(), 1 / FinalStateRadiation.exponent(JPSI_MASS));
            double m1 = k1 * scale / (1 - x) * (1 + sigma(eta1) * random.nextGaussian());
            double m2 = k2 * scale * (1 + sigma(eta2) * random.nextGaussian());
            boolean swap = random.nextBoolean();
            if (x < 0.3) {
                pairs.add(PeakPair.of(
                        new Muon(m1, eta1, 0, swap ? Charge.NEGATIVE : Charge.POSITIVE),
                        new Muon(m2, eta2, phi2, swap ? Charge.POSITIVE : Charge.NEGATIVE)));
            }
            if (pairs.size() % 10 == 0 && !pairs.isEmpty()) {
                // a little background, without which its shape is not determined
                PeakPair last = pairs.get(pairs.size() - 1);
                pairs.add(new PeakPair(2.85 + 0.5 * random.nextDouble(), last.first(), last.second()));
            }
        }
        return pairs;
    }

    private static double sigma(double eta) {
        return Math.abs(eta) < 1.2 ? 0.02 : 0.025;
    }
}
