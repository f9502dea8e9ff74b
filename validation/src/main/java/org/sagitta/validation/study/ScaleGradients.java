package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.SparseVector;

/** Which figures of a calibration matter, and how they answer to its parameters. Bins are those of single legs in eta. */
public final class ScaleGradients {
    /** Transverse momentum at which scales of legs are quoted [GeV]. */
    public static final double LEG_PT = 45;

    private static final int AZIMUTHS = 24;

    private final AemModel model;
    private final Correction identity;

    public ScaleGradients(AemModel model) {
        this.model = model;
        this.identity = Correction.of(AemCorrection.identity(model));
    }

    /** The mass scale of these pairs: of all, and in bins of eta of the positive muon. */
    public List<ScaleGradient> ofMass(String name, PairSample pairs) {
        int bins = Binning.LEG_ETA.bins();
        double[] all = new double[model.size()];
        double[][] binned = new double[bins][model.size()];
        int[] counts = new int[bins];
        for (int i = 0; i < pairs.size(); i++) {
            Dimuon pair = pairs.measured().get(i);
            SparseVector gradient = MassResponse.of(pair, pair.mass(), identity).gradient();
            add(all, gradient, 1.0 / pairs.size());
            int bin = Binning.LEG_ETA.indexOf(pair.plus().eta());
            if (bin >= 0) {
                counts[bin]++;
                add(binned[bin], gradient, 1);
            }
        }
        List<ScaleGradient> figures = new ArrayList<>();
        figures.add(figure(name, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, all, 1));
        for (int b = 0; b < bins; b++) {
            figures.add(figure(name, low(b), low(b + 1), binned[b], 1.0 / Math.max(1, counts[b])));
        }
        return figures;
    }

    /** Charge-even and charge-odd curvature scale of legs of {@link #LEG_PT}, mean over the azimuth, in bins of eta. */
    public List<ScaleGradient> ofLegs() {
        List<ScaleGradient> figures = new ArrayList<>();
        for (int sign : new int[] {1, -1}) {
            for (int b = 0; b < Binning.LEG_ETA.bins(); b++) {
                String name = (sign > 0 ? "even " : "odd ") + Math.round(LEG_PT) + " GeV";
                figures.add(figure(name, low(b), low(b + 1), leg(0.5 * (low(b) + low(b + 1)), sign), 1));
            }
        }
        return figures;
    }

    private double[] leg(double eta, int sign) {
        double[] mean = new double[model.size()];
        for (int j = 0; j < AZIMUTHS; j++) {
            double phi = -Math.PI + 2 * Math.PI * j / AZIMUTHS;
            for (Charge charge : Charge.values()) {
                Muon muon = Muon.ofPt(LEG_PT, eta, phi, charge);
                double weight = (charge == Charge.POSITIVE ? 1 : sign) * 0.5 / AZIMUTHS;
                add(mean, LegResponse.of(muon, identity).gradient(), weight);
            }
        }
        return mean;
    }

    private static void add(double[] sum, SparseVector gradient, double weight) {
        for (int slot = 0; slot < gradient.size(); slot++) {
            sum[gradient.index(slot)] += weight * gradient.value(slot);
        }
    }

    private static ScaleGradient figure(String name, double low, double high, double[] gradient, double factor) {
        return new ScaleGradient(
                name,
                low,
                high,
                DoubleStream.of(gradient).map(g -> factor * g).boxed().toList());
    }

    private static double low(int bin) {
        return Binning.LEG_ETA.lowEdge(bin);
    }
}
