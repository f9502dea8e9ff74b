package org.sagitta.fieldmap.parametrised;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * The nine numbers of one {@link OaeField}, in metres and tesla as published.
 *
 * @param radius a, effective radius of the coil [m]
 * @param length L, effective length of the coil [m]
 * @param b0 field of the unperturbed profile at its centre [T]
 * @param z0 position of the field maximum [m]
 * @param radialStrength k, strength of the odd correction of Br [T/m^4]
 * @param radialZero zk, |t| at which that correction vanishes [m]
 * @param gaussDepth g, depth of each Gaussian correction of Bz [T]
 * @param gaussCentre zg, the Gaussians sit at t = +-zg [m]
 * @param gaussWidth sg, in exp(-((t -+ zg)/sg)^2), without a factor 1/2 [m]
 */
record OaeParameters(
        double radius,
        double length,
        double b0,
        double z0,
        double radialStrength,
        double radialZero,
        double gaussDepth,
        double gaussCentre,
        double gaussWidth) {
    private static final String RESOURCE = "oae.csv";

    /** The published set for a nominal field, named as in the source: 2_0T, 3_0T, 3_5T, 3_8T or 4_0T. */
    static OaeParameters set(String name) {
        for (CSVRecord row : Coefficients.rows(RESOURCE)) {
            if (row.get("set").equals(name)) {
                return of(row);
            }
        }
        throw new IllegalArgumentException("no oae set " + name + "; there are " + sets());
    }

    /** Names of the published sets, by rising field. */
    static List<String> sets() {
        List<String> names = new ArrayList<>();
        for (CSVRecord row : Coefficients.rows(RESOURCE)) {
            names.add(row.get("set"));
        }
        return names;
    }

    private static OaeParameters of(CSVRecord row) {
        return new OaeParameters(
                Coefficients.number(row, "a_m"),
                Coefficients.number(row, "L_m"),
                Coefficients.number(row, "B0_T"),
                Coefficients.number(row, "z0_m"),
                Coefficients.number(row, "k_T_per_m4"),
                Coefficients.number(row, "zk_m"),
                Coefficients.number(row, "g_T"),
                Coefficients.number(row, "zg_m"),
                Coefficients.number(row, "sg_m"));
    }
}
