package org.sagitta.calibration.fit;

import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;

/** A working point away from zero: every parameter has another value of the size that a calibration meets. */
final class Injected {
    static final AemModel MODEL = AemModel.standard();

    private Injected() {}

    static double[] values() {
        double[] values = new double[MODEL.size()];
        for (int i = 0; i < values.length; i++) {
            double wave = Math.sin(1 + 2.3 * i);
            values[i] = switch (MODEL.parameters().get(i).kind()) {
                case A -> i == 0 ? 8e-4 : -2e-4;
                case E -> 4e-3 * wave;
                case M -> 2e-4 * wave;
            };
        }
        return values;
    }

    static AemCorrection correction() {
        return new AemCorrection(MODEL, values(), Covariance.zero(MODEL.size()));
    }

    static AemCorrection nothing() {
        return AemCorrection.identity(MODEL);
    }
}
