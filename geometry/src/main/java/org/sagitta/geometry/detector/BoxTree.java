package org.sagitta.geometry.detector;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.sagitta.geometry.linear.Vec3;

/**
 * A binary tree of boxes in flat arrays, depth first, so that a walk needs no stack: after a box that is met comes the
 * next node, after one that is missed the node behind its whole branch.
 *
 * <p>Branches are cut where the sum over both halves of (surface of the box times number of items) is smallest, the
 * surface area heuristic of Goldsmith and Salmon, IEEE Comput. Graph. Appl. 7 (1987) 14.
 */
final class BoxTree {
    private static final List<ToDoubleFunction<Vec3>> AXES = List.of(Vec3::x, Vec3::y, Vec3::z);
    private static final int INNER = -1;
    private static final int STRIDE = 6;

    /** Per node: centre x, y, z and half extent x, y, z [mm]. */
    private final double[] box;
    /** Per node: the node behind its branch. */
    private final int[] next;
    /** Per node: the item of a leaf, or {@link #INNER}. */
    private final int[] item;

    private BoxTree(double[] box, int[] next, int[] item) {
        this.box = box;
        this.next = next;
        this.item = item;
    }

    static BoxTree over(List<Box> items) {
        Builder builder = new Builder(items);
        if (!items.isEmpty()) {
            builder.branch(builder.sorted());
        }
        return new BoxTree(builder.box, builder.next, builder.item);
    }

    /** Visits every item whose box, grown by the margin, meets the segment. */
    void visit(Vec3 from, Vec3 to, double margin, IntConsumer visitor) {
        double mx = 0.5 * (from.x() + to.x());
        double my = 0.5 * (from.y() + to.y());
        double mz = 0.5 * (from.z() + to.z());
        double hx = 0.5 * (to.x() - from.x());
        double hy = 0.5 * (to.y() - from.y());
        double hz = 0.5 * (to.z() - from.z());
        int node = 0;
        while (node < next.length) {
            if (!meets(node, margin, mx, my, mz, hx, hy, hz)) {
                node = next[node];
                continue;
            }
            if (item[node] != INNER) {
                visitor.accept(item[node]);
            }
            node++;
        }
    }

    /**
     * Separating axis test of a segment (middle m, half vector h) against a box: the two are apart if and only if their
     * shadows are apart on one of the box's axes or on one of its axes' cross products with the segment.
     */
    private boolean meets(int node, double margin, double mx, double my, double mz, double hx, double hy, double hz) {
        int b = node * STRIDE;
        double dx = mx - box[b];
        double ex = box[b + 3] + margin;
        double ax = Math.abs(hx);
        if (Math.abs(dx) > ex + ax) {
            return false;
        }
        double dy = my - box[b + 1];
        double ey = box[b + 4] + margin;
        double ay = Math.abs(hy);
        if (Math.abs(dy) > ey + ay) {
            return false;
        }
        double dz = mz - box[b + 2];
        double ez = box[b + 5] + margin;
        double az = Math.abs(hz);
        if (Math.abs(dz) > ez + az) {
            return false;
        }
        return Math.abs(dx * hy - dy * hx) <= ex * ay + ey * ax
                && Math.abs(dy * hz - dz * hy) <= ey * az + ez * ay
                && Math.abs(dz * hx - dx * hz) <= ez * ax + ex * az;
    }

    /** Fills the arrays from the front, a branch at a time. */
    private static final class Builder {
        private final List<Box> items;
        private final double[] box;
        private final int[] next;
        private final int[] item;
        private int nodes;

        Builder(List<Box> items) {
            this.items = items;
            int n = Math.max(0, 2 * items.size() - 1);
            this.box = new double[n * STRIDE];
            this.next = new int[n];
            this.item = new int[n];
        }

        /** All items in order of their centres, once for each axis. */
        List<int[]> sorted() {
            List<Vec3> centres = items.stream().map(Box::centre).toList();
            return AXES.stream()
                    .map(axis -> IntStream.range(0, items.size())
                            .boxed()
                            .sorted(Comparator.comparingDouble(i -> axis.applyAsDouble(centres.get(i))))
                            .mapToInt(Integer::intValue)
                            .toArray())
                    .toList();
        }

        /** Appends the branch of these items, which come sorted along each axis. */
        void branch(List<int[]> sorted) {
            int node = nodes++;
            int[] members = sorted.get(0);
            put(
                    node,
                    Arrays.stream(members)
                            .mapToObj(items::get)
                            .reduce(Box::join)
                            .orElseThrow());
            if (members.length == 1) {
                item[node] = members[0];
            } else {
                item[node] = INNER;
                BitSet front = bestFront(sorted);
                branch(sorted.stream().map(s -> select(s, front::get)).toList());
                branch(sorted.stream().map(s -> select(s, i -> !front.get(i))).toList());
            }
            next[node] = nodes;
        }

        private static int[] select(int[] members, IntPredicate wanted) {
            return Arrays.stream(members).filter(wanted).toArray();
        }

        private void put(int node, Box b) {
            Vec3 centre = b.centre();
            Vec3 half = b.high().minus(centre);
            int at = node * STRIDE;
            box[at] = centre.x();
            box[at + 1] = centre.y();
            box[at + 2] = centre.z();
            box[at + 3] = half.x();
            box[at + 4] = half.y();
            box[at + 5] = half.z();
        }

        /** The items of the first half of the cheapest cut. */
        private BitSet bestFront(List<int[]> sorted) {
            Cut best = IntStream.range(0, sorted.size())
                    .mapToObj(axis -> bestCut(axis, sorted.get(axis)))
                    .min(Comparator.comparingDouble(Cut::cost))
                    .orElseThrow();
            BitSet front = new BitSet();
            Arrays.stream(sorted.get(best.axis()), 0, best.at()).forEach(front::set);
            return front;
        }

        private Cut bestCut(int axis, int[] sorted) {
            int n = sorted.length;
            double[] costOfRest = new double[n];
            Box rest = items.get(sorted[n - 1]);
            for (int i = n - 1; i > 0; i--) {
                rest = rest.join(items.get(sorted[i]));
                costOfRest[i] = rest.halfSurface() * (n - i);
            }
            int best = 1;
            double lowest = Double.POSITIVE_INFINITY;
            Box front = items.get(sorted[0]);
            for (int i = 1; i < n; i++) {
                double cost = front.halfSurface() * i + costOfRest[i];
                if (cost < lowest) {
                    best = i;
                    lowest = cost;
                }
                front = front.join(items.get(sorted[i]));
            }
            return new Cut(axis, best, lowest);
        }
    }

    /** Items in order along an axis are cut before position {@code at}. */
    private record Cut(int axis, int at, double cost) {}
}
