package org.sagitta.calibration.resolution;

import java.util.List;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.sagitta.calibration.ToyDimuons;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.target.RadiationTemplate;

/** Toy J/psi pairs measured with a given resolution and cut on what was measured, and the template of their true masses. */
record ToyResolution(DimuonSample sample, RadiationTemplate template) {
    static final double JPSI = 3.0969;
    /** Six standard deviations above the edge of the true momenta, which would cut into the residuals next to it. */
    private static final double PT_MIN = 4;

    static final EtaBinning BINS = EtaBinning.uniform(2, 0, 2.4);

    /** A "data" resolution: wider than {@link #simulation} everywhere. */
    static ResolutionModel data() {
        return new ResolutionModel(
                BINS,
                List.of(new ResolutionTerms(0.9e-4, 0.5e-4, 4e-8, 50), new ResolutionTerms(2.5e-4, 0.8e-4, 8e-8, 50)));
    }

    static ResolutionModel simulation() {
        return new ResolutionModel(
                BINS,
                List.of(new ResolutionTerms(0.7e-4, 0.3e-4, 2e-8, 50), new ResolutionTerms(1.9e-4, 0.4e-4, 6e-8, 50)));
    }

    static ToyResolution of(int size, ResolutionModel model, long seed) {
        var gauss = ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_RO_SHI_RO_128_PP.create(seed + 1));
        RadiationTemplate.Builder template = RadiationTemplate.builder(JPSI, EtaBinning.of(0, 2.4), 1);
        DimuonSample.Builder pairs = DimuonSample.builder(size);
        ToyDimuons.sample(size, AemCorrection.identity(AemModel.fieldScale()), seed, (pair, mass, kPlus, kMinus) -> {
            Muon plus = measured(pair.plus(), kPlus, model, gauss.sample());
            Muon minus = measured(pair.minus(), kMinus, model, gauss.sample());
            if (plus.pt() > PT_MIN && minus.pt() > PT_MIN) {
                template.add(pair.rapidity(), mass);
                pairs.add(new Dimuon(plus, minus, 0.03));
            }
        });
        return new ToyResolution(pairs.build(), template.build());
    }

    private static Muon measured(Muon leg, double k, ResolutionModel model, double g) {
        Charge charge = leg.charge();
        double sigma = Math.sqrt(model.variance(leg.eta(), 1 / k));
        return new Muon(k * (1 + sigma * g), leg.eta(), leg.phi(), charge);
    }
}
