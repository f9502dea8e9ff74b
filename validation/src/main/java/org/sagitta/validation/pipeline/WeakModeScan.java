package org.sagitta.validation.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.data.simulation.SimulationEffects;
import org.sagitta.data.simulation.TrackSimulator;
import org.sagitta.geometry.alignment.Alignment;
import org.sagitta.geometry.alignment.WeakMode;
import org.sagitta.geometry.alignment.WeakModeDisplacement;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.fit.FittedTrack;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.material.MaterialEffects;
import org.sagitta.validation.study.WeakModeResponse;
import org.sagitta.validation.study.WeakModeStudy;

/**
 * Switches on one weak mode at a time, at its default amplitude, in the truth only, and fits the same exact muons (no
 * scattering, mean loss, no hit errors) with and without it. The difference is the response of the momentum scale.
 */
public final class WeakModeScan {
    /** Points in the barrel, where the closed forms hold for every mode; off zero, where rays meet gaps. */
    private static final double[] ETA = {-0.85, -0.65, -0.45, -0.25, -0.05, 0.05, 0.25, 0.45, 0.65, 0.85};

    private static final int PHI_STEPS = 36;

    private static final SimulationEffects EXACT = SimulationEffects.NONE.with(SimulationEffects.EnergyLoss.MEAN);

    private final Conditions ideal;
    private final MaterialEffects material = CmsMaterialEffects.muon();
    private final double pt;

    /**
     * @param ideal the world without displacement, in which all tracks are fitted
     * @param pt transverse momentum of the muons [GeV]
     */
    public WeakModeScan(Conditions ideal, double pt) {
        this.ideal = ideal;
        this.pt = pt;
    }

    /** All nine modes in the order of the enum. */
    public List<WeakModeResponse> run() {
        return Stream.of(WeakMode.values()).map(this::response).toList();
    }

    /** One mode. */
    public WeakModeResponse response(WeakMode mode) {
        Alignment alignment = new Alignment(List.of(new WeakModeDisplacement(mode, 1, 0)));
        Conditions displaced = new Conditions(alignment.applyTo(ideal.tracker()), ideal.field());
        TrackSimulator inPlace = simulator(ideal);
        TrackSimulator moved = simulator(displaced);
        TrackFitter fitter = new TrackFitter(ideal, FitSettings.standard());
        WeakModeStudy study = new WeakModeStudy(mode);
        for (double eta : ETA) {
            for (int step = 0; step < PHI_STEPS; step++) {
                double phi = 2 * Math.PI * (step + 0.5) / PHI_STEPS;
                for (int charge = -1; charge <= 1; charge += 2) {
                    OptionalDouble before = curvature(inPlace, fitter, charge, eta, phi);
                    OptionalDouble after = curvature(moved, fitter, charge, eta, phi);
                    if (before.isPresent() && after.isPresent()) {
                        study.add(eta, phi, before.getAsDouble(), after.getAsDouble());
                    }
                }
            }
        }
        return study.result();
    }

    private TrackSimulator simulator(Conditions truth) {
        return new TrackSimulator(truth, SensorIndex.of(truth.tracker()), material, EXACT);
    }

    /** Signed q/pT [1/GeV] of the fitted muon; empty if there is no fit. */
    private OptionalDouble curvature(TrackSimulator simulator, TrackFitter fitter, int charge, double eta, double phi) {
        Vec3 momentum = new Vec3(pt * Math.cos(phi), pt * Math.sin(phi), pt * Math.sinh(eta));
        EventRandom unused = EventRandom.of(0, RandomStream.of("weak modes", RandomPurpose.TEST), 0);
        return Optional.of(fitter.fit(simulator
                        .simulate(new GeneratedMuon(charge, momentum, Vec3.ZERO), unused)
                        .hits()))
                .filter(FittedTrack.class::isInstance)
                .map(fit -> ((FittedTrack) fit).perigee())
                .map(state -> OptionalDouble.of(state.charge() * state.k()))
                .orElse(OptionalDouble.empty());
    }
}
