package org.sagitta.calibration.peak;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.EtaBasis;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.EtaPolynomial;
import org.sagitta.calibration.model.FieldShape;
import org.sagitta.calibration.model.FieldTerm;
import org.sagitta.calibration.model.Harmonic;

/**
 * The result of a peak fit as an {@link AemCorrection}, which is what correction files hold. Its bins are of signed eta:
 * a parameter of an |eta| bin becomes two of the same value, with correlation 1.
 */
public final class AemForm {
    private static final double END = AemModel.STANDARD_ETA_MAX;

    private AemForm() {}

    /**
     * The correction with its covariance.
     *
     * @throws IllegalArgumentException if the fit determined an offset of the mass, which corrects no curvature
     */
    public static AemCorrection of(PeakFit fit) {
        List<ScaleTerm> terms = fit.model().scale().terms();
        List<Integer> sources = new ArrayList<>();
        AemModel.Builder builder = AemModel.builder().field(new FieldShape(field(terms, sources), 0));
        List<Integer> loss = indices(terms, ScaleTerm.Kind.LOSS);
        if (!loss.isEmpty()) {
            builder.loss(mirrored(terms, loss, sources));
        }
        List<Integer> misalignment = indices(terms, ScaleTerm.Kind.MISALIGNMENT);
        if (!misalignment.isEmpty()) {
            builder.misalignment(mirrored(terms, misalignment, sources), List.of(Harmonic.CONSTANT));
        }
        return taken(builder.build(), fit, sources);
    }

    private static EtaBasis field(List<ScaleTerm> terms, List<Integer> sources) {
        List<Integer> constant = indices(terms, ScaleTerm.Kind.FIELD);
        if (constant.size() > 1) {
            return mirrored(terms, constant, sources);
        }
        List<Integer> quadratic = indices(terms, ScaleTerm.Kind.FIELD_ETA_SQUARED);
        List<FieldTerm> field = new ArrayList<>();
        constant.forEach(index -> field.add(FieldTerm.CONSTANT));
        quadratic.forEach(index -> field.add(FieldTerm.ETA_SQUARED));
        sources.addAll(constant);
        sources.addAll(quadratic);
        return EtaPolynomial.of(field.toArray(FieldTerm[]::new));
    }

    private static List<Integer> indices(List<ScaleTerm> terms, ScaleTerm.Kind kind) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).kind() == kind) {
                indices.add(i);
            }
        }
        return indices;
    }

    /** Bins of |eta| at both sides of zero; one bin stays one. */
    private static EtaBinning mirrored(List<ScaleTerm> terms, List<Integer> bins, List<Integer> sources) {
        int n = bins.size();
        if (n == 1) {
            sources.addAll(bins);
            return EtaBinning.of(-END, END);
        }
        double[] edges = new double[2 * n + 1];
        for (int b = 0; b < n; b++) {
            double high = b == n - 1 ? END : terms.get(bins.get(b)).high();
            edges[n + 1 + b] = high;
            edges[n - 1 - b] = -high;
        }
        for (int b = 0; b < 2 * n; b++) {
            sources.add(bins.get(b < n ? n - 1 - b : b - n));
        }
        return EtaBinning.of(edges);
    }

    private static AemCorrection taken(AemModel model, PeakFit fit, List<Integer> sources) {
        int n = sources.size();
        double[] values = new double[n];
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            values[i] = fit.scale(sources.get(i));
            for (int j = 0; j < n; j++) {
                int a = sources.get(i);
                int b = sources.get(j);
                // rounding of the inverse must not make it unsymmetric
                covariance[i][j] = 0.5 * (fit.scaleCovariance(a, b) + fit.scaleCovariance(b, a));
            }
        }
        return new AemCorrection(model, values, Covariance.of(covariance));
    }
}
