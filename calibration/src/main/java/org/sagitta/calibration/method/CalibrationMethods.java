package org.sagitta.calibration.method;

import java.util.List;
import org.sagitta.calibration.fit.FitOptions;
import org.sagitta.calibration.model.AemModel;

/** The schools, in the order of the comparison. */
public final class CalibrationMethods {
    /** Small samples need more than the usual 50. */
    private static final int MAX_ITERATIONS = 300;

    private CalibrationMethods() {}

    /** All methods with their standard options. */
    public static List<CalibrationMethod> all() {
        return all(AemModel.standard());
    }

    /** The same with another model of A, e and M in our own. */
    public static List<CalibrationMethod> all(AemModel model) {
        FitOptions aem = FitOptions.standard(model).withMaxIterations(MAX_ITERATIONS);
        return List.of(
                AemMethod.onJpsi(aem),
                AemMethod.onJpsiAndZ(aem),
                new RochesterMethod(RochesterMethod.Options.STANDARD),
                new AtlasSagittaMethod(AtlasSagittaMethod.Options.STANDARD),
                new PseudomassMethod(PseudomassMethod.Options.STANDARD),
                new MuScleFitMethod(ScaleFunction.TYPE_8),
                new MuScleFitMethod(ScaleFunction.CURVATURE));
    }
}
