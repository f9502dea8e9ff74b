package org.sagitta.fieldmap.parametrised;

/**
 * Nominal fields [T] at which the field mapper ran in 2006 and its fits are tabulated (cms-sw/cmssw,
 * MagneticField/ParametrizedEngine/src/BFit3D_data.h). The node at 3.8 T is the mean of two runs.
 */
final class MapperNodes {
    private static final double[] NOMINAL = {2.02156567013928, 3.51622117206486, 3.81143026675623, 4.01242188708911};
    static final int COUNT = NOMINAL.length;

    private MapperNodes() {}

    static double nominal(int node) {
        return NOMINAL[node];
    }

    /** Number of nodes below or at b: 0 below the first, {@link #COUNT} from the last on. */
    static int interval(double b) {
        int k = 0;
        while (k < COUNT && b >= NOMINAL[k]) {
            k++;
        }
        return k;
    }
}
