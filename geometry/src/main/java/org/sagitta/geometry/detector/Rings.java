package org.sagitta.geometry.detector;

import java.util.Comparator;
import java.util.List;

/**
 * Rings of sensors at about the same r and z, each in order of azimuth. The sensors of a ring nearly divide it into equal parts,
 * so their places follow from their azimuth by arithmetic. All is in a few small arrays, since a search spends its time waiting
 * for memory.
 */
final class Rings {
    private static final double TURN = 2 * Math.PI;

    /** More than what single precision takes off an angle, so that no sensor is lost at its edge [rad]. */
    private static final double ROUNDING = 2e-6;

    /** Taken off and added to places, so that rounding never loses one. */
    private static final double PLACE_ROUNDING = 1e-6;

    private static final int STRIDE = 4;
    private static final int PER_RADIAN = 1;
    private static final int LEAST = 2;
    private static final int MOST = 3;

    /**
     * Per ring: half width in azimuth of its widest sensor [rad]; sensors per radian; least and largest difference between the
     * place of a sensor and what its azimuth makes of it.
     */
    private final double[] law;
    /** Per ring: the place of its first sensor; one more at the end. */
    private final int[] first;
    /** Per place: the sensor, and the middle of its azimuth [rad] as the bits of a float. */
    private final int[] sensor;

    /**
     * @param sectors of all sensors of the tracker
     * @param rings the sensors of each ring
     */
    Rings(List<Sector> sectors, List<List<Integer>> rings) {
        this.law = new double[rings.size() * STRIDE];
        this.first = new int[rings.size() + 1];
        this.sensor = new int[2 * sectors.size()];
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
        int at = ring * STRIDE;
        law[at + PER_RADIAN] = n / TURN;
        law[at + LEAST] = Double.POSITIVE_INFINITY;
        law[at + MOST] = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            Sector sector = sectors.get(members.get(i));
            sensor[2 * (first[ring] + i)] = members.get(i);
            sensor[2 * (first[ring] + i) + 1] = Float.floatToRawIntBits((float) sector.phi());
            law[at] = Math.max(law[at], sector.halfPhi() + ROUNDING);
            double ahead = i - sector.phi() * law[at + PER_RADIAN];
            law[at + LEAST] = Math.min(law[at + LEAST], ahead - PLACE_ROUNDING);
            law[at + MOST] = Math.max(law[at + MOST], ahead + PLACE_ROUNDING);
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
        int at = ring * STRIDE;
        double reach = half + law[at];
        if (reach >= Math.PI) {
            return all(start, n, into, found);
        }
        // Places go on around the ring: n is place 0 after one turn, -1 the last one a turn before.
        int begin = (int) Math.ceil((phi - reach) * law[at + PER_RADIAN] + law[at + LEAST]);
        int end = (int) Math.floor((phi + reach) * law[at + PER_RADIAN] + law[at + MOST]);
        return begin >= 0 && end < n
                ? choose(start + begin, start + end, phi, reach, into, found)
                : chooseAround(ring, begin, end, phi, reach, into, found);
    }

    /**
     * Of the places from {@code begin} to {@code end}, both included, appends the sensors within reach. Every one is written
     * down but counted only if it is, without a branch; there is room for it, as one that does not count is not in the list.
     */
    private int choose(int begin, int end, double phi, double reach, int[] into, int found) {
        int count = found;
        for (int place = begin; place <= end; place++) {
            into[count] = sensor[2 * place];
            count += Math.abs(middle(place) - phi) <= reach ? 1 : 0;
        }
        return count;
    }

    /** The same for places that go on beyond a turn; a sensor is within reach at one of them only. */
    private int chooseAround(int ring, int begin, int end, double phi, double reach, int[] into, int found) {
        int n = first[ring + 1] - first[ring];
        int count = found;
        for (int next = begin; next <= end; next++) {
            int turn = Math.floorDiv(next, n);
            int place = first[ring] + next - turn * n;
            if (Math.abs(middle(place) + turn * TURN - phi) <= reach) {
                into[count++] = sensor[2 * place];
            }
        }
        return count;
    }

    private double middle(int place) {
        return Float.intBitsToFloat(sensor[2 * place + 1]);
    }

    private int all(int start, int n, int[] into, int found) {
        for (int i = 0; i < n; i++) {
            into[found + i] = sensor[2 * (start + i)];
        }
        return found + n;
    }
}
