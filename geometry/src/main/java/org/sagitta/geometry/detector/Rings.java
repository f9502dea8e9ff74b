package org.sagitta.geometry.detector;

import java.util.Comparator;
import java.util.List;

/**
 * Rings of sensors at about the same r and z, each in order of azimuth. All is in a few small arrays, since a search spends
 * its time waiting for memory.
 */
final class Rings {
    private static final double TURN = 2 * Math.PI;

    /** More than what single precision takes off an angle, so that no sensor is lost at its edge [rad]. */
    private static final double ROUNDING = 2e-6;

    /** Per ring: the place of its first sensor; one more at the end. */
    private final int[] first;
    /** Per ring: half width in azimuth of its widest sensor [rad]. */
    private final double[] halfWidth;
    /** Per place: the sensor, and the middle of its azimuth [rad] as the bits of a float. */
    private final int[] sensor;
    /**
     * As many bins of azimuth per ring as it has sensors: place in the ring of the first sensor whose middle is in the bin
     * or behind it.
     */
    private final short[] ahead;

    /**
     * @param sectors of all sensors of the tracker
     * @param rings the sensors of each ring, less than 32 768
     */
    Rings(List<Sector> sectors, List<List<Integer>> rings) {
        this.first = new int[rings.size() + 1];
        this.halfWidth = new double[rings.size()];
        this.sensor = new int[2 * sectors.size()];
        this.ahead = new short[sectors.size()];
        for (int ring = 0; ring < rings.size(); ring++) {
            List<Integer> members = rings.get(ring).stream()
                    .sorted(Comparator.comparingDouble(i -> sectors.get(i).phi()))
                    .toList();
            first[ring + 1] = first[ring] + members.size();
            fill(sectors, ring, members);
        }
    }

    private void fill(List<Sector> sectors, int ring, List<Integer> members) {
        int n = members.size();
        for (int i = 0; i < n; i++) {
            Sector sector = sectors.get(members.get(i));
            sensor[2 * (first[ring] + i)] = members.get(i);
            sensor[2 * (first[ring] + i) + 1] = Float.floatToRawIntBits((float) sector.phi());
            halfWidth[ring] = Math.max(halfWidth[ring], sector.halfPhi() + ROUNDING);
        }
        int place = 0;
        for (int bin = 0; bin < n; bin++) {
            while (place < n && sectors.get(members.get(place)).phi() < bin * TURN / n) {
                place++;
            }
            ahead[first[ring] + bin] = (short) place;
        }
    }

    /**
     * Appends the sensors of a ring that may touch a range of azimuth, each once.
     *
     * @param phi middle of the range, in [0, 2 pi)
     * @param half half its width [rad]; pi or more is the whole ring
     * @param into the sensors found
     * @param found how many of them are there already
     * @return how many are there now
     */
    int near(int ring, double phi, double half, int[] into, int found) {
        int start = first[ring];
        int n = first[ring + 1] - start;
        double reach = half + halfWidth[ring];
        double low = phi - reach;
        double high = phi + reach;
        if (low < 0) {
            low += TURN;
            high += TURN;
        }
        if (reach >= Math.PI || low < 0) {
            return all(start, n, into, found);
        }
        int end = found;
        int place = ahead[start + Math.max(0, Math.min(n - 1, (int) (low * n / TURN)))];
        // Twice around at most: the first bin may hold sensors that lie before the range, and the range may end in it.
        for (int i = 0; i < 2 * n; i++) {
            if (place == n) {
                place = 0;
                high -= TURN;
                low -= TURN;
            }
            int at = 2 * (start + place++);
            double middle = Float.intBitsToFloat(sensor[at + 1]);
            if (middle > high) {
                break;
            }
            if (middle >= low) {
                into[end++] = sensor[at];
            }
        }
        return end;
    }

    private int all(int start, int n, int[] into, int found) {
        for (int i = 0; i < n; i++) {
            into[found + i] = sensor[2 * (start + i)];
        }
        return found + n;
    }
}
