package org.sagitta.kalman.batch.lanes;

import java.util.Arrays;
import org.sagitta.kalman.batch.HitBlock;

/**
 * The tracks of a block by rising number of hits, so that the lanes of a group end together; among those with as many hits by
 * the steepness of the line from the origin to the last sensor, so that their legs are long or short together; else in their
 * own order. Two passes of a counting sort.
 */
final class HitOrder {
    /** Classes of |z| / r of the last sensor, and how many there are for one unit of it. */
    private static final int STEEPNESSES = 32;

    private static final double PER_UNIT = 5;

    private final SensorTable sensors;
    private int[] bySteepness = new int[0];
    private int[] tracks = new int[0];
    private int[] key = new int[0];
    private int[] next = new int[STEEPNESSES + 1];

    HitOrder(SensorTable sensors) {
        this.sensors = sensors;
    }

    void sort(HitBlock block) {
        int size = block.size();
        if (tracks.length < size) {
            bySteepness = new int[size];
            tracks = new int[size];
            key = new int[size];
        }
        for (int i = 0; i < size; i++) {
            tracks[i] = i;
            key[i] = block.hits(i) == 0 ? 0 : steepness(block.sensor(block.begin(i + 1) - 1));
        }
        sort(size, tracks, bySteepness, STEEPNESSES - 1);
        int most = 0;
        for (int i = 0; i < size; i++) {
            key[i] = block.hits(i);
            most = Math.max(most, key[i]);
        }
        sort(size, bySteepness, tracks, most);
    }

    private int steepness(int sensor) {
        double x = sensors.get(sensor, 0);
        double y = sensors.get(sensor, 1);
        double r = Math.sqrt(x * x + y * y);
        return (int) Math.min(STEEPNESSES - 1, PER_UNIT * Math.abs(sensors.get(sensor, 2)) / r);
    }

    /** Orders tracks by their keys; those with the same key stay in order. */
    private void sort(int size, int[] from, int[] to, int largest) {
        if (next.length < largest + 2) {
            next = new int[largest + 2];
        }
        Arrays.fill(next, 0, largest + 2, 0);
        for (int i = 0; i < size; i++) {
            next[key[i] + 1]++;
        }
        for (int n = 1; n <= largest; n++) {
            next[n] += next[n - 1];
        }
        for (int i = 0; i < size; i++) {
            to[next[key[from[i]]]++] = from[i];
        }
    }

    /** All of them; the caller only reads. */
    int[] tracks() {
        return tracks;
    }
}
