package org.sagitta.calibration.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.likelihood.MassRange;
import org.sagitta.calibration.likelihood.PeakShape;
import org.sagitta.calibration.likelihood.ScoreSums;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.resolution.MuonSmearing.MuonId;
import org.sagitta.calibration.resolution.ResolutionFit.Options;

class ResolutionFitTest {
    private static final double FALSE_ALARM = 1e-3;
    /** Wide constraints on b and d, so that the fit shows what the pairs know. */
    private static final Options OPTIONS = new Options(ToyResolution.BINS, MassRange.STANDARD, 6, 1, 5e-4);

    private static ResolutionFit.Result fit(ToyResolution toy) {
        return new ResolutionFit(PeakShape.of(toy.template()), OPTIONS, BlockReducer.serial()).fit(toy.sample());
    }

    private static void assertResolution(ResolutionFit.Result found, ResolutionModel expected) {
        double[] deviation = new double[ToyResolution.BINS.size() * 4];
        int[] places = new int[deviation.length];
        for (int b = 0; b < ToyResolution.BINS.size(); b++) {
            ResolutionTerms terms = expected.terms().get(b);
            double[] values = {terms.a(), terms.b(), terms.c(), Math.log(terms.d())};
            for (int i = 0; i < 4; i++) {
                places[4 * b + i] = b * ResolutionFit.PER_BIN + i;
                deviation[4 * b + i] = found.values()[places[4 * b + i]] - values[i];
            }
        }
        double chi2 = part(found, places).chi2(deviation);
        double limit = new ChiSquaredDistribution(deviation.length).inverseCumulativeProbability(1 - FALSE_ALARM);
        assertTrue(chi2 < limit, "chi2 of a, b, c, ln d: " + chi2 + ", allowed " + limit);
        for (int b = 0; b < ToyResolution.BINS.size(); b++) {
            for (double pt : new double[] {4.5, 6, 10}) {
                double error = found.sigmaError(b, pt);
                double sigma = expected.terms().get(b).sigma(pt);
                assertTrue(error < 0.06 * sigma, "the sample knows sigma at " + pt + " GeV: " + error / sigma);
                assertEquals(sigma, found.model().terms().get(b).sigma(pt), 4 * error, "bin " + b + ", pT " + pt);
            }
        }
    }

    private static Covariance part(ResolutionFit.Result found, int[] places) {
        double[][] rows = new double[places.length][places.length];
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < places.length; j++) {
                rows[i][j] = found.covariance().at(places[i], places[j]);
            }
        }
        return Covariance.of(rows);
    }

    @Test
    void injectedTermsAreRecovered() {
        ToyResolution toy = ToyResolution.of(40_000, ToyResolution.data(), 21);
        ResolutionFit.Result found = fit(toy);
        assertTrue(found.pairs() > 15_000 && found.pairs() < 40_000, "pairs " + found.pairs());
        assertTrue(found.iterations() < 40, "iterations " + found.iterations());
        assertResolution(found, ToyResolution.data());
    }

    /** Simulation that is too good is smeared and then fitted like data. */
    @Test
    void smearedSimulationIsAsWideAsData() {
        ToyResolution toy = ToyResolution.of(40_000, ToyResolution.simulation(), 31);
        MuonSmearing smearing = new MuonSmearing(ToyResolution.data(), ToyResolution.simulation(), 5);
        DimuonSample.Builder smeared = DimuonSample.builder(toy.sample().size());
        for (int i = 0; i < toy.sample().size(); i++) {
            Dimuon pair = toy.sample().get(i);
            Muon plus = smearing.smear(pair.plus(), new MuonId(i, 1, 0));
            Muon minus = smearing.smear(pair.minus(), new MuonId(i, 1, 1));
            smeared.add(new Dimuon(plus, minus, pair.massSigma()));
        }
        assertResolution(fit(new ToyResolution(smeared.build(), toy.template())), ToyResolution.data());
    }

    @Test
    void gradientAgreesWithFiniteDifferences() {
        ToyResolution toy = ToyResolution.of(500, ToyResolution.data(), 41);
        ResolutionLikelihood likelihood =
                new ResolutionLikelihood(toy.sample(), PeakShape.of(toy.template()), OPTIONS, BlockReducer.serial());
        double[] at = {1.1e-4, 0.4e-4, 5e-8, 3.5, 3e-4, 2e-4, 0.6e-4, 9e-8, 4, -4e-4, 2, 0.3};
        double[] steps = {1e-8, 1e-8, 1e-11, 1e-3, 1e-6, 1e-8, 1e-8, 1e-11, 1e-3, 1e-6, 1e-4, 1e-4};
        double[] gradient = likelihood.at(at).gradient();
        for (int i = 0; i < at.length; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += steps[i];
            down[i] -= steps[i];
            ScoreSums high = likelihood.at(up);
            ScoreSums low = likelihood.at(down);
            double difference = (high.negativeLog() - low.negativeLog()) / (2 * steps[i]);
            // kinks where a pair crosses a node of the table of shapes: a part in a thousand of the gradient
            assertEquals(difference, gradient[i], 2e-3 * Math.abs(difference) + 1e-3, "parameter " + i);
        }
        at[3] = 20;
        assertTrue(!likelihood.allows(at), "d beyond reason");
    }

    @Test
    void aMuonHasItsOwnNumberWhateverTheOrder() {
        MuonSmearing smearing = new MuonSmearing(ToyResolution.data(), ToyResolution.simulation(), 5);
        MuonId first = new MuonId(1234567890123L, 17, 0);
        MuonId second = new MuonId(1234567890123L, 17, 1);
        double before = smearing.deviate(first);
        double other = smearing.deviate(second);
        assertEquals(before, smearing.deviate(first), 0.0);
        assertTrue(before != other, "both muons of an event have a number of their own");
        assertTrue(before != new MuonSmearing(smearing.data(), smearing.simulation(), 6).deviate(first), "seed");
        assertTrue(before != smearing.deviate(new MuonId(1234567890123L, 18, 0)), "luminosity block");
        Muon muon = Muon.ofPt(5, 0.3, 1, Charge.NEGATIVE);
        double extra = smearing.extraSigma(0.3, 5);
        assertEquals(0.2e-4 + 0.2e-4 / 3 + 2e-8 * 25, extra * extra, 1e-12);
        assertEquals(
                muon.k() * (1 + extra * before), smearing.smear(muon, first).k(), 1e-15);
        MuonSmearing backwards = new MuonSmearing(ToyResolution.simulation(), ToyResolution.data(), 5);
        assertEquals(muon, backwards.smear(muon, first), "noise cannot be taken out");
    }

    @Test
    void slopeOfTheMassErrorIsTheRegressionOfBothLegs() {
        ToyResolution toy = ToyResolution.of(1, ToyResolution.data(), 51);
        Dimuon pair = toy.sample().get(0);
        ResolutionModel hits = new ResolutionModel(EtaBinning.of(-3, 3), List.of(new ResolutionTerms(0, 0, 1e-6, 1)));
        ResolutionModel scattering =
                new ResolutionModel(EtaBinning.of(-3, 3), List.of(new ResolutionTerms(1e-4, 0, 0, 1)));
        assertEquals(0, scattering.of(pair), 1e-12);
        double plus = pair.slopePlus() * pair.plus().pt();
        double minus = pair.slopeMinus() * pair.minus().pt();
        double sum = plus * plus + minus * minus;
        double weighted = -pair.slopePlus() * Math.pow(pair.plus().pt(), 4) * square(pair.slopePlus())
                - pair.slopeMinus() * Math.pow(pair.minus().pt(), 4) * square(pair.slopeMinus());
        assertEquals(weighted / (sum * sum), hits.of(pair), 1e-9);
        assertEquals(1e-3 * Math.sqrt(sum), hits.massSigma(pair), 1e-9);
    }

    private static double square(double x) {
        return x * x;
    }

    @Test
    void badRequestsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ResolutionTerms(1, 1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new ResolutionModel(ToyResolution.BINS, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new MassRange(0.1, 0.2));
        assertThrows(IllegalArgumentException.class, () -> OPTIONS.withBins(EtaBinning.NONE));
    }
}
