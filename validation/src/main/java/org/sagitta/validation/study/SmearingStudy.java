package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.util.ResizableDoubleArray;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.likelihood.PeakShape;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.resolution.MuonSmearing;
import org.sagitta.calibration.resolution.MuonSmearing.MuonId;
import org.sagitta.calibration.resolution.ResolutionFit;
import org.sagitta.calibration.resolution.ResolutionModel;

/**
 * Takes the resolution of a "simulation" (the ideal world) to that of "data" (a scenario): both are fitted from the width of
 * their peak, the simulation is smeared muon by muon, and fitted again. The truth is looked at for comparison only.
 */
public final class SmearingStudy {
    /** Where the resolution is compared [GeV]. */
    private static final List<Double> PT = List.of(5.0, 8.0, 15.0);

    private static final double PT_RANGE = 0.2;

    private final double poleMass;
    private final BlockReducer reducer;
    private final ResolutionFit.Options options;

    /**
     * A study.
     *
     * @param poleMass of the resonance [GeV]
     * @param bins of |eta|
     */
    public SmearingStudy(double poleMass, EtaBinning bins, BlockReducer reducer) {
        this.poleMass = poleMass;
        this.reducer = reducer;
        this.options = ResolutionFit.Options.STANDARD.withBins(bins);
    }

    /**
     * Fits, smears and fits again.
     *
     * @param seed of the smearing
     */
    public SmearingResult of(SamplePair pairs, long seed) {
        EtaBinning oneStrip = EtaBinning.of(0, 3);
        PeakShape shape = PeakShape.of(RadiationTemplates.of(pairs.ideal(), poleMass, oneStrip));
        ResolutionFit fit = new ResolutionFit(shape, options, reducer);
        ResolutionFit.Result data = fit.fit(pairs.scenario().measured());
        ResolutionFit.Result simulation = fit.fit(pairs.ideal().measured());
        MuonSmearing smearing = new MuonSmearing(data.model(), simulation.model(), seed);
        ResolutionFit.Result smeared = fit.fit(new Smeared(pairs.ideal().measured(), smearing));
        Residuals dataTruth = new Residuals(pairs.scenario());
        Residuals simulationTruth = new Residuals(pairs.ideal());
        List<SmearingResult.Bin> bins = new ArrayList<>();
        for (int b = 0; b < options.bins().size(); b++) {
            List<SmearingResult.Point> points = new ArrayList<>();
            for (int p = 0; p < PT.size(); p++) {
                double pt = PT.get(p);
                points.add(new SmearingResult.Point(
                        pt,
                        width(data, b, pt),
                        width(simulation, b, pt),
                        width(smeared, b, pt),
                        dataTruth.halfWidth(b, p),
                        simulationTruth.halfWidth(b, p)));
            }
            bins.add(new SmearingResult.Bin(
                    options.bins().low(b),
                    options.bins().high(b),
                    data.model().terms().get(b),
                    simulation.model().terms().get(b),
                    points));
        }
        return new SmearingResult(bins, data.pairs(), simulation.pairs());
    }

    private static SmearingResult.Width width(ResolutionFit.Result result, int bin, double pt) {
        ResolutionModel model = result.model();
        return new SmearingResult.Width(model.terms().get(bin).sigma(pt), result.sigmaError(bin, pt));
    }

    /** Pairs whose muons are smeared; the number of a pair in its sample is its event. */
    private record Smeared(DimuonSource measured, MuonSmearing smearing) implements DimuonSource {
        @Override
        public int size() {
            return measured.size();
        }

        @Override
        public DimuonSample block(int from, int to) {
            DimuonSample block = measured.block(from, to);
            return block.replaced(i -> smeared(block.get(i), from + i));
        }

        private Dimuon smeared(Dimuon pair, int event) {
            return pair.withCurvatures(
                    smearing.smear(pair.plus(), new MuonId(event, 1, 0)).k(),
                    smearing.smear(pair.minus(), new MuonId(event, 1, 1)).k());
        }
    }

    /** Residuals of the curvature in the bins of eta and around the chosen pT. */
    private final class Residuals {
        private final ResizableDoubleArray[][] values =
                new ResizableDoubleArray[options.bins().size()][PT.size()];

        Residuals(PairStore pairs) {
            for (ResizableDoubleArray[] bin : values) {
                Arrays.setAll(bin, p -> new ResizableDoubleArray());
            }
            pairs.forEachBlock(block -> {
                for (int i = 0; i < block.size(); i++) {
                    TruthPair truth = block.truth(i);
                    DimuonSample measured = block.measured();
                    add(measured.etaPlus(i), measured.kPlus(i), truth.kPlus());
                    add(measured.etaMinus(i), measured.kMinus(i), truth.kMinus());
                }
            });
        }

        private void add(double eta, double k, double trueK) {
            int bin = options.bins().indexOf(Math.abs(eta));
            for (int p = 0; p < PT.size(); p++) {
                // chosen by the true pT, so that the residual is not cut
                if (Math.abs(1 / trueK / PT.get(p) - 1) < PT_RANGE) {
                    values[bin][p].addElement(k / trueK - 1);
                }
            }
        }

        double halfWidth(int bin, int p) {
            return Spread.of(values[bin][p].getElements()).halfWidth();
        }
    }
}
