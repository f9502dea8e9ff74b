package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.fit.FitReport;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.validation.study.ClosureResult;
import org.sagitta.validation.study.ClosureVerdict;
import org.sagitta.validation.study.LegClosure;
import org.sagitta.validation.study.LegStudy;
import org.sagitta.validation.study.MassClosure;
import org.sagitta.validation.study.MassPeak;
import org.sagitta.validation.study.MassPeakStudy;
import org.sagitta.validation.study.MassStudy;
import org.sagitta.validation.study.ParameterProfile;
import org.sagitta.validation.study.ParameterValue;
import org.sagitta.validation.study.ProfileStudy;
import org.sagitta.validation.study.SamplePair;

/** Asks all closure questions of the samples of a run and its correction, several at a time. */
final class ClosureAnalysis {
    private final Scenario scenario;
    private final Map<Resonance, SamplePair> samples;
    private final Correction correction;
    private final ExecutorService executor;

    ClosureAnalysis(
            Scenario scenario, Map<Resonance, SamplePair> samples, Correction correction, ExecutorService executor) {
        this.scenario = scenario;
        this.samples = samples;
        this.correction = correction;
        this.executor = executor;
    }

    ClosureOutcome outcome(
            ClosureRequest request, String version, FitReport report, Map<String, Long> rejected, double wallSeconds)
            throws InterruptedException {
        Map<Resonance, Future<MassClosure>> massStudies = ofEach(this::masses);
        Future<List<ParameterProfile>> profiles = executor.submit(this::profiles);
        Map<Resonance, Future<MassPeak>> peakStudies = ofEach(this::peak);
        Map<Resonance, Future<LegClosure>> legStudies = ofEach(this::legs);
        Future<LegClosure> at45 = executor.submit(
                () -> LegStudy.at45Gev(sample(Resonance.Z), correction).closure());
        Map<String, Integer> events = new TreeMap<>();
        samples.forEach((resonance, pair) ->
                events.put(resonance.name(), pair.scenario().size()));
        Map<String, MassClosure> masses = results(massStudies);
        ClosureResult result = new ClosureResult(
                scenario.name(),
                request.seed(),
                request.threads(),
                version,
                wallSeconds,
                events,
                masses,
                results(legStudies),
                Futures.result(at45),
                parameters(),
                report,
                request.limits(),
                ClosureVerdict.excesses(masses, request.limits()).isEmpty());
        List<MassPeak> peaks = new ArrayList<>();
        for (Future<MassPeak> peak : peakStudies.values()) {
            peaks.add(Futures.result(peak));
        }
        return new ClosureOutcome(result, correction, Futures.result(profiles), peaks, rejected);
    }

    private <T> Map<Resonance, Future<T>> ofEach(BiFunction<Resonance, SamplePair, T> question) {
        Map<Resonance, Future<T>> answers = new EnumMap<>(Resonance.class);
        samples.forEach(
                (resonance, pair) -> answers.put(resonance, executor.submit(() -> question.apply(resonance, pair))));
        return answers;
    }

    private static <T> Map<String, T> results(Map<Resonance, Future<T>> answers) throws InterruptedException {
        Map<String, T> byName = new TreeMap<>();
        for (Map.Entry<Resonance, Future<T>> answer : answers.entrySet()) {
            byName.put(answer.getKey().name(), Futures.result(answer.getValue()));
        }
        return byName;
    }

    private SamplePair sample(Resonance resonance) {
        return Objects.requireNonNull(samples.get(resonance));
    }

    private MassClosure masses(Resonance resonance, SamplePair pair) {
        return new MassStudy(pair, correction).closure();
    }

    private LegClosure legs(Resonance resonance, SamplePair pair) {
        return LegStudy.ofAll(pair, correction, ptMin(resonance)).closure();
    }

    private MassPeak peak(Resonance resonance, SamplePair pair) {
        return spectrum(resonance).peak(resonance.name(), pair.scenario(), pair.ideal(), correction);
    }

    private double ptMin(Resonance resonance) {
        return scenario.acceptance(resonance).ptMin();
    }

    private List<ParameterValue> parameters() {
        AemCorrection aem = correction.aem();
        List<ParameterValue> values = new ArrayList<>();
        for (int i = 0; i < aem.model().size(); i++) {
            values.add(new ParameterValue(aem.model().parameters().get(i).name(), aem.value(i), aem.sigma(i)));
        }
        return values;
    }

    private List<ParameterProfile> profiles() {
        ProfileStudy study = new ProfileStudy(correction);
        samples.forEach((resonance, pair) -> study.add(pair.scenario(), ptMin(resonance)));
        return study.profiles();
    }

    private static MassPeakStudy spectrum(Resonance resonance) {
        return switch (resonance) {
            case JPSI -> new MassPeakStudy(2.8, 3.4);
            case PSI_2S -> new MassPeakStudy(3.3, 4.0);
            case UPSILON_1S -> new MassPeakStudy(8.6, 10.2);
            case UPSILON_2S -> new MassPeakStudy(9.1, 10.8);
            case UPSILON_3S -> new MassPeakStudy(9.4, 11.2);
            case Z -> new MassPeakStudy(76, 106);
        };
    }
}
