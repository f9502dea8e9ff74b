package org.sagitta.kalman.batch;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;

/**
 * The hits of many tracks, one array per quantity: the hits of track i are those from {@code begin(i)} (inclusive) to
 * {@code begin(i + 1)} (exclusive), ordered from the beam outwards.
 */
public final class HitBlock {
    private final int[] begin;
    private final int[] sensor;
    private final boolean[] pixel;
    private final double[] first;
    private final double[] second;

    private HitBlock(int[] begin, int total) {
        this.begin = begin;
        this.sensor = new int[total];
        this.pixel = new boolean[total];
        this.first = new double[total];
        this.second = new double[total];
    }

    /** Copies the hits of the tracks into columns. */
    public static HitBlock of(List<List<Hit>> tracks) {
        int[] begin = new int[tracks.size() + 1];
        for (int i = 0; i < tracks.size(); i++) {
            begin[i + 1] = begin[i] + tracks.get(i).size();
        }
        HitBlock block = new HitBlock(begin, begin[tracks.size()]);
        int n = 0;
        for (List<Hit> track : tracks) {
            for (Hit hit : track) {
                block.put(n++, hit);
            }
        }
        return block;
    }

    private void put(int n, Hit hit) {
        sensor[n] = hit.sensor();
        if (hit instanceof PixelHit p) {
            pixel[n] = true;
            first[n] = p.u();
            second[n] = p.v();
        } else if (hit instanceof StripHit s) {
            first[n] = s.coordinate();
        }
    }

    /** Number of tracks. */
    public int size() {
        return begin.length - 1;
    }

    /** Index of the first hit of a track; {@code begin(size())} is the number of hits. */
    public int begin(int track) {
        return begin[track];
    }

    /** Index of the sensor in the tracker. */
    public int sensor(int hit) {
        return sensor[hit];
    }

    /** True for a pixel hit, false for a strip hit. */
    public boolean isPixel(int hit) {
        return pixel[hit];
    }

    /** u of a pixel hit or the coordinate of a strip hit [mm]. */
    public double first(int hit) {
        return first[hit];
    }

    /** v of a pixel hit [mm]; of no meaning for a strip hit. */
    public double second(int hit) {
        return second[hit];
    }

    /** The hits of one track as objects. */
    public List<Hit> track(int track) {
        List<Hit> hits = new ArrayList<>(begin[track + 1] - begin[track]);
        for (int i = begin[track]; i < begin[track + 1]; i++) {
            hits.add(pixel[i] ? new PixelHit(sensor[i], first[i], second[i]) : new StripHit(sensor[i], first[i]));
        }
        return hits;
    }
}
