package org.sagitta.kalman.batch.lanes;

import java.util.Arrays;
import org.sagitta.kalman.batch.HitBlock;

/** The tracks of a block by rising number of hits, those with as many in their own order; a counting sort. */
final class HitOrder {
    private int[] tracks = new int[0];
    private int[] next = new int[0];

    void sort(HitBlock block) {
        int size = block.size();
        if (tracks.length < size) {
            tracks = new int[size];
        }
        int most = 0;
        for (int i = 0; i < size; i++) {
            most = Math.max(most, block.hits(i));
        }
        if (next.length < most + 2) {
            next = new int[most + 2];
        }
        Arrays.fill(next, 0, most + 2, 0);
        for (int i = 0; i < size; i++) {
            next[block.hits(i) + 1]++;
        }
        for (int n = 1; n <= most; n++) {
            next[n] += next[n - 1];
        }
        for (int i = 0; i < size; i++) {
            tracks[next[block.hits(i)]++] = i;
        }
    }

    int track(int position) {
        return tracks[position];
    }

    /** All of them; the caller only reads. */
    int[] tracks() {
        return tracks;
    }
}
