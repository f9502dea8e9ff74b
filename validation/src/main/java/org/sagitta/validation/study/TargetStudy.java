package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.likelihood.PeakShape;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.resolution.ResolutionFit;
import org.sagitta.calibration.resolution.ResolutionModel;
import org.sagitta.calibration.robust.RobustLocation;
import org.sagitta.calibration.robust.TukeyBiweight;
import org.sagitta.calibration.target.AdjustedTarget;
import org.sagitta.calibration.target.DecorrelatedErrors;
import org.sagitta.calibration.target.MassTarget;
import org.sagitta.calibration.target.RadiationTemplate;
import org.sagitta.calibration.target.TemplateTarget;
import org.sagitta.calibration.target.TemplateTarget.Options;

/**
 * How much each effect on the mass target is worth: the robust mass scale of a sample with everything taken into account,
 * and without one thing at a time. The pairs are the same, so that differences have little noise.
 */
public final class TargetStudy {
    /** Another constant of the biweight: pairs count up to 3.5 instead of 4.7 standard deviations. */
    private static final TukeyBiweight NARROW = new TukeyBiweight(3.5);

    /** Enough for the slope of the mass error, which is small. */
    private static final EtaBinning COARSE = EtaBinning.uniform(3, 0, 2.4);

    private static final int PARTS = 10;

    private final double poleMass;
    private final SamplePair pairs;
    private final RadiationTemplate template;
    private final TemplateTarget full;
    private final ResolutionModel resolution;

    /**
     * A study of a resonance.
     *
     * @param poleMass [GeV]
     */
    public TargetStudy(SamplePair pairs, double poleMass, BlockReducer reducer) {
        this.pairs = pairs;
        this.poleMass = poleMass;
        this.template = RadiationTemplates.of(pairs.ideal(), poleMass, EtaBinning.uniform(6, 0, 2.4));
        this.full = TemplateTarget.of(template);
        this.resolution = new ResolutionFit(
                        PeakShape.of(template), ResolutionFit.Options.STANDARD.withBins(COARSE), reducer)
                .fit(pairs.ideal().measured())
                .model();
    }

    private enum Errors {
        AS_MEASURED,
        DECORRELATED
    }

    /** A way to look at pairs: with which errors, against which target, with which loss. */
    private record View(Errors errors, MassTarget target, TukeyBiweight loss) {}

    /** All effects. */
    public TargetResult result() {
        View best = new View(Errors.DECORRELATED, full, TukeyBiweight.STANDARD);
        TemplateTarget none = TemplateTarget.of(RadiationTemplate.none(poleMass));
        TemplateTarget oneStrip =
                TemplateTarget.of(RadiationTemplates.of(pairs.ideal(), poleMass, EtaBinning.of(0, 3)));
        TemplateTarget narrow = TemplateTarget.of(template, new Options(NARROW, Options.STANDARD.sigmaFloor(), 1));
        MassTarget symmetric = pair -> full.expectedMass(pair) * poleMass / none.expectedMass(pair);
        List<TargetRow> rows = new ArrayList<>();
        rows.add(row("radiation", best, new View(Errors.DECORRELATED, none, TukeyBiweight.STANDARD)));
        rows.add(row("Jensen", best, new View(Errors.DECORRELATED, symmetric, TukeyBiweight.STANDARD)));
        rows.add(row("sigma follows mass", best, new View(Errors.AS_MEASURED, full, TukeyBiweight.STANDARD)));
        rows.add(row("rapidity", best, new View(Errors.DECORRELATED, oneStrip, TukeyBiweight.STANDARD)));
        rows.add(row("window, old target", best, new View(Errors.DECORRELATED, full, NARROW)));
        rows.add(row("window, its target", best, new View(Errors.DECORRELATED, narrow, NARROW)));
        return selection(rows, best);
    }

    private TargetResult selection(List<TargetRow> rows, View best) {
        DimuonSource ideal = pairs.ideal().measured();
        int half = ideal.size() / 2;
        MassTarget adjusted = AdjustedTarget.of(full, errors(best, ideal.block(0, half)), Options.STANDARD);
        DimuonSample other = ideal.block(half, ideal.size());
        RobustLocation before = location(best, other);
        RobustLocation after = location(new View(Errors.DECORRELATED, adjusted, TukeyBiweight.STANDARD), other);
        return new TargetResult(rows, before.value() - 1, after.value() - 1, before.relativeSigma(), ideal.size());
    }

    private TargetRow row(String effect, View best, View without) {
        Moments ideal = new Moments();
        Moments scenario = new Moments();
        for (int p = 0; p < PARTS; p++) {
            ideal.add(difference(part(pairs.ideal(), p), best, without));
            scenario.add(difference(part(pairs.scenario(), p), best, without));
        }
        double error = Math.sqrt(ideal.varianceOfMean() + scenario.varianceOfMean());
        return new TargetRow(effect, ideal.mean(), scenario.mean() - ideal.mean(), error);
    }

    private static DimuonSample part(PairStore store, int p) {
        int n = store.size();
        return store.measured().block((int) ((long) n * p / PARTS), (int) ((long) n * (p + 1) / PARTS));
    }

    private double difference(DimuonSample sample, View best, View without) {
        return location(without, sample).value() - location(best, sample).value();
    }

    private DimuonSample errors(View view, DimuonSample sample) {
        return view.errors() == Errors.DECORRELATED
                ? new DecorrelatedErrors(sample, view.target(), resolution).block(0, sample.size())
                : sample;
    }

    private RobustLocation location(View view, DimuonSample sample) {
        DimuonSample seen = errors(view, sample);
        double[] ratios = new double[seen.size()];
        double[] sigmas = new double[seen.size()];
        for (int i = 0; i < ratios.length; i++) {
            Dimuon pair = seen.get(i);
            ratios[i] = pair.mass() / view.target().expectedMass(pair);
            sigmas[i] = Math.hypot(pair.relativeMassSigma(), Options.STANDARD.sigmaFloor());
        }
        return RobustLocation.of(ratios, sigmas, view.loss());
    }
}
