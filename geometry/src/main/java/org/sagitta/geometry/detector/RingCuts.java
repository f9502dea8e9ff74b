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
        private static Frame around(Sector s) {
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
            return new Frame(
                    Math.min(rMin, s.rMin()),
                    Math.max(rMax, s.rMax()),
                    Math.min(zMin, s.zMin()),
                    Math.max(zMax, s.zMax()));
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
