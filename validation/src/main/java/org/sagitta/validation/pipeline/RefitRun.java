package org.sagitta.validation.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.sagitta.data.io.ig.IgEvent;
import org.sagitta.data.io.ig.IgEventName;
import org.sagitta.data.io.ig.IgFile;
import org.sagitta.data.io.ig.IgTrack;
import org.sagitta.data.recorded.RecordedHit;
import org.sagitta.data.recorded.RecordedTracks;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.kalman.material.EnergyLoss;
import org.sagitta.kalman.material.ParticleHypothesis;
import org.sagitta.validation.study.RefitChoice;
import org.sagitta.validation.study.RefitComparison;
import org.sagitta.validation.study.RefitEffect;
import org.sagitta.validation.study.RefitResult;
import org.sagitta.validation.study.RefitResult.LeftOut;
import org.sagitta.validation.study.TrackComparison;

/**
 * Refits the tracks of an event display file from their hits, compares them with what CMS lists, and shows what other
 * choices of field, mass and energy loss do. CMS's parameters select tracks and are compared with; no fit sees them.
 */
public final class RefitRun {
    private static final String UNIFORM = "uniform_3.8";

    /** Hits of a track that is to be refitted. */
    private record Task(IgEventName event, int row, IgTrack listed, List<RecordedHit> hits) {}

    private final Path file;
    private final OptionalLong onlyEvent;
    private final RefitChoice choice;
    private final Tracker nominal;

    private final List<IgEventName> events = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();

    /**
     * @param onlyEvent number of the only event wanted, empty for all
     * @param nominal the detector at its ideal place
     */
    public RefitRun(Path file, OptionalLong onlyEvent, RefitChoice choice, Tracker nominal) {
        this.file = file;
        this.onlyEvent = onlyEvent;
        this.choice = choice;
        this.nominal = nominal;
    }

    /**
     * Reads and fits.
     *
     * @param label of the data
     * @throws BadInputException (data) if the file is damaged or no track can be refitted, (usage) if it has no event of the
     *     number wanted or the field is unknown
     */
    public RefitResult run(String label) {
        RefitSettings settings = RefitSettings.of(choice);
        read();
        RefitComparison comparison = RefitComparison.of(fit(settings));
        List<RefitEffect> effects = new ArrayList<>();
        otherChoices()
                .forEach((name, other) -> effects.add(RefitEffect.of(name, comparison, fit(RefitSettings.of(other)))));
        return new RefitResult(label, choice, events, leftOut, comparison, effects);
    }

    private void read() {
        IgFile ig = IgFile.open(file);
        for (IgEventName name : wanted(ig)) {
            IgEvent event = ig.read(name);
            RecordedTracks tracks = new RecordedTracks(event, nominal);
            Optional<String> obstacle = tracks.obstacle();
            if (obstacle.isPresent()) {
                leftOut.add(new LeftOut(name, obstacle.get()));
            } else {
                events.add(name);
                select(event, tracks);
            }
        }
        if (events.isEmpty()) {
            LeftOut first = leftOut.get(0);
            throw BadInputException.data(file + " " + first.event() + ": cannot be refitted, " + first.reason());
        }
        if (tasks.isEmpty()) {
            throw BadInputException.data(file + ": holds no track with pT above " + choice.ptMinGev()
                    + " GeV and at least " + choice.minHits() + " hits");
        }
    }

    private List<IgEventName> wanted(IgFile ig) {
        if (onlyEvent.isEmpty()) {
            return ig.events();
        }
        List<IgEventName> found = ig.events().stream()
                .filter(name -> name.event() == onlyEvent.getAsLong())
                .toList();
        if (found.isEmpty()) {
            throw BadInputException.usage("--event " + onlyEvent.getAsLong() + ": " + file + " has "
                    + ig.events().stream().map(IgEventName::toString).collect(Collectors.joining(", ")));
        }
        return found;
    }

    private void select(IgEvent event, RecordedTracks tracks) {
        for (int row = 0; row < event.tracks().size(); row++) {
            IgTrack listed = event.tracks().get(row);
            if (listed.pt() > choice.ptMinGev() && listed.hits().size() >= choice.minHits()) {
                tasks.add(new Task(event.name(), row, listed, tracks.hits(listed)));
            }
        }
    }

    private List<TrackComparison> fit(RefitSettings settings) {
        RecordedTrackFitter fitter = new RecordedTrackFitter(settings);
        return tasks.stream()
                .map(task -> new TrackComparison(
                        task.event(),
                        task.row(),
                        task.listed(),
                        fitter.fit(task.hits(), task.listed().position())))
                .toList();
    }

    /** One thing changed at a time. */
    private Map<String, RefitChoice> otherChoices() {
        Map<String, RefitChoice> others = new LinkedHashMap<>();
        if (choice.energyLoss() == EnergyLoss.IONISATION) {
            others.put("no energy loss", choice.with(EnergyLoss.NONE));
        } else {
            others.put("with energy loss", choice.with(EnergyLoss.IONISATION));
        }
        for (String field : List.of(FieldModels.TOSCA, UNIFORM, FieldModels.FIELD_MAPPER)) {
            if (!field.equals(choice.field())) {
                others.put("field " + field, choice.withField(field));
            }
        }
        for (ParticleHypothesis particle : List.of(ParticleHypothesis.MUON, ParticleHypothesis.PION)) {
            if (particle != choice.particle()) {
                others.put("mass of a " + particle.name().toLowerCase(Locale.ROOT), choice.with(particle));
            }
        }
        return others;
    }
}
