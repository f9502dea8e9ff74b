package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.data.simulation.SimulationEffects;
import org.sagitta.data.simulation.TrackSimulator;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.alignment.Alignment;
import org.sagitta.geometry.alignment.WeakMode;
import org.sagitta.geometry.alignment.WeakModeDisplacement;
import org.sagitta.geometry.detector.CmsTracker;
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
    /** Barrel muons, where the closed forms hold for every mode. */
    private static final double ETA_MAX = 0.9;

    /**
     * Directions. A rigid shift neither widens nor shears a sensor, so hits off its centre are displaced by up to eps
     * times their distance from it, either way; many directions average this.
     */
    private static final int DIRECTIONS = 5000;

    /**
     * Steps of the additive recurrence that fills a square evenly (M. Roberts's R2 sequence: 1/p and 1/p^2 with
     * p^3 = p + 1), so that the directions do not beat with ladders and modules.
     */
    private static final double ETA_STEP = 0.7548776662466927;

    private static final double PHI_STEP = 0.5698402909980532;

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

    /** The scan on CMS's tracker at its ideal positions with the TOSCA field, for muons of this pT [GeV]. */
    public static WeakModeScan ofCms(double pt) {
        return new WeakModeScan(new Conditions(CmsTracker.load(), FieldModels.byName(FieldModels.TOSCA)), pt);
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
        for (GeneratedMuon muon : muons()) {
            OptionalDouble before = curvature(inPlace, fitter, muon);
            OptionalDouble after = curvature(moved, fitter, muon);
            if (before.isPresent() && after.isPresent()) {
                study.add(muon.eta(), muon.phi(), before.getAsDouble(), after.getAsDouble());
            }
        }
        return study.result();
    }

    /** Muons of both charges in all directions. */
    private List<GeneratedMuon> muons() {
        List<GeneratedMuon> muons = new ArrayList<>();
        for (int i = 0; i < DIRECTIONS; i++) {
            double eta = ETA_MAX * (2 * fraction(i * ETA_STEP) - 1);
            double phi = 2 * Math.PI * fraction(i * PHI_STEP);
            Vec3 momentum = new Vec3(pt * Math.cos(phi), pt * Math.sin(phi), pt * Math.sinh(eta));
            muons.add(new GeneratedMuon(-1, momentum, Vec3.ZERO));
            muons.add(new GeneratedMuon(1, momentum, Vec3.ZERO));
        }
        return muons;
    }

    private static double fraction(double x) {
        return x - Math.floor(x);
    }

    private TrackSimulator simulator(Conditions truth) {
        return new TrackSimulator(truth, SensorIndex.of(truth.tracker()), material, EXACT);
    }

    /** Signed q/pT [1/GeV] of the fitted muon; empty if there is no fit. */
    private static OptionalDouble curvature(TrackSimulator simulator, TrackFitter fitter, GeneratedMuon muon) {
        EventRandom unused = EventRandom.of(0, RandomStream.of("weak modes", RandomPurpose.TEST), 0);
        if (fitter.fit(simulator.simulate(muon, unused).hits()) instanceof FittedTrack track) {
            return OptionalDouble.of(track.perigee().charge() * track.perigee().k());
        }
        return OptionalDouble.empty();
    }
}
