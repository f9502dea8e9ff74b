package org.sagitta.calibration.likelihood;

import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.fit.MassResidual;
import org.sagitta.calibration.fit.MassResidual.Status;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.SparseVector;
import org.sagitta.calibration.target.MassTarget;
import org.sagitta.calibration.target.TemplateTarget;

/** The likelihood of a sample as a function of the model, logit F, kappa and ln r, in this order. */
final class AemLikelihood implements FisherScoring.Likelihood {
    private final DimuonSource sample;
    private final AemModel model;
    private final PeakShape shape;
    private final MassRange range;
    private final BlockReducer reducer;
    /** ln(t / t_S), ln(m / m_ref) as measured and sigma_m / m of each pair. */
    private final float[] shift;

    private final double[] logMass;
    private final float[] sigma;

    AemLikelihood(
            DimuonSource sample,
            MassTarget target,
            TemplateTarget shapeTarget,
            AemModel model,
            PeakShape shape,
            MassRange range,
            BlockReducer reducer) {
        this.sample = sample;
        this.model = model;
        this.shape = shape;
        this.range = range;
        this.reducer = reducer;
        this.shift = new float[sample.size()];
        this.logMass = new double[sample.size()];
        this.sigma = new float[sample.size()];
        reducer.reduce(
                sample.size(),
                (from, to) -> {
                    DimuonSample block = sample.block(from, to);
                    for (int i = from; i < to; i++) {
                        Dimuon pair = block.get(i - from);
                        shift[i] = (float) Math.log(target.expectedMass(pair) / shapeTarget.expectedMass(pair));
                        logMass[i] = Math.log(pair.mass() / shape.referenceMass());
                        sigma[i] = (float) pair.relativeMassSigma();
                    }
                    return to;
                },
                Math::max);
    }

    @Override
    public ScoreSums at(double[] values) {
        return reducer.reduce(sample.size(), (from, to) -> sums(values, from, to), ScoreSums::merge);
    }

    private ScoreSums sums(double[] values, int from, int to) {
        int n = model.size();
        ScoreSums sums = new ScoreSums(n + LikelihoodCalibration.NUISANCES);
        PeakMixture mixture = new PeakMixture(shape, range, values[n], values[n + 1]);
        MassResidual residual = new MassResidual(model);
        SparseVector score = new SparseVector(2 * model.legEntries() + LikelihoodCalibration.NUISANCES);
        double errorScale = Math.exp(values[n + 2]);
        DimuonSample block = sample.block(from, to);
        for (int i = from; i < to; i++) {
            if (!range.contains(logMass[i])
                    || residual.evaluate(block, i - from, values, shape.referenceMass()) != Status.DEFINED) {
                continue;
            }
            double ratio = 1 + residual.residual();
            double scale = Math.log(ratio) - shift[i] - logMass[i];
            mixture.evaluate(logMass[i], scale, errorScale * sigma[i]);
            score.clear();
            score.addScaled(mixture.dScale() / ratio, residual.gradient());
            score.append(n, mixture.dLogit());
            score.append(n + 1, mixture.dKappa());
            score.append(n + 2, mixture.dLogSigma());
            sums.add(mixture.density(), score);
        }
        return sums;
    }
}
