package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.calibration.model.Covariance;

/** The sums of all bins of one binning; what is outside belongs to no bin. */
final class BiasBins {
    private final Binning binning;
    private final List<BiasSums> sums = new ArrayList<>();

    BiasBins(Binning binning, Covariance covariance) {
        this.binning = binning;
        for (int b = 0; b < binning.bins(); b++) {
            sums.add(new BiasSums(covariance));
        }
    }

    void add(double x, MassResponse r) {
        int bin = binning.indexOf(x);
        if (bin >= 0) {
            sums.get(bin).add(r);
        }
    }

    void addIdeal(double x, double ratio) {
        int bin = binning.indexOf(x);
        if (bin >= 0) {
            sums.get(bin).addIdeal(ratio);
        }
    }

    /** An event that is in both worlds; it counts as common if both put it into the same bin. */
    void addCommon(double x, double xIdeal, double ratio, double ratioIdeal) {
        int bin = binning.indexOf(x);
        if (bin >= 0 && bin == binning.indexOf(xIdeal)) {
            sums.get(bin).addCommon(ratio, ratioIdeal);
        }
    }

    List<BiasBin> results() {
        List<BiasBin> results = new ArrayList<>();
        for (int b = 0; b < binning.bins(); b++) {
            results.add(sums.get(b).result(binning.lowEdge(b), binning.highEdge(b)));
        }
        return results;
    }
}
