package org.sagitta.validation.pipeline;

import java.util.List;
import org.sagitta.data.simulation.TrackEnd;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.SensorKind;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.kalman.batch.HitBlock;

/**
 * Which simulated tracks a fit must be able to fit: those of muons that leave the tracker within half a turn, with at
 * least six measured coordinates, and at least two hits that measure along the strips (pixel or stereo hits).
 */
final class CleanTracks {
    private static final int MEASUREMENTS = 6;
    private static final int ALONG_STRIPS = 2;

    private final boolean[] stereo;

    CleanTracks(Tracker tracker) {
        List<Sensor> sensors = tracker.sensors();
        stereo = new boolean[sensors.size()];
        for (Sensor sensor : sensors) {
            stereo[sensor.index()] = sensor.address().kind() == SensorKind.STEREO;
        }
    }

    /** @param track place in the block */
    boolean isClean(TrackEnd end, HitBlock hits, int track) {
        return end == TrackEnd.LEFT_TRACKER
                && hits.measurements(track) >= MEASUREMENTS
                && alongStrips(hits, track) >= ALONG_STRIPS;
    }

    private int alongStrips(HitBlock hits, int track) {
        int sum = 0;
        for (int hit = hits.begin(track); hit < hits.begin(track + 1); hit++) {
            sum += hits.isPixel(hit) || stereo[hits.sensor(hit)] ? 1 : 0;
        }
        return sum;
    }
}
