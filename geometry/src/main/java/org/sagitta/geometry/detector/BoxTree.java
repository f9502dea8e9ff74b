package org.sagitta.geometry.detector;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
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
            builder.branch(IntStream.range(0, items.size()).boxed().toList());
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

        /** Appends the branch of these items. */
        void branch(List<Integer> members) {
            int node = nodes++;
            put(node, members.stream().map(items::get).reduce(Box::join).orElseThrow());
            if (members.size() == 1) {
                item[node] = members.get(0);
            } else {
                item[node] = INNER;
                Cut cut = bestCut(members);
                branch(cut.sorted().subList(0, cut.at()));
                branch(cut.sorted().subList(cut.at(), members.size()));
            }
            next[node] = nodes;
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

        private Cut bestCut(List<Integer> members) {
            return AXES.stream()
                    .map(axis -> cutAlong(axis, members))
                    .min(Comparator.comparingDouble(Cut::cost))
                    .orElseThrow();
        }

        private Cut cutAlong(ToDoubleFunction<Vec3> axis, List<Integer> members) {
            List<Integer> sorted = members.stream()
                    .sorted(Comparator.comparingDouble(
                            i -> axis.applyAsDouble(items.get(i).centre())))
                    .toList();
            int n = sorted.size();
            double[] costOfRest = new double[n];
            Box rest = items.get(sorted.get(n - 1));
            for (int i = n - 1; i > 0; i--) {
                rest = rest.join(items.get(sorted.get(i)));
                costOfRest[i] = rest.halfSurface() * (n - i);
            }
            Cut best = new Cut(sorted, 1, Double.POSITIVE_INFINITY);
            Box front = items.get(sorted.get(0));
            for (int i = 1; i < n; i++) {
                double cost = front.halfSurface() * i + costOfRest[i];
                if (cost < best.cost()) {
                    best = new Cut(sorted, i, cost);
                }
                front = front.join(items.get(sorted.get(i)));
            }
            return best;
        }
    }

    /** Items in order along one axis, to be cut before position {@code at}. */
    private record Cut(List<Integer> sorted, int at, double cost) {}
}
