package org.sagitta.geometry.detector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Puts sensors into rings of about the same r and z: all of them are cut in two, in r or in z, where that makes (extent in r and z)
 * times (number of sensors) smallest, and so are the parts, as long as it pays.
 */
final class RingCuts {
    private static final List<ToDoubleFunction<Sector>> AXES =
            List.of(s -> s.rMin() + s.rMax(), s -> s.zMin() + s.zMax());

    /** Sensors are cut in two if that brings (extent times number) below this part of what it was. */
    private static final double WORTH_A_CUT = 0.85;

    private final List<Sector> sectors;
    private final List<List<Integer>> rings = new ArrayList<>();

    private RingCuts(List<Sector> sectors) {
        this.sectors = sectors;
    }

    /** The indices of the sensors of each ring. */
    static List<List<Integer>> rings(List<Sector> sectors) {
        RingCuts cuts = new RingCuts(sectors);
        if (!sectors.isEmpty()) {
            cuts.cut(IntStream.range(0, sectors.size()).boxed().toList());
        }
        return cuts.rings;
    }

    /** Ranges of r and z [mm]. */
    record Frame(double rMin, double rMax, double zMin, double zMax) {
        static Frame around(Sector s) {
            return new Frame(s.rMin(), s.rMax(), s.zMin(), s.zMax());
        }

        /** That of some sensors, at least one. */
        static Frame around(List<Sector> sectors, List<Integer> members) {
            Frame frame = around(sectors.get(members.get(0)));
            for (int member : members) {
                frame = frame.with(sectors.get(member));
            }
            return frame;
        }

        private Frame with(Sector s) {
            return with(around(s));
        }

        Frame with(Frame other) {
            return new Frame(
                    Math.min(rMin, other.rMin),
                    Math.max(rMax, other.rMax),
                    Math.min(zMin, other.zMin),
                    Math.max(zMax, other.zMax));
        }

        boolean overlaps(Frame other) {
            return rMin < other.rMax && other.rMin < rMax && zMin < other.zMax && other.zMin < zMax;
        }

        double middleR() {
            return 0.5 * (rMin + rMax);
        }

        double middleZ() {
            return 0.5 * (zMin + zMax);
        }

        double halfR() {
            return 0.5 * (rMax - rMin);
        }

        double halfZ() {
            return 0.5 * (zMax - zMin);
        }

        /** Whether a segment in r and z meets the frame with margins around it: separating axes, see {@link BoxTree}. */
        boolean meets(double r, double z, double endR, double endZ, double marginR, double marginZ) {
            double alongR = 0.5 * (endR - r);
            double alongZ = 0.5 * (endZ - z);
            double dr = r + alongR - middleR();
            double dz = z + alongZ - middleZ();
            double er = halfR() + marginR;
            double ez = halfZ() + marginZ;
            return Math.abs(dr) <= er + Math.abs(alongR)
                    && Math.abs(dz) <= ez + Math.abs(alongZ)
                    && Math.abs(dr * alongZ - dz * alongR) <= er * Math.abs(alongZ) + ez * Math.abs(alongR);
        }

        private double extent() {
            return rMax - rMin + zMax - zMin;
        }
    }

    private void cut(List<Integer> members) {
        Cut cut = bestCut(members);
        if (cut.cost() < WORTH_A_CUT * Frame.around(sectors, members).extent() * members.size()) {
            cut(cut.sorted().subList(0, cut.at()));
            cut(cut.sorted().subList(cut.at(), members.size()));
        } else {
            rings.add(members);
        }
    }

    private Cut bestCut(List<Integer> members) {
        return AXES.stream()
                .map(axis -> cheapest(sorted(members, axis)))
                .min(Comparator.comparingDouble(Cut::cost))
                .orElseThrow();
    }

    private List<Integer> sorted(List<Integer> members, ToDoubleFunction<Sector> axis) {
        return members.stream()
                .sorted(Comparator.comparingDouble(i -> axis.applyAsDouble(sectors.get(i))))
                .toList();
    }

    /** The cheapest cut of sensors in order; infinitely dear for a single one. */
    private Cut cheapest(List<Integer> sorted) {
        int n = sorted.size();
        double[] costOfRest = new double[n];
        Frame rest = Frame.around(sectors.get(sorted.get(n - 1)));
        for (int i = n - 1; i > 0; i--) {
            rest = rest.with(sectors.get(sorted.get(i)));
            costOfRest[i] = rest.extent() * (n - i);
        }
        int best = 1;
        double lowest = Double.POSITIVE_INFINITY;
        Frame front = Frame.around(sectors.get(sorted.get(0)));
        for (int i = 1; i < n; i++) {
            double cost = front.extent() * i + costOfRest[i];
            if (cost < lowest) {
                best = i;
                lowest = cost;
            }
            front = front.with(sectors.get(sorted.get(i)));
        }
        return new Cut(sorted, best, lowest);
    }

    /** Sensors in order are cut before position {@code at}. */
    private record Cut(List<Integer> sorted, int at, double cost) {}
}
