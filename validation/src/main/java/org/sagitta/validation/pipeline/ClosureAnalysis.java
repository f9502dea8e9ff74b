package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sagitta.calibration.Correction;
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

/** Asks all closure questions of the samples of a run and its correction. */
final class ClosureAnalysis {
    private final Scenario scenario;
    private final Map<Resonance, SamplePair> samples;
    private final Correction correction;

    ClosureAnalysis(Scenario scenario, Map<Resonance, SamplePair> samples, Correction correction) {
        this.scenario = scenario;
        this.samples = samples;
        this.correction = correction;
    }

    ClosureOutcome outcome(ClosureRequest request, String version, Map<String, Long> rejected, double wallSeconds) {
        Map<String, Integer> events = new TreeMap<>();
        Map<String, MassClosure> masses = new TreeMap<>();
        Map<String, LegClosure> legs = new TreeMap<>();
        samples.forEach((resonance, pair) -> {
            String name = resonance.name();
            events.put(name, pair.scenario().size());
            masses.put(name, new MassStudy(pair.scenario(), pair.ideal(), correction).closure());
            legs.put(name, new LegStudy(pair.scenario(), correction, ptMin(resonance)).closure());
        });
        ClosureResult result = new ClosureResult(
                scenario.name(),
                request.seed(),
                request.threads(),
                version,
                wallSeconds,
                events,
                masses,
                legs,
                parameters(),
                request.maxBias(),
                ClosureVerdict.excesses(masses, request.maxBias()).isEmpty());
        return new ClosureOutcome(result, correction, profiles(), peaks(), rejected);
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

    private List<MassPeak> peaks() {
        List<MassPeak> peaks = new ArrayList<>();
        samples.forEach((resonance, pair) ->
                peaks.add(spectrum(resonance).peak(resonance.name(), pair.scenario(), pair.ideal(), correction)));
        return peaks;
    }

    private static MassPeakStudy spectrum(Resonance resonance) {
        return switch (resonance) {
            case JPSI -> new MassPeakStudy(2.8, 3.4);
            case UPSILON_1S -> new MassPeakStudy(8.6, 10.2);
            case Z -> new MassPeakStudy(76, 106);
        };
    }
}
