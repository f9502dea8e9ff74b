package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.data.io.ig.IgEvent;
import org.sagitta.data.io.ig.IgTrack;
import org.sagitta.data.recorded.RecordedHit;
import org.sagitta.data.recorded.RecordedTracks;
import org.sagitta.validation.study.TrackComparison;

/** Refits the selected tracks of recorded events from their hits. What CMS fitted is only compared with. */
public final class RefitRun {
    private record Prepared(IgEvent event, int row, IgTrack listed, List<RecordedHit> hits) {}

    private final TrackSelection selection;
    private final List<Prepared> prepared = new ArrayList<>();

    public RefitRun(TrackSelection selection) {
        this.selection = selection;
    }

    /** Adds the tracks of an event. */
    public void add(IgEvent event, RecordedTracks tracks) {
        for (int row = 0; row < event.tracks().size(); row++) {
            IgTrack listed = event.tracks().get(row);
            if (selection.accepts(listed)) {
                prepared.add(new Prepared(event, row, listed, tracks.hits(listed)));
            }
        }
    }

    /** Fits all tracks added; may be called again with other settings. */
    public List<TrackComparison> fit(RefitSettings settings) {
        RecordedTrackFitter fitter = new RecordedTrackFitter(settings);
        return prepared.stream()
                .map(p -> new TrackComparison(
                        p.event().name(),
                        p.row(),
                        p.listed(),
                        fitter.fit(p.hits(), p.listed().position())))
                .toList();
    }
}
