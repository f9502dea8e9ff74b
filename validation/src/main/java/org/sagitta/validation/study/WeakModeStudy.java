package org.sagitta.validation.study;

import java.util.Map;
import java.util.TreeMap;
import org.sagitta.geometry.alignment.WeakMode;

/** Collects the curvatures of the same exact muons before and after one weak mode was switched on in the truth. */
public final class WeakModeStudy {
    private final WeakMode mode;
    private final WeakModePrediction prediction;
    private final Map<Double, Moments> even = new TreeMap<>();
    private final Map<Double, Moments> odd = new TreeMap<>();
    private double onShape;
    private double shapeSquared;

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
        double relative = after / before - 1;
        double absolute = after - before;
        even.computeIfAbsent(eta, e -> new Moments()).add(relative);
        odd.computeIfAbsent(eta, e -> new Moments()).add(absolute);
        double shape = prediction.at().applyAsDouble(eta, phi);
        onShape += shape * (prediction.component().equals("M") ? absolute : relative);
        shapeSquared += shape * shape;
    }

    public WeakModeResponse result() {
        boolean predicted = prediction.size() > 0;
        return new WeakModeResponse(
                mode.cmsName(),
                prediction.component(),
                prediction.shape(),
                prediction.size(),
                predicted ? onShape / shapeSquared / prediction.size() : Double.NaN,
                largest(even),
                largest(odd));
    }

    private static double largest(Map<Double, Moments> byEta) {
        return byEta.values().stream()
                .mapToDouble(m -> Math.abs(m.mean()))
                .max()
                .orElse(Double.NaN);
    }
}
