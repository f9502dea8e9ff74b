package org.sagitta.validation.pipeline;

import java.util.List;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.EtaBasis;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.EtaPolynomial;
import org.sagitta.calibration.model.EtaSpline;
import org.sagitta.calibration.model.FieldShape;
import org.sagitta.calibration.model.FieldTerm;
import org.sagitta.calibration.model.Harmonic;
import org.sagitta.calibration.model.LossMomentum;
import org.sagitta.calibration.model.LossRise;
import org.sagitta.calibration.model.LossShape;
import org.sagitta.calibration.model.MisalignmentShape;
import org.sagitta.data.scenario.ModelChoice;

/** From the words of a scenario to the model that is fitted. */
public final class AemModels {
    private AemModels() {}

    /** The model of this choice. */
    public static AemModel of(ModelChoice choice) {
        return AemModel.of(field(choice.field()), loss(choice.loss()), misalignment(choice.misalignment()));
    }

    private static FieldShape field(ModelChoice.Field field) {
        EtaBasis basis = switch (field.form()) {
            case NONE -> EtaPolynomial.NONE;
            case POLYNOMIAL -> EtaPolynomial.of(FieldTerm.CONSTANT, FieldTerm.ETA_SQUARED);
            case BINNED -> bins(field.etaEdges());
            case SPLINE -> EtaSpline.of(toArray(field.etaEdges()));
        };
        return new FieldShape(basis, field.harmonics());
    }

    private static LossShape loss(ModelChoice.Loss loss) {
        LossMomentum momentum = switch (loss.of()) {
            case TRANSVERSE_MOMENTUM -> LossMomentum.TRANSVERSE;
            case TOTAL_MOMENTUM -> LossMomentum.TOTAL;
        };
        LossRise rise = switch (loss.growth()) {
            case NONE -> LossRise.NONE;
            case LOGARITHMIC -> LossRise.SILICON;
        };
        return new LossShape(bins(loss.etaEdges()), momentum, rise);
    }

    private static MisalignmentShape misalignment(ModelChoice.Misalignment m) {
        if (m.etaEdges().isEmpty()) {
            return MisalignmentShape.NONE;
        }
        EtaBasis basis = switch (m.form()) {
            case BINNED -> bins(m.etaEdges());
            case SPLINE -> EtaSpline.of(toArray(m.etaEdges()));
        };
        return new MisalignmentShape(basis, Harmonic.upTo(m.harmonics()));
    }

    private static EtaBinning bins(List<Double> edges) {
        return edges.isEmpty() ? EtaBinning.NONE : EtaBinning.of(toArray(edges));
    }

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
