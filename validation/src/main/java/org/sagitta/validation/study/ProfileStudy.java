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
    private final Correction correction;
    private final EtaBinning fine;
    private final EtaBinning coarse;
    private final List<TruthRegression> fineTruth;
    private final List<TruthRegression> coarseTruth;

    public ProfileStudy(Correction correction) {
        this.correction = correction;
        this.fine = correction.aem().model().lossBins();
        this.coarse = correction.aem().model().misalignmentBins();
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
                profile("A", fine, fineTruth, TruthRegression.Result::a, eta -> fieldBasis(model, eta)),
                profile(
                        "e [GeV]",
                        fine,
                        fineTruth,
                        TruthRegression.Result::e,
                        eta -> single(model.indexOf("e01") + fine.indexOf(eta))),
                profile(
                        "M0 [1/GeV]",
                        coarse,
                        coarseTruth,
                        TruthRegression.Result::m,
                        eta -> single(model.indexOf("M0_" + (coarse.indexOf(eta) + 1)))));
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

    private static SparseVector fieldBasis(AemModel model, double eta) {
        SparseVector basis = new SparseVector(2);
        basis.append(model.indexOf("A1"), 1);
        basis.append(model.indexOf("A2"), eta * eta);
        return basis;
    }

    private static SparseVector single(int index) {
        SparseVector basis = new SparseVector(1);
        basis.append(index, 1);
        return basis;
    }
}
