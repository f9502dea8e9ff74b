package org.sagitta.validation.pipeline;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.NotConvergedException;
import org.sagitta.calibration.method.CalibrationMethod;
import org.sagitta.calibration.method.CalibrationMethods;
import org.sagitta.calibration.method.CalibrationPairs;
import org.sagitta.calibration.method.Channel;
import org.sagitta.calibration.method.MethodCorrection;
import org.sagitta.calibration.method.MethodInput;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.CurvatureCorrection;
import org.sagitta.calibration.model.FieldRatio;
import org.sagitta.calibration.robust.TukeyBiweight;
import org.sagitta.calibration.target.MassTarget;
import org.sagitta.calibration.target.TabulatedTarget;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.validation.study.MassClosure;
import org.sagitta.validation.study.MethodResult;
import org.sagitta.validation.study.MethodStudy;
import org.sagitta.validation.study.PairSlice;
import org.sagitta.validation.study.PairStore;
import org.sagitta.validation.study.Repeatability;
import org.sagitta.validation.study.SamplePair;

/**
 * All calibration methods on the same samples. J/psi and Z are cut in two by event number: the first half of the scenario
 * is what methods calibrate on, the second half of the ideal partner, other events, is their simulation; the second half
 * of both, event by event, is what they are tested on, with all Upsilon. Every method gets pairs after the field
 * pre-correction of the scenario, if there is one.
 */
public final class MethodRun {
    /** Disjoint parts on which each calibration is made again. */
    static final int PARTS = 6;

    private final Scenario scenario;
    private final int threads;
    private final Path folder;

    /**
     * @param scenario both worlds, with seed and numbers of pairs
     * @param threads number of threads; no result but the processor time depends on it
     * @param folder for files without a name; exists
     */
    public MethodRun(Scenario scenario, int threads, Path folder) {
        this.scenario = scenario;
        this.threads = threads;
        this.folder = folder;
    }

    /**
     * Simulates and calibrates. A method that does not settle has a result that says so, and
     * the others have theirs.
     */
    public List<MethodResult> run(ProgressListener progress) throws InterruptedException {
        try (ClosureSamples maker = new ClosureSamples(scenario, threads, folder, SampleArchive.NONE, progress)) {
            Map<Channel, Halves> halves = new EnumMap<>(Channel.class);
            halves.put(Channel.JPSI, Halves.of(maker.sameEvents(Resonance.JPSI)));
            SamplePair upsilon = maker.sameEvents(Resonance.UPSILON_1S);
            halves.put(Channel.Z, Halves.of(maker.sameEvents(Resonance.Z)));
            Job job = new Job(halves, upsilon, fieldRatio(maker, halves));
            List<Future<MethodResult>> results = new ArrayList<>();
            AemModel model = AemModels.of(scenario.calibration().model());
            for (CalibrationMethod method : CalibrationMethods.all(model)) {
                results.add(maker.executor().submit(() -> job.result(method)));
            }
            List<MethodResult> done = new ArrayList<>();
            for (Future<MethodResult> result : results) {
                progress.progress("calibrate with each method", done.size(), results.size());
                done.add(Futures.result(result));
            }
            progress.progress("calibrate with each method", done.size(), results.size());
            return done;
        }
    }

    /** The pre-correction that our own calibration of these samples makes. */
    private Optional<FieldRatio> fieldRatio(ClosureSamples maker, Map<Channel, Halves> halves) {
        if (scenario.fieldRatio().isEmpty()) {
            return Optional.empty();
        }
        Halves jpsi = Objects.requireNonNull(halves.get(Channel.JPSI));
        Correction correction =
                maker.calibrate(new SamplePair(jpsi.measured(), jpsi.reference(), SamplePair.Partner.OTHER_EVENTS));
        return correction.fieldRatio();
    }

    /** A sample cut in two: pairs to calibrate on, the simulation, and what is held out. */
    private record Halves(PairStore measured, PairStore reference, SamplePair heldOut) {
        static Halves of(SamplePair both) {
            int middle = both.scenario().size() / 2;
            long event = both.scenario().block(middle, middle + 1).truth(0).event();
            PairSlice reference = PairSlice.fromEvent(both.ideal(), event);
            PairSlice second =
                    new PairSlice(both.scenario(), middle, both.scenario().size());
            return new Halves(
                    new PairSlice(both.scenario(), 0, middle),
                    reference,
                    new SamplePair(second, reference, SamplePair.Partner.SAME_EVENTS));
        }
    }

    /** The same questions to every method. */
    private static final class Job {
        private final Map<Channel, Halves> halves;
        private final SamplePair upsilon;
        private final Optional<FieldRatio> fieldRatio;
        private final Map<Channel, MassTarget> targets = new EnumMap<>(Channel.class);

        Job(Map<Channel, Halves> halves, SamplePair upsilon, Optional<FieldRatio> fieldRatio) {
            this.halves = halves;
            this.upsilon = upsilon;
            this.fieldRatio = fieldRatio;
            halves.forEach((channel, half) -> targets.put(channel, target(channel, half.reference())));
        }

        private static MassTarget target(Channel channel, PairStore reference) {
            TabulatedTarget.Options standard = TabulatedTarget.Options.STANDARD;
            return TabulatedTarget.of(
                    reference.measured(),
                    new TabulatedTarget.Options(
                            standard.rapidityEdges(),
                            standard.sigmaBins(),
                            standard.minPairs(),
                            TukeyBiweight.STANDARD,
                            channel.relativeWidth()));
        }

        MethodResult result(CalibrationMethod method) {
            long start = cpuNanos();
            try {
                MethodCorrection correction = calibrate(method, 0, 1);
                return tested(method, correction, (cpuNanos() - start) * 1e-9);
            } catch (NotConvergedException e) {
                return MethodResult.withoutFigures(
                        method.name(),
                        method.description(),
                        pairs(method),
                        (cpuNanos() - start) * 1e-9,
                        String.valueOf(e.getMessage()));
            }
        }

        private MethodResult tested(CalibrationMethod method, MethodCorrection found, double cpuSeconds) {
            SamplePair z = half(Channel.Z).heldOut();
            MethodStudy study = new MethodStudy(afterFieldRatio(found.correction()));
            Map<String, MassClosure> masses = new LinkedHashMap<>();
            masses.put(Resonance.JPSI.name(), study.masses(half(Channel.JPSI).heldOut()));
            masses.put(Resonance.UPSILON_1S.name(), study.masses(upsilon));
            masses.put(Resonance.Z.name(), study.masses(z));
            return new MethodResult(
                    method.name(),
                    method.description(),
                    pairs(method),
                    masses,
                    study.oddAt45Gev(z),
                    repeatability(method, z.scenario().measured()),
                    cpuSeconds,
                    found.unsettled());
        }

        /** Unknown if the method finds no correction on one of the parts: the others would be a biased choice. */
        private Repeatability repeatability(CalibrationMethod method, DimuonSource probe) {
            List<CurvatureCorrection> parts = new ArrayList<>();
            try {
                for (int part = 0; part < PARTS; part++) {
                    parts.add(calibrate(method, part, PARTS).correction());
                }
            } catch (NotConvergedException e) {
                return Repeatability.UNKNOWN;
            }
            return Repeatability.of(parts, preCorrected(probe));
        }

        private CurvatureCorrection afterFieldRatio(CurvatureCorrection correction) {
            return fieldRatio
                    .<CurvatureCorrection>map(ratio -> (k, eta, phi, charge) ->
                            correction.correct(ratio.correct(k, eta, phi, charge), eta, phi, charge))
                    .orElse(correction);
        }

        private MethodCorrection calibrate(CalibrationMethod method, int part, int parts) {
            Map<Channel, CalibrationPairs> input = new EnumMap<>(Channel.class);
            for (Channel channel : method.calibratesOn()) {
                Halves half = half(channel);
                input.put(
                        channel,
                        new CalibrationPairs(
                                preCorrected(part(half.measured(), part, parts).measured()),
                                part(half.reference(), part, parts).measured(),
                                Objects.requireNonNull(targets.get(channel))));
            }
            return method.calibrate(MethodInput.of(input));
        }

        private static PairStore part(PairStore whole, int part, int parts) {
            int from = (int) ((long) whole.size() * part / parts);
            int to = (int) ((long) whole.size() * (part + 1) / parts);
            return new PairSlice(whole, from, to);
        }

        private DimuonSource preCorrected(DimuonSource measured) {
            return fieldRatio.map(ratio -> ratio.correcting(measured)).orElse(measured);
        }

        private Halves half(Channel channel) {
            return Objects.requireNonNull(halves.get(channel));
        }

        private Map<String, Integer> pairs(CalibrationMethod method) {
            Map<String, Integer> pairs = new LinkedHashMap<>();
            for (Channel channel : Channel.values()) {
                if (method.calibratesOn().contains(channel)) {
                    pairs.put(channel.name(), half(channel).measured().size());
                }
            }
            return pairs;
        }

        private static long cpuNanos() {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime();
        }
    }
}
