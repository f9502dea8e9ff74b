package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sagitta.data.generation.BeamSpot;
import org.sagitta.data.generation.MuonGun;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.AlignmentChoice;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.data.scenario.TruthChoice;
import org.sagitta.data.scenario.WeakModeChoice;
import org.sagitta.data.scenario.WorldChoice;
import org.sagitta.data.simulation.SimulationEffects;
import org.sagitta.geometry.alignment.WeakMode;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.validation.study.ExactTracks;
import org.sagitta.validation.study.SensorShift;
import org.sagitta.validation.study.WeakModeResponse;
import org.sagitta.validation.study.WeakModeStudy;

/**
 * Switches on one weak mode at a time in the truth only, and fits the same exact muons (no scattering, mean loss, no hit
 * errors, every sensor sees) with and without it: single muons, flat in eta and in log pT, and pairs of the three resonances, each
 * decay a second time with the charges of the muons exchanged.
 */
public final class WeakModeRun {
    private static final double PT_MIN = 3;
    private static final double PT_MAX = 100;
    private static final double ETA_MAX = 2.4;

    private static final String MUONS = "muons";
    private static final double UM_PER_MM = 1e3;

    private static final SimulationEffects EXACT = SimulationEffects.NONE.with(SimulationEffects.EnergyLoss.MEAN);

    private final Scenario ideal = Scenarios.bundled(Scenarios.IDEAL);
    private final Tracker tracker = CmsTracker.load();
    private final KernelWarmup warmup = new KernelWarmup();
    private final double amplitude;
    private final long seed;
    private final Worlds worlds;

    /** @param amplitude of all modes, in units of their default amplitudes */
    public WeakModeRun(double amplitude, long seed) {
        this.amplitude = amplitude;
        this.seed = seed;
        this.worlds = new Worlds(tracker, seed);
    }

    /**
     * Simulates and fits everything.
     *
     * @param modes in the order of the result
     * @param muons single muons in each world
     * @param pairs of each resonance in each world
     */
    public List<WeakModeResponse> run(
            List<WeakMode> modes, int muons, int pairs, int threads, ProgressListener progress)
            throws InterruptedException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put(MUONS, (long) muons);
        for (Resonance resonance : Resonance.closure()) {
            sizes.put(resonance.name(), 2L * pairs);
        }
        Map<String, ExactTracks> before = tracks(AlignmentChoice.IDEAL, "no mode", sizes, threads, progress);
        List<WeakModeResponse> responses = new ArrayList<>();
        for (WeakMode mode : modes) {
            AlignmentChoice moved =
                    new AlignmentChoice(List.of(new WeakModeChoice(mode.modeName(), amplitude, 0)), List.of());
            responses.add(response(mode, before, tracks(moved, mode.modeName(), sizes, threads, progress)));
        }
        return responses;
    }

    private WeakModeResponse response(WeakMode mode, Map<String, ExactTracks> before, Map<String, ExactTracks> after) {
        WeakModeStudy study = new WeakModeStudy(mode, amplitude, edgeUm(mode));
        before.forEach((sample, tracks) -> {
            ExactTracks moved = Objects.requireNonNull(after.get(sample));
            if (sample.equals(MUONS)) {
                study.addMuons(tracks, moved);
            } else {
                study.addPairs(sample, tracks, moved);
            }
        });
        return study.result(Resonance.JPSI.name());
    }

    private Map<String, ExactTracks> tracks(
            AlignmentChoice alignment, String name, Map<String, Long> sizes, int threads, ProgressListener progress)
            throws InterruptedException {
        WorldChoice world = ideal.reconstruction().world().withAlignment(alignment);
        Scenario scenario = ideal.withTruth("weak modes, " + name, new TruthChoice(world, EXACT));
        Map<String, ExactTracks> tracks = new LinkedHashMap<>();
        for (Map.Entry<String, Long> sample : sizes.entrySet()) {
            MuonRun run =
                    new MuonRun(scenario, source(sample.getKey()), "weakmodes/" + sample.getKey(), worlds, warmup);
            ProgressListener listener =
                    (stage, done, total) -> progress.progress(name + ": " + sample.getKey(), done, total);
            tracks.put(sample.getKey(), run.run(ExactTracks::new, sample.getValue(), threads, listener));
        }
        return tracks;
    }

    private MuonSource source(String sample) {
        String stream = "weakmodes/" + sample;
        if (sample.equals(MUONS)) {
            BeamSpot spot = ideal.beamSpot();
            return MuonSource.of(new MuonGun(spot, PT_MIN, PT_MAX, ETA_MAX, 0), seed, stream);
        }
        return MuonSource.twins(ideal.generator(Resonance.valueOf(sample)), seed, stream);
    }

    /** Where all sensors are, and where a mode shifts them. */
    public List<SensorShift> shifts(WeakMode mode) {
        return tracker.sensors().stream()
                .map(s -> {
                    Vec3 centre = s.plane().origin();
                    return new SensorShift(s.address().subdetector(), centre, mode.displacement(centre, amplitude, 0));
                })
                .toList();
    }

    private double edgeUm(WeakMode mode) {
        return UM_PER_MM
                * shifts(mode).stream().mapToDouble(s -> s.shift().norm()).max().orElse(0);
    }
}
