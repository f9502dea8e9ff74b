package org.sagitta.fieldmap.grid;

/**
 * How a {@link FieldGrid} fills the space between its nodes: the product of one-dimensional Lagrange polynomials in r,
 * phi and z. Both are continuous and pass through every node; derivatives jump at cell walls.
 */
public enum Interpolation {
    /** Straight lines between two nodes; error of second order in the spacing. */
    LINEAR(2),
    /** Cubics through four nodes, the two around the point and the next on either side; error of fourth order. */
    CUBIC(4);

    private final int nodes;

    Interpolation(int nodes) {
        this.nodes = nodes;
    }

    /** Nodes used along each axis. */
    int nodes() {
        return nodes;
    }

    /** The weights of nodes 0, 1, ... at the position {@code u} in units of the spacing. */
    void weights(double u, double[] into) {
        if (this == LINEAR) {
            into[0] = 1 - u;
            into[1] = u;
            return;
        }
        double a = u - 1;
        double b = u - 2;
        double c = u - 3;
        into[0] = -a * b * c / 6;
        into[1] = u * b * c / 2;
        into[2] = -u * a * c / 2;
        into[3] = u * a * b / 6;
    }
}
