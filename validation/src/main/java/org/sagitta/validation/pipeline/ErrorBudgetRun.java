package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.data.generation.Radiation;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.AlignmentChoice;
import org.sagitta.data.scenario.CalibrationChoice;
import org.sagitta.data.scenario.GenerationChoice;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.TruthChoice;
import org.sagitta.data.scenario.WeakModeChoice;
import org.sagitta.data.simulation.SimulationEffects;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.input.DidYouMean;
import org.sagitta.validation.study.ErrorBudgetLine;
import org.sagitta.validation.study.ErrorBudgetStudy;
import org.sagitta.validation.study.ExactTracks;
import org.sagitta.validation.study.GroupedPairs;
import org.sagitta.validation.study.SamplePair;

/**
 * What each difference between the two worlds of a scenario leaves on Upsilon and Z after the calibration on J/psi. One aspect of the truth
 * at a time is taken over into the ideal partner, and each of its weak modes; the same pairs with the same random numbers are
 * simulated and fitted in that world and in the partner, and calibrated and tested as in a closure run, on events that are accepted in
 * both. Beside them: the numerics of the fit, and errors of the mass target.
 *
 * <p>Effects that shift curvatures by little are taken over into a quiet partner, in which muons lose their mean energy, do not scatter
 * and leave exact hits: what is left after the calibration is linear in such shifts, and without noise the errors are a tenth. Effects that
 * are noise themselves are taken over into the partner as it is.
 */
public final class ErrorBudgetRun {
    private static final String NUMERICS = "numerics of the fit";
    private static final String SHIFTS_TOGETHER = "all without noise";
    private static final String EVERYTHING = "all together";
    private static final String ENERGY_LOSS = "energy loss";
    private static final String FIELD = "field";
    private static final String RADIATION = "target: other radiation";

    /** Size of the common error of the target. */
    private static final double TARGET_ERROR = 1e-4;

    /** How the target of KaMuCa (bachtis/Analysis, branch KaMuCa_V4) rises with y^2 of the J/psi. */
    private static final double TARGET_RISE = 5.5e-5;

    /** Aspects that are seen best without noise. */
    private static final Set<String> SHIFTS = Set.of(FIELD, "material", "alignment", ENERGY_LOSS);

    private final Scenario scenario;
    private final MisalignmentSource misalignment;
    private final Scenario ideal;
    private final Worlds worlds;
    private final KernelWarmup warmup = new KernelWarmup();
    private final Map<String, World> simulated;

    /**
     * @param scenario with the seed and the numbers of events that are generated in each world
     * @param misalignment the pairs that M is calibrated on
     */
    public ErrorBudgetRun(Scenario scenario, MisalignmentSource misalignment) {
        this.scenario = scenario;
        this.misalignment = misalignment;
        this.ideal = scenario.idealPartner();
        this.worlds = new Worlds(CmsTracker.load(), scenario.seed());
        this.simulated = simulated();
    }

    /** Whether a world is compared with the ideal partner as it is, or with that without noise. */
    private enum Partner {
        FULL,
        QUIET
    }

    private record World(Scenario scenario, Partner partner) {}

    /** The worlds by the name of what is different in them. */
    private Map<String, World> simulated() {
        Map<String, World> all = new LinkedHashMap<>();
        TruthAspect.differing(scenario).forEach((aspect, world) -> {
            boolean shift = SHIFTS.contains(aspect);
            all.put(aspect, shift ? new World(quiet(world, aspect), Partner.QUIET) : new World(world, Partner.FULL));
        });
        List<WeakModeChoice> modes = scenario.truth().world().alignment().weakModes();
        for (WeakModeChoice mode : modes.size() > 1 ? modes : List.<WeakModeChoice>of()) {
            AlignmentChoice alone = new AlignmentChoice(List.of(mode), List.of());
            TruthChoice truth = ideal.truth().withWorld(ideal.truth().world().withAlignment(alone));
            Scenario moved = ideal.withTruth(scenario.name() + " with " + mode.mode(), truth);
            all.put("alignment: " + mode.mode(), new World(quiet(moved, ""), Partner.QUIET));
        }
        all.put(SHIFTS_TOGETHER, new World(quiet(scenario, ""), Partner.QUIET));
        all.put(EVERYTHING, new World(scenario, Partner.FULL));
        return all;
    }

    /** The same world without noise; with its own energy loss if that is the aspect. */
    private static Scenario quiet(Scenario world, String aspect) {
        SimulationEffects effects = world.truth().effects();
        SimulationEffects exact = Noiseless.effects(world.reconstruction()).with(effects.detection());
        SimulationEffects own = aspect.equals(ENERGY_LOSS) ? exact.with(effects.energyLoss()) : exact;
        return world.withTruth(world.name() + ", quiet", world.truth().withEffects(own));
    }

    /** Names of all lines, in their order. */
    public List<String> effects() {
        List<String> names = new ArrayList<>(List.of(NUMERICS));
        names.addAll(targets().keySet());
        names.add(RADIATION);
        names.addAll(simulated.keySet());
        return names;
    }

    /** By what the mass target could be wrong. */
    private static Map<String, Factor> targets() {
        Map<String, Factor> targets = new LinkedHashMap<>();
        targets.put("target: all masses + 1e-4", pair -> 1 + TARGET_ERROR);
        targets.put("target: without its rise in y", pair -> 1 + TARGET_RISE * pair.rapidity() * pair.rapidity());
        targets.put(
                "target: without sigma_m^2/2", pair -> 1 + 0.5 * pair.relativeMassSigma() * pair.relativeMassSigma());
        return targets;
    }

    /** Factor on a mass. */
    private interface Factor {
        double of(Dimuon pair);
    }

    /**
     * The lines that are wanted.
     *
     * @param wanted some of {@link #effects()}; empty for all
     * @throws BadInputException (usage) if there is no effect of that name
     */
    public List<ErrorBudgetLine> run(List<String> wanted, int threads, ProgressListener progress)
            throws InterruptedException {
        for (String name : wanted) {
            if (!effects().contains(name)) {
                throw BadInputException.usage("effect \"" + name + "\" is not one of " + scenario.name()
                        + DidYouMean.hint(name, effects()) + " (one of " + String.join(", ", effects()) + ")");
            }
        }
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Job job = new Job(executor, threads, progress);
            List<ErrorBudgetLine> lines = new ArrayList<>();
            for (String effect : effects()) {
                if (wanted.isEmpty() || wanted.contains(effect)) {
                    lines.add(job.line(effect));
                }
            }
            return lines;
        } finally {
            executor.shutdownNow();
        }
    }

    /** The pre-correction is for the field, and would spoil a world that has the field of the fit. */
    private CalibrationChoice calibration(String effect) {
        return Set.of(FIELD, SHIFTS_TOGETHER, EVERYTHING).contains(effect)
                ? scenario.calibration()
                : scenario.calibration().withoutFieldRatio();
    }

    /** The ideal partner with photons that are as wrong as those of the simplest model, or, if it has these, of the best. */
    private Scenario otherRadiation() {
        GenerationChoice g = ideal.generation();
        Radiation other =
                g.radiation() == Radiation.ONE_PHOTON ? Radiation.MULTI_PHOTON_CORRECTED : Radiation.ONE_PHOTON;
        return new Scenario(
                ideal.name() + ", " + other,
                ideal.description(),
                ideal.seed(),
                ideal.events(),
                ideal.centreOfMassEnergy(),
                ideal.beamSpot(),
                new GenerationChoice(
                        other, g.zLine(), g.zSpectra(), g.zAngles(), g.bFraction(), g.continuum(), g.polarisation()),
                ideal.acceptance(),
                ideal.truth(),
                ideal.reconstruction(),
                ideal.calibration());
    }

    private record Pairs(GroupedPairs jpsi, GroupedPairs upsilon, GroupedPairs z) {
        Pairs withJpsi(GroupedPairs other) {
            return new Pairs(other, upsilon, z);
        }
    }

    /** What the lines of one run share. */
    private final class Job {
        private final ExecutorService executor;
        private final int threads;
        private final PairStream stream;
        private final ProgressListener progress;
        private final Map<Partner, Pairs> partners = new EnumMap<>(Partner.class);

        Job(ExecutorService executor, int threads, ProgressListener progress) {
            this.executor = executor;
            this.threads = threads;
            this.stream = new PairStream(new OrderedBlocks(executor, threads));
            this.progress = progress;
        }

        /** The pairs of a partner, made when they are first needed. */
        private Pairs partner(Partner partner) throws InterruptedException {
            Pairs made = partners.get(partner);
            if (made == null) {
                made = pairs(partner == Partner.QUIET ? quiet(ideal, "") : ideal, "ideal");
                partners.put(partner, made);
            }
            return made;
        }

        ErrorBudgetLine line(String effect) throws InterruptedException {
            Factor target = targets().get(effect);
            if (target != null) {
                Pairs right = partner(Partner.QUIET);
                return line(effect, right.withJpsi(right.jpsi.withMasses(target::of)), right);
            }
            if (effect.equals(RADIATION)) {
                Pairs right = partner(Partner.QUIET);
                return line(effect, right, right.withJpsi(pairs(quiet(otherRadiation(), ""), Resonance.JPSI, effect)));
            }
            World world = simulated.get(effect);
            if (world == null) {
                return numerics(effect);
            }
            return line(effect, pairs(world.scenario, effect), partner(world.partner));
        }

        /** Exact muons as fitted and as they are. */
        private ErrorBudgetLine numerics(String effect) throws InterruptedException {
            ExactTracks jpsi = exact(Resonance.JPSI);
            ExactTracks upsilon = exact(Resonance.UPSILON_1S);
            ExactTracks z = exact(Resonance.Z);
            return line(
                    effect,
                    new Pairs(GroupedPairs.fitted(jpsi), GroupedPairs.fitted(upsilon), GroupedPairs.fitted(z)),
                    new Pairs(GroupedPairs.truth(jpsi), GroupedPairs.truth(upsilon), GroupedPairs.truth(z)));
        }

        private ErrorBudgetLine line(String effect, Pairs changed, Pairs perfectPairs) {
            ErrorBudgetStudy study = new ErrorBudgetStudy(
                    ErrorBudgetStudy.Same.of(changed.jpsi, perfectPairs.jpsi),
                    ErrorBudgetStudy.Same.of(changed.upsilon, perfectPairs.upsilon),
                    ErrorBudgetStudy.Same.of(changed.z, perfectPairs.z));
            JpsiCalibration calibration =
                    new JpsiCalibration(executor, ideal.withCalibration(ideal.name(), calibration(effect)), worlds);
            progress.progress(effect + ": calibrate", 0, 1);
            ErrorBudgetLine line = study.line(
                    effect,
                    Remedies.of(effect),
                    (ofJpsi, ofZ) -> improved(
                            calibration.calibrate(
                                    ofJpsi.scenario().measured(), ofJpsi.ideal().measured()),
                            ofZ));
            progress.progress(effect + ": calibrate", 1, 1);
            return line;
        }

        /** The same calibration, or one with the M of the Z. */
        private Correction improved(Correction jpsi, SamplePair z) {
            return switch (misalignment) {
                case JPSI -> jpsi;
                case JPSI_AND_Z ->
                    new ZMisalignment(executor)
                            .ofManyZ(jpsi, z.scenario().measured(), z.ideal().measured());
            };
        }

        private Pairs pairs(Scenario world, String effect) throws InterruptedException {
            return new Pairs(
                    pairs(world, Resonance.JPSI, effect),
                    pairs(world, Resonance.UPSILON_1S, effect),
                    pairs(world, Resonance.Z, effect));
        }

        /** The same events with the same random numbers in any world. */
        private GroupedPairs pairs(Scenario world, Resonance resonance, String effect) throws InterruptedException {
            long events = scenario.events(resonance);
            GroupedPairs pairs = new GroupedPairs(events);
            PairSource source = PairSource.named(sample(resonance), world, resonance, worlds, warmup);
            String stage = effect + ": " + resonance;
            long[] done = new long[1];
            stream.run(source, outcome -> {
                if (outcome instanceof FittedPair pair) {
                    pairs.add(pair.dimuon(), pair.truth());
                }
                done[0]++;
                progress.progress(stage, done[0], events);
                return done[0] < events;
            });
            if (pairs.size() == 0) {
                throw BadInputException.usage("error budget: none of " + events + " " + resonance + " in "
                        + world.name() + " is accepted; more events, or another scenario, are needed");
            }
            return pairs;
        }

        private ExactTracks exact(Resonance resonance) throws InterruptedException {
            Scenario world = ideal.withTruth(
                    scenario.name() + " exact",
                    new TruthChoice(ideal.reconstruction().world(), Noiseless.effects(ideal.reconstruction())));
            MuonSource source = MuonSource.of(ideal.generator(resonance), worlds.seed(), sample(resonance));
            MuonRun run = new MuonRun(world, source, sample(resonance), worlds, warmup);
            return run.run(
                    ExactTracks::new,
                    2L * scenario.events(resonance),
                    threads,
                    (stage, done, total) -> progress.progress(NUMERICS + ": " + resonance, done, total));
        }

        private String sample(Resonance resonance) {
            return scenario.name() + "/budget/" + resonance.name();
        }
    }
}
