package org.sagitta.kalman.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.Hole;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;

/**
 * The hits of many tracks, one array per quantity: the hits of track i are those from {@code begin(i)} (inclusive) to
 * {@code begin(i + 1)} (exclusive), ordered from the beam outwards. It is memory that is filled again for each block;
 * owned by one thread.
 */
public final class HitBlock {
    private static final byte HOLE = 0;
    private static final byte STRIP = 1;
    private static final byte PIXEL = 2;

    private int tracks;
    private int total;
    private int[] begin = new int[1];
    private int[] measurements = new int[0];
    private int[] sensor = new int[0];
    /** How many coordinates each hit measures: two a pixel, one a strip, none a hole. */
    private byte[] coordinates = new byte[0];

    private double[] first = new double[0];
    private double[] second = new double[0];

    /** A block of the tracks of a list. */
    public static HitBlock of(List<List<Hit>> tracks) {
        HitBlock block = new HitBlock();
        for (List<Hit> track : tracks) {
            block.add(track);
        }
        return block;
    }

    /** Forgets all tracks and keeps the memory. */
    public void clear() {
        tracks = 0;
        total = 0;
    }

    /** Appends a track. */
    public void add(List<Hit> hits) {
        for (Hit hit : hits) {
            if (hit instanceof PixelHit p) {
                addPixel(p.sensor(), p.u(), p.v());
            } else if (hit instanceof StripHit s) {
                addStrip(s.sensor(), s.coordinate());
            } else if (hit instanceof Hole) {
                addHole(hit.sensor());
            }
        }
        endTrack();
    }

    /** Appends a track of another block. */
    public void add(HitBlock other, int track) {
        int hits = other.hits(track);
        int from = other.begin[track];
        reserve(hits);
        System.arraycopy(other.sensor, from, sensor, total, hits);
        System.arraycopy(other.coordinates, from, coordinates, total, hits);
        System.arraycopy(other.first, from, first, total, hits);
        System.arraycopy(other.second, from, second, total, hits);
        total += hits;
        endTrack();
    }

    /** Appends a pixel hit to the track that is being made; see {@link PixelHit}. */
    public void addPixel(int index, double u, double v) {
        add(index, PIXEL, u, v);
    }

    /** Appends a strip hit to the track that is being made; see {@link StripHit}. */
    public void addStrip(int index, double coordinate) {
        add(index, STRIP, coordinate, 0);
    }

    /** Appends a sensor without a hit to the track that is being made; see {@link Hole}. */
    public void addHole(int index) {
        add(index, HOLE, 0, 0);
    }

    /** Appends a hit of another block to the track that is being made. */
    public void addHit(HitBlock other, int hit) {
        add(other.sensor[hit], other.coordinates[hit], other.first[hit], other.second[hit]);
    }

    private void add(int index, byte measures, double u, double v) {
        reserve(1);
        sensor[total] = index;
        coordinates[total] = measures;
        first[total] = u;
        second[total] = v;
        total++;
    }

    /** Ends the track that is being made; the hits that follow belong to the next one. */
    public void endTrack() {
        if (tracks == measurements.length) {
            int size = Math.max(16, 2 * tracks);
            begin = Arrays.copyOf(begin, size + 1);
            measurements = Arrays.copyOf(measurements, size);
        }
        int sum = 0;
        for (int hit = begin[tracks]; hit < total; hit++) {
            sum += coordinates[hit];
        }
        measurements[tracks++] = sum;
        begin[tracks] = total;
    }

    private void reserve(int more) {
        if (total + more > sensor.length) {
            int size = Math.max(64, 2 * (total + more));
            sensor = Arrays.copyOf(sensor, size);
            coordinates = Arrays.copyOf(coordinates, size);
            first = Arrays.copyOf(first, size);
            second = Arrays.copyOf(second, size);
        }
    }

    /** Number of tracks. */
    public int size() {
        return tracks;
    }

    /** Index of the first hit of a track; {@code begin(size())} is the number of hits. */
    public int begin(int track) {
        return begin[track];
    }

    /** Number of hits of a track, holes included. */
    public int hits(int track) {
        return begin[track + 1] - begin[track];
    }

    /** Number of measured coordinates of a track. */
    public int measurements(int track) {
        return measurements[track];
    }

    /** Index of the sensor in the tracker. */
    public int sensor(int hit) {
        return sensor[hit];
    }

    /** True for a pixel hit, false for a strip hit or a hole. */
    public boolean isPixel(int hit) {
        return coordinates[hit] == PIXEL;
    }

    /** True for a sensor that was crossed without a hit. */
    public boolean isHole(int hit) {
        return coordinates[hit] == HOLE;
    }

    /** u of a pixel hit or the coordinate of a strip hit [mm]; zero for a hole. */
    public double first(int hit) {
        return first[hit];
    }

    /** v of a pixel hit [mm]; zero for a strip hit or a hole. */
    public double second(int hit) {
        return second[hit];
    }

    /** The hits of one track as objects. */
    public List<Hit> track(int track) {
        List<Hit> hits = new ArrayList<>(hits(track));
        for (int i = begin[track]; i < begin[track + 1]; i++) {
            hits.add(hit(i));
        }
        return hits;
    }

    private Hit hit(int i) {
        return switch (coordinates[i]) {
            case PIXEL -> new PixelHit(sensor[i], first[i], second[i]);
            case STRIP -> new StripHit(sensor[i], first[i]);
            default -> new Hole(sensor[i]);
        };
    }
}
