package org.sagitta.geometry.detector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.sagitta.geometry.linear.Vec3;

/**
 * The sensors of a tracker that is built around the z axis: a binary tree of boxes in r and z whose leaves are
 * {@link Rings}, in flat arrays as in {@link BoxTree}. Any tracker may be put into it; one of barrels and discs is found
 * faster than by boxes in x, y and z, because rings are few and an arc of a track covers a short range of azimuth.
 */
final class RingTree {
    private static final List<ToDoubleFunction<Sector>> AXES =
            List.of(s -> s.rMin() + s.rMax(), s -> s.zMin() + s.zMax());
    private static final int INNER = -1;
    private static final int STRIDE = 4;

    /** A branch is cut if that brings (extent of the box times number of sensors) below this part of what it was. */
    private static final double WORTH_A_CUT = 0.85;

    /** Added to every margin so that rounding never loses a sensor at the edge of its box [mm]. */
    private static final double ROUNDING = 1e-6;

    /** A path that comes nearer to the axis than its margin over this may be at any azimuth. */
    private static final double STEEPEST = 0.5;

    /** Per node: centre r, z and half extent r, z [mm]. */
    private final double[] box;
    /** Per node: the node behind its branch. */
    private final int[] next;
    /** Per node: the ring of a leaf, or {@link #INNER}. */
    private final int[] ring;

    private final Rings rings;

    private RingTree(Builder builder) {
        this.box = Arrays.copyOf(builder.box, builder.nodes * STRIDE);
        this.next = Arrays.copyOf(builder.next, builder.nodes);
        this.ring = Arrays.copyOf(builder.ring, builder.nodes);
        this.rings = new Rings(builder.sectors, builder.rings);
    }

    static RingTree over(List<Sector> sectors) {
        Builder builder = new Builder(sectors);
        if (!sectors.isEmpty()) {
            builder.branch(IntStream.range(0, sectors.size()).boxed().toList());
        }
        return new RingTree(builder);
    }

    /**
     * Writes down every sensor that comes within the margin of a straight segment, and some more; each once.
     *
     * @param into takes them from the front on; as long as there are sensors
     * @return how many
     */
    int near(Vec3 from, Vec3 to, double margin, int[] into) {
        Swath swath = Swath.of(from, to, margin + ROUNDING);
        int found = 0;
        int node = 0;
        while (node < next.length) {
            if (!meets(swath, node * STRIDE)) {
                node = next[node];
                continue;
            }
            if (ring[node] != INNER) {
                found = inRing(node, swath, into, found);
            }
            node++;
        }
        return found;
    }

    private int inRing(int node, Swath swath, int[] into, int found) {
        double rMin = box[node * STRIDE] - box[node * STRIDE + 2];
        return swath.leavesBefore(rMin)
                ? rings.near(ring[node], swath.phiOut, swath.halfPhiFrom(rMin), into, found)
                : rings.near(ring[node], swath.phi, swath.halfPhi, into, found);
    }

    /** Separating axis test of a segment in (r, z) against a box, see {@link BoxTree}. */
    private boolean meets(Swath swath, int b) {
        double dr = swath.r - box[b];
        double dz = swath.z - box[b + 1];
        double er = box[b + 2] + swath.marginR;
        double ez = box[b + 3] + swath.margin;
        double ar = Math.abs(swath.halfR);
        double az = Math.abs(swath.halfZ);
        return Math.abs(dr) <= er + ar
                && Math.abs(dz) <= ez + az
                && Math.abs(dr * swath.halfZ - dz * swath.halfR) <= er * az + ez * ar;
    }

    /**
     * What is near a straight segment, in r, z and azimuth: a segment in (r, z) by its middle and half its vector [mm] with
     * margins in r and z around it, and a range of azimuth by its middle in [0, 2 pi) and half its width [rad]. For a
     * segment that starts near the axis: the azimuth of its direction, the distance of its line from the axis and the
     * radius at its start.
     */
    private record Swath(
            double r,
            double halfR,
            double marginR,
            double z,
            double halfZ,
            double margin,
            double phi,
            double halfPhi,
            double phiOut,
            double aside,
            double r0) {

        /**
         * Whether the segment starts near the axis, at any azimuth, but passes this radius outwards only and far from the
         * axis: from there on its azimuth is known again. All within the margin is counted in.
         */
        boolean leavesBefore(double radius) {
            return halfPhi >= Math.PI && radius - margin > r0 && aside + margin < STEEPEST * (radius - margin);
        }

        /** Half the range of azimuth about {@link #phiOut} from that radius on; asin(x) < 1.05 x up to the steepest. */
        double halfPhiFrom(double radius) {
            return 1.05 * (aside + margin) / (radius - margin);
        }

        /**
         * Seen along the axis, with ends at r0 and r1 and the length c, the segment stays within (c^2 - (r1 - r0)^2) / 2c
         * below the straight line from r0 to r1, as r is a convex function with slopes between -1 and 1. It comes no nearer
         * to the axis than (r0 + r1 - c) / 2.
         */
        static Swath of(Vec3 from, Vec3 to, double margin) {
            double r0 = from.perp();
            double r1 = to.perp();
            double across = to.minus(from).perp();
            double sag = across == 0 ? 0 : Math.max(0, across * across - (r1 - r0) * (r1 - r0)) / (2 * across);
            double closest = 0.5 * (r0 + r1 - across);
            double phi0 = from.phi();
            double turn = Sector.symmetric(to.phi() - phi0);
            // asin(x) < 1.05 x up to the steepest.
            double halfPhi = margin < STEEPEST * closest ? 0.5 * Math.abs(turn) + 1.05 * margin / closest : Math.PI;
            double dx = to.x() - from.x();
            double dy = to.y() - from.y();
            double aside = across == 0 ? 0 : Math.abs(from.x() * dy - from.y() * dx) / across;
            return new Swath(
                    0.5 * (r0 + r1 - sag),
                    0.5 * (r1 - r0),
                    0.5 * sag + margin,
                    0.5 * (from.z() + to.z()),
                    0.5 * (to.z() - from.z()),
                    margin,
                    Sector.positive(Sector.symmetric(phi0 + 0.5 * turn)),
                    halfPhi,
                    halfPhi == Math.PI ? Sector.positive(Math.atan2(dy, dx)) : 0,
                    aside,
                    r0);
        }
    }

    /** Fills the arrays from the front, a branch at a time. */
    private static final class Builder {
        private final List<Sector> sectors;
        private final List<List<Integer>> rings = new ArrayList<>();
        private final double[] box;
        private final int[] next;
        private final int[] ring;
        private int nodes;

        Builder(List<Sector> sectors) {
            this.sectors = sectors;
            int n = Math.max(0, 2 * sectors.size() - 1);
            this.box = new double[n * STRIDE];
            this.next = new int[n];
            this.ring = new int[n];
        }

        void branch(List<Integer> members) {
            int node = nodes++;
            double[] around = {
                Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
            };
            for (int member : members) {
                join(around, sectors.get(member));
            }
            put(node, around);
            Cut cut = bestCut(members);
            if (cut.cost() < WORTH_A_CUT * extent(around) * members.size()) {
                ring[node] = INNER;
                branch(cut.sorted().subList(0, cut.at()));
                branch(cut.sorted().subList(cut.at(), members.size()));
            } else {
                ring[node] = rings.size();
                rings.add(members);
            }
            next[node] = nodes;
        }

        private void put(int node, double[] around) {
            int at = node * STRIDE;
            box[at] = 0.5 * (around[0] + around[1]);
            box[at + 1] = 0.5 * (around[2] + around[3]);
            box[at + 2] = 0.5 * (around[1] - around[0]);
            box[at + 3] = 0.5 * (around[3] - around[2]);
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
            double[] rest = around(sectors.get(sorted.get(n - 1)));
            for (int i = n - 1; i > 0; i--) {
                join(rest, sectors.get(sorted.get(i)));
                costOfRest[i] = extent(rest) * (n - i);
            }
            int best = 1;
            double lowest = Double.POSITIVE_INFINITY;
            double[] front = around(sectors.get(sorted.get(0)));
            for (int i = 1; i < n; i++) {
                double cost = extent(front) * i + costOfRest[i];
                if (cost < lowest) {
                    best = i;
                    lowest = cost;
                }
                join(front, sectors.get(sorted.get(i)));
            }
            return new Cut(sorted, best, lowest);
        }

        private static double[] around(Sector s) {
            return new double[] {s.rMin(), s.rMax(), s.zMin(), s.zMax()};
        }

        private static void join(double[] around, Sector s) {
            around[0] = Math.min(around[0], s.rMin());
            around[1] = Math.max(around[1], s.rMax());
            around[2] = Math.min(around[2], s.zMin());
            around[3] = Math.max(around[3], s.zMax());
        }

        private static double extent(double[] around) {
            return around[1] - around[0] + around[3] - around[2];
        }
    }

    /** Sensors in order are cut before position {@code at}. */
    private record Cut(List<Integer> sorted, int at, double cost) {}
}
