package org.sagitta.fieldmap.grid;

/**
 * Equally spaced nodes first, first + step, ..., {@code size} of them.
 *
 * @param first position of the first node [mm]
 * @param step distance of neighbours, positive [mm]
 * @param size number of nodes, at least two
 */
public record GridAxis(double first, double step, int size) {
    public GridAxis {
        if (!Double.isFinite(first) || !(step > 0) || !Double.isFinite(step) || size < 2) {
            throw new IllegalArgumentException("a grid axis needs a finite start, a positive step and two nodes, got "
                    + first + " mm, " + step + " mm, " + size);
        }
    }

    /** {@code size} nodes from first to last, both included [mm]. */
    public static GridAxis between(double first, double last, int size) {
        return new GridAxis(first, (last - first) / (size - 1), size);
    }

    /** Position of node i [mm]. */
    public double node(int i) {
        return first + i * step;
    }

    /** Position of the last node [mm]. */
    public double last() {
        return node(size - 1);
    }

    /** First of {@code nodes} neighbours that surround x as evenly as the ends allow; not below {@code lowest}. */
    int stencil(double x, int nodes, int lowest) {
        int cell = (int) Math.floor((x - first) / step);
        return Math.max(lowest, Math.min(cell - (nodes / 2 - 1), size - nodes));
    }
}
