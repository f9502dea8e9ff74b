package org.sagitta.data.simulation;

import java.util.Arrays;
import java.util.List;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.geometry.linear.Vec3;

/**
 * An order in which muons that go the same way come one after the other, so that sensors met by one are still near in memory when
 * the next one meets them: slices of azimuth, in which it goes up and down along the beam by turns.
 */
public final class FlightOrder {
    private static final int SLICES = 16;

    /** Steps of the cosine of the polar angle, from 0 to 1. */
    private static final int STEPS = 1000;

    private FlightOrder() {}

    /** The places of the muons in the list, in the order in which they had better be simulated. */
    public static int[] of(List<GeneratedMuon> muons) {
        long[] keys = new long[muons.size()];
        for (int i = 0; i < keys.length; i++) {
            Vec3 p = muons.get(i).momentum();
            int slice = (int) ((p.phi() / (2 * Math.PI) + 0.5) * SLICES);
            double cosine = p.z() / p.norm();
            int along = (int) ((slice % 2 == 0 ? cosine : -cosine) * STEPS) + STEPS;
            keys[i] = ((long) slice << 48) | ((long) along << 32) | i;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }
}
