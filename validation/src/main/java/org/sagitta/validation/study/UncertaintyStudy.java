package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.CurvatureCorrection;
import org.sagitta.validation.study.UncertaintyPart.Kind;

/**
 * Parts of the error of a calibration on the scales that matter. Statistical parts follow from a covariance, systematic ones
 * from two calibrations that differ in one assumption and share all random numbers.
 */
public final class UncertaintyStudy {
    private final ScaleGradient upsilon;
    private final ScaleGradient z;
    private final PairSample upsilonPairs;
    private final PairSample zPairs;
    private final List<ScaleGradient> even = new ArrayList<>();
    private final List<ScaleGradient> odd = new ArrayList<>();

    /** @param upsilonPairs and {@code zPairs}: where the derivatives of the mass scales are taken */
    public UncertaintyStudy(AemModel model, PairSample upsilonPairs, PairSample zPairs) {
        this.upsilonPairs = upsilonPairs;
        this.zPairs = zPairs;
        ScaleGradients gradients = new ScaleGradients(model);
        upsilon = gradients.ofMass("UPSILON_1S", upsilonPairs).get(0);
        z = gradients.ofMass("Z", zPairs).get(0);
        for (ScaleGradient leg : gradients.ofLegs()) {
            (leg.name().startsWith("even") ? even : odd).add(leg);
        }
    }

    /** Standard deviations from a covariance. */
    public UncertaintyPart statistical(String name, Covariance covariance) {
        return part(name, Kind.STATISTICAL, g -> Math.sqrt(covariance.variance(g.toArray())));
    }

    /**
     * What the change of an assumption does: the mean of several differences of calibrations, changed less nominal, each in
     * the order of the model.
     */
    public UncertaintyPart systematic(String name, List<List<Double>> differences) {
        double[] mean = mean(differences);
        return part(name, Kind.SYSTEMATIC, g -> g.dot(mean)).withZError(errorOfMean(differences));
    }

    private static double[] mean(List<List<Double>> differences) {
        double[] mean = new double[differences.get(0).size()];
        for (List<Double> difference : differences) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += difference.get(i) / differences.size();
            }
        }
        return mean;
    }

    private double errorOfMean(List<List<Double>> differences) {
        Moments shifts = new Moments();
        for (List<Double> difference : differences) {
            shifts.add(
                    z.dot(difference.stream().mapToDouble(Double::doubleValue).toArray()));
        }
        return Math.sqrt(shifts.varianceOfMean());
    }

    /**
     * What a wrong pre-correction does, when it is applied to the sample that is calibrated and to every other: what the
     * calibration on top of it does not take back.
     *
     * @param wrong acts on curvatures that are right; its effect on legs is taken at azimuth 0
     */
    public UncertaintyPart preCorrected(String name, List<List<Double>> differences, CurvatureCorrection wrong) {
        UncertaintyPart own = systematic(name, differences);
        double[] mean = mean(differences);
        double largestEven = 0;
        for (ScaleGradient g : even) {
            double eta = 0.5 * (g.low() + g.high());
            double k = 1 / ScaleGradients.LEG_PT;
            double direct = wrong.correct(k, eta, 0, Charge.POSITIVE) / k - 1;
            largestEven = Math.max(largestEven, Math.abs(g.dot(mean) + direct));
        }
        return new UncertaintyPart(
                name,
                Kind.SYSTEMATIC,
                own.upsilon() + meanShift(upsilonPairs, wrong),
                own.z() + meanShift(zPairs, wrong),
                own.zError(),
                largestEven,
                own.odd());
    }

    private static double meanShift(PairSample pairs, CurvatureCorrection correction) {
        double sum = 0;
        for (int i = 0; i < pairs.size(); i++) {
            Dimuon pair = pairs.measured().get(i);
            sum += pair.withCurvatures(corrected(pair.plus(), correction), corrected(pair.minus(), correction))
                            .mass()
                    / pair.mass();
        }
        return sum / pairs.size() - 1;
    }

    private static double corrected(Muon leg, CurvatureCorrection correction) {
        return correction.correct(leg.k(), leg.eta(), leg.phi(), leg.charge());
    }

    private UncertaintyPart part(String name, Kind kind, ToDoubleFunction<ScaleGradient> figure) {
        return new UncertaintyPart(
                name,
                kind,
                figure.applyAsDouble(upsilon),
                figure.applyAsDouble(z),
                0,
                largest(even, figure),
                largest(odd, figure));
    }

    private static double largest(List<ScaleGradient> legs, ToDoubleFunction<ScaleGradient> figure) {
        return legs.stream().mapToDouble(figure).map(Math::abs).max().orElse(Double.NaN);
    }
}
