package org.sagitta.fieldmap;

/**
 * A field around the z axis that is at most quadratic in r: with t = z - {@link #symmetryZ()},
 *
 * <pre>
 *   Bz = b0(t) + r^2 b2(t)      even in t
 *   Br = r (c0(t) + r^2 c2(t))  odd in t
 *   Bphi = 0
 * </pre>
 *
 * with functions that are smooth for t >= 0. Whoever needs the field fast may tabulate the four functions.
 */
public interface AxialField extends MagneticField {
    /** Where the plane of symmetry is [mm]. */
    double symmetryZ();

    /** Largest r [mm] of the domain, which is a cylinder. */
    double largestR();

    /** Largest |z| [mm] of the domain. */
    double largestZ();
}
