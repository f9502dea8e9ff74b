package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.SparseVector;

/** A, e and the constant M0 against eta: as fitted on the mass, beside what the truth of all samples gives. */
public final class ProfileStudy {
    /** Where a loss that depends on momentum is shown [GeV]. */
    private static final double LOSS_PT = 10;

    /** Where the model has no bins of M. */
    private static final EtaBinning MISALIGNMENT_BINS =
            EtaBinning.uniform(6, -AemModel.STANDARD_ETA_MAX, AemModel.STANDARD_ETA_MAX);

    private final Correction correction;
    private final EtaBinning fine;
    private final EtaBinning coarse;
    private final List<TruthRegression> fineTruth;
    private final List<TruthRegression> coarseTruth;

    public ProfileStudy(Correction correction) {
        this.correction = correction;
        AemModel model = correction.aem().model();
        AemModel standard = AemModel.standard();
        this.fine = model.loss().size() > 0 ? model.lossBins() : standard.lossBins();
        this.coarse =
                model.misalignmentBasis() instanceof EtaBinning bins && bins.size() > 0 ? bins : MISALIGNMENT_BINS;
        this.fineTruth = regressions(fine);
        this.coarseTruth = regressions(coarse);
    }

    private static List<TruthRegression> regressions(EtaBinning bins) {
        List<TruthRegression> list = new ArrayList<>();
        for (int b = 0; b < bins.size(); b++) {
            list.add(new TruthRegression());
        }
        return list;
    }

    /** Adds the legs of a sample that are clear of the acceptance cut on pT, as {@link LegStudy} does. */
    public void add(PairStore sample, double ptMinGev) {
        double trueKMax = 1 / (LegStudy.PT_MARGIN * ptMinGev);
        sample.forEachBlock(block -> {
            for (int i = 0; i < block.size(); i++) {
                Dimuon pair = block.measured().get(i);
                double sigma = pair.relativeMassSigma();
                double weight = 1 / (sigma * sigma);
                add(pair.plus(), block.truth(i).kPlus(), trueKMax, weight);
                add(pair.minus(), block.truth(i).kMinus(), trueKMax, weight);
            }
        });
    }

    private void add(Muon leg, double trueK, double trueKMax, double weight) {
        if (trueK < trueKMax) {
            double k = correction
                    .fieldRatio()
                    .map(r -> r.correct(leg.k(), leg.eta(), leg.phi(), leg.charge()))
                    .orElse(leg.k());
            fineTruth.get(fine.indexOf(leg.eta())).add(k, trueK, leg.charge().sign(), weight);
            coarseTruth
                    .get(coarse.indexOf(leg.eta()))
                    .add(k, trueK, leg.charge().sign(), weight);
        }
    }

    public List<ParameterProfile> profiles() {
        AemCorrection aem = correction.aem();
        AemModel model = aem.model();
        return List.of(
                profile("A", fine, fineTruth, TruthRegression.Result::a, model::fieldGradient),
                profile("e [GeV]", fine, fineTruth, TruthRegression.Result::e, eta -> lossBasis(model, eta)),
                profile("M0 [1/GeV]", coarse, coarseTruth, TruthRegression.Result::m, model::misalignmentGradient));
    }

    private ParameterProfile profile(
            String name,
            EtaBinning bins,
            List<TruthRegression> truth,
            ToDoubleFunction<TruthRegression.Result> component,
            DoubleFunction<SparseVector> basisAt) {
        List<ProfileBin> points = new ArrayList<>();
        for (int b = 0; b < bins.size(); b++) {
            double low = bins.low(b);
            double high = bins.high(b);
            SparseVector basis = basisAt.apply(0.5 * (low + high));
            points.add(new ProfileBin(
                    low,
                    high,
                    basis.dot(correction.aem().values()),
                    Math.sqrt(correction.covariance().variance(basis)),
                    component.applyAsDouble(truth.get(b).solve())));
        }
        return new ParameterProfile(name, points);
    }

    /** The loss of pT at pT = {@link #LOSS_PT}, which is what the truth is compared with. */
    private static SparseVector lossBasis(AemModel model, double eta) {
        SparseVector basis = new SparseVector(1);
        basis.addScaled(model.loss().factor(1 / LOSS_PT, eta), model.lossGradient(eta));
        return basis;
    }
}
