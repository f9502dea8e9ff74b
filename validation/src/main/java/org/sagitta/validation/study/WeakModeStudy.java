package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.sagitta.geometry.alignment.WeakMode;

/** Collects the curvatures of the same exact muons before and after one weak mode was switched on in the truth. */
public final class WeakModeStudy {
    private final WeakMode mode;
    private final WeakModePrediction prediction;
    private final List<Leg> legs = new ArrayList<>();

    /** One muon: q/pT measured without and with the mode [1/GeV]. */
    private record Leg(double eta, double phi, double before, double after) {
        double relative() {
            return after / before - 1;
        }

        double absolute() {
            return after - before;
        }
    }

    public WeakModeStudy(WeakMode mode) {
        this.mode = mode;
        this.prediction = WeakModePrediction.of(mode);
    }

    /**
     * Adds one muon.
     *
     * @param before q/pT measured with all sensors in place [1/GeV]
     * @param after q/pT measured with the mode switched on [1/GeV]
     */
    public void add(double eta, double phi, double before, double after) {
        legs.add(new Leg(eta, phi, before, after));
    }

    public WeakModeResponse result() {
        return new WeakModeResponse(
                mode.cmsName(),
                prediction.component(),
                prediction.shape(),
                prediction.size(),
                amplitude(),
                largestMean(Leg::relative),
                largestMean(Leg::absolute));
    }

    /** Projection on the predicted shape in units of the prediction; NaN where none is predicted. */
    private double amplitude() {
        double onShape = 0;
        double shapeSquared = 0;
        for (Leg leg : legs) {
            double shape = prediction.at().applyAsDouble(leg.eta, leg.phi);
            onShape += shape * (prediction.component().equals("M") ? leg.absolute() : leg.relative());
            shapeSquared += shape * shape;
        }
        return prediction.size() > 0 ? onShape / shapeSquared / prediction.size() : Double.NaN;
    }

    /** Largest magnitude over bins of eta of the mean over azimuth and charge. */
    private double largestMean(ToDoubleFunction<Leg> offset) {
        Map<Integer, Moments> byEta = new TreeMap<>();
        for (Leg leg : legs) {
            byEta.computeIfAbsent(Binning.LEG_ETA.indexOf(leg.eta), bin -> new Moments())
                    .add(offset.applyAsDouble(leg));
        }
        return byEta.values().stream()
                .mapToDouble(m -> Math.abs(m.mean()))
                .max()
                .orElse(Double.NaN);
    }
}
