package org.sagitta.fieldmap.grid;

/**
 * The nodes of a field map.
 *
 * @param r distances from the z axis [mm], from 0 on
 * @param phiFirst azimuth of the first column [rad]
 * @param phiSize number of columns, equally spaced over the full turn; even, so that every column has its mirror behind
 *     the z axis, or 1 for an axisymmetric map
 * @param z positions along the z axis [mm]
 */
public record GridAxes(GridAxis r, double phiFirst, int phiSize, GridAxis z) {
    public GridAxes {
        if (r.first() != 0) {
            throw new IllegalArgumentException("the r axis of a field map starts at 0, got " + r.first() + " mm");
        }
        if (phiSize < 1 || (phiSize > 1 && phiSize % 2 != 0) || !Double.isFinite(phiFirst)) {
            throw new IllegalArgumentException(
                    "a field map needs 1 or an even number of azimuths, got " + phiSize + " from " + phiFirst + " rad");
        }
    }

    /** The cylinder r <= rMax, |z| <= zMax [mm] with that many nodes along r, phi and z. */
    public static GridAxes cylinder(double rMax, double zMax, int rSize, int phiSize, int zSize) {
        return new GridAxes(GridAxis.between(0, rMax, rSize), 0, phiSize, GridAxis.between(-zMax, zMax, zSize));
    }

    /** Distance of neighbouring columns [rad]. */
    public double phiStep() {
        return 2 * Math.PI / phiSize;
    }

    /** Azimuth of column j [rad]. */
    public double phi(int j) {
        return phiFirst + j * phiStep();
    }

    /** Number of nodes. */
    public int size() {
        return Math.multiplyExact(Math.multiplyExact(r.size(), phiSize), z.size());
    }

    /** Place of a node in a list with r slowest and z fastest. */
    public int index(int i, int j, int k) {
        return (i * phiSize + j) * z.size() + k;
    }
}
