package org.sagitta.validation.study;

import java.util.Arrays;
import org.apache.commons.math3.util.ResizableDoubleArray;

/** Residuals in narrow bins of |eta|, all of which are kept, so that the spread over any range can be asked for. */
final class EtaResiduals {
    /** Width of a bin. */
    static final double WIDTH = 0.1;

    /** Bins from 0 to 2.5, where the tracker ends. */
    private static final int BINS = 25;

    /** So far a range may end beside the edge of a bin by rounding. */
    private static final double ROUNDING = 1e-9;

    private final ResizableDoubleArray[] bins = new ResizableDoubleArray[BINS];

    EtaResiduals() {
        Arrays.setAll(bins, i -> new ResizableDoubleArray());
    }

    /** Adds a residual; one that is no number, or beyond the last bin, is left out. */
    void add(double absEta, double residual) {
        int bin = (int) (absEta / WIDTH);
        if (bin < BINS && Double.isFinite(residual)) {
            bins[bin].addElement(residual);
        }
    }

    void merge(EtaResiduals later) {
        for (int i = 0; i < BINS; i++) {
            // One by one: adding an array copies all that is there.
            for (double residual : later.bins[i].getElements()) {
                bins[i].addElement(residual);
            }
        }
    }

    /** All residuals in [low, high), whose ends are edges of bins. */
    double[] between(double low, double high) {
        int first = (int) Math.round(low / WIDTH);
        int end = Math.min(BINS, (int) Math.round(high / WIDTH));
        boolean edges = Math.abs(first * WIDTH - low) < ROUNDING && Math.abs(end * WIDTH - high) < ROUNDING;
        if (!edges || !(low < high)) {
            throw new IllegalArgumentException(
                    "|eta| from " + low + " to " + high + " is no range of bins of 0.1 up to 2.5");
        }
        ResizableDoubleArray all = new ResizableDoubleArray();
        for (int i = first; i < end; i++) {
            all.addElements(bins[i].getElements());
        }
        return all.getElements();
    }
}
