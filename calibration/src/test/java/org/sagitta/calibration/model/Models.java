package org.sagitta.calibration.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** One model of each kind, for tests that must hold for all of them. */
public final class Models {
    private static final double ETA_MAX = 2.4;

    private Models() {}

    /** By name. */
    public static Map<String, AemModel> all() {
        LossShape perPt = LossShape.perPt(EtaBinning.uniform(12, -ETA_MAX, ETA_MAX));
        LossShape total = new LossShape(perPt.bins(), LossMomentum.TOTAL, LossRise.SILICON);
        LossShape rising = new LossShape(perPt.bins(), LossMomentum.TRANSVERSE, LossRise.SILICON);
        EtaBinning coarse = EtaBinning.uniform(6, -ETA_MAX, ETA_MAX);
        MisalignmentShape first = new MisalignmentShape(coarse, Harmonic.upTo(1));
        MisalignmentShape third = new MisalignmentShape(coarse, Harmonic.upTo(3));
        FieldShape polynomial = new FieldShape(EtaPolynomial.of(FieldTerm.CONSTANT, FieldTerm.ETA_SQUARED), 0);
        Map<String, AemModel> models = new LinkedHashMap<>();
        models.put("standard", AemModel.standard());
        models.put("polynomial with harmonics", AemModel.of(new FieldShape(polynomial.basis(), 2), perPt, first));
        models.put("bins", AemModel.of(new FieldShape(EtaBinning.of(-2.4, -1, 0.3, 2.4), 0), total, third));
        models.put("bins with harmonics", AemModel.of(new FieldShape(EtaBinning.of(-2.4, 0, 2.4), 1), rising, first));
        models.put("spline", AemModel.of(new FieldShape(EtaSpline.uniform(6, -ETA_MAX, ETA_MAX), 0), rising, first));
        models.put(
                "spline with harmonics",
                AemModel.of(new FieldShape(EtaSpline.of(-2.4, -0.5, 1, 2.4), 2), total, MisalignmentShape.NONE));
        MisalignmentShape smooth = new MisalignmentShape(EtaSpline.uniform(1, -ETA_MAX, ETA_MAX), Harmonic.upTo(1));
        models.put("smooth misalignment", AemModel.of(polynomial, perPt, smooth));
        models.put("no field", AemModel.of(FieldShape.NONE, rising, third));
        models.put("no loss", AemModel.of(polynomial, LossShape.NONE, first));
        return models;
    }
}
