package org.sagitta.calibration.method;

import java.util.Set;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.fit.FitOptions;
import org.sagitta.calibration.fit.IterativeCalibration;
import org.sagitta.calibration.fit.ReferencedCalibration;
import org.sagitta.calibration.target.MassTarget;

/**
 * Our own: the masses of all pairs fitted with field, energy loss and misalignment at once,
 *
 * <pre>   k' = k (1 + A - e k) + q M,   e per eta bin, M = M0 + Mc cos phi + Ms sin phi per eta bin,</pre>
 *
 * <p>against the ideal world ({@link ReferencedCalibration}). On the J/psi alone, as in the W-like measurement, or on the
 * J/psi and the Z together.
 *
 * <p>It sees A and e, because the legs of the J/psi span 1/pT from 0.03 to 0.29 /GeV and both change the mass differently
 * over that range; and M, because the two legs of a pair have different momenta or directions. What it sees least well is
 * a charge-odd M common to all directions: legs of equal pT cancel it in the mass.
 */
public final class AemMethod implements CalibrationMethod {
    /** Pairs of a mass above this [GeV] are Z. */
    private static final double BETWEEN = 30;

    private final FitOptions options;
    private final Set<Channel> channels;

    private AemMethod(FitOptions options, Set<Channel> channels) {
        this.options = options;
        this.channels = Set.copyOf(channels);
    }

    /** On the J/psi alone. */
    public static AemMethod onJpsi(FitOptions options) {
        return new AemMethod(options, Set.of(Channel.JPSI));
    }

    /** On the J/psi and the Z together. */
    public static AemMethod onJpsiAndZ(FitOptions options) {
        return new AemMethod(options, Set.of(Channel.JPSI, Channel.Z));
    }

    @Override
    public String name() {
        return channels.size() == 1 ? "aem" : "aem-z";
    }

    @Override
    public String description() {
        return "A/e/M fit of all masses (W-like, this project) on "
                + (channels.size() == 1 ? "the J/psi alone" : "J/psi and Z");
    }

    @Override
    public Set<Channel> calibratesOn() {
        return channels;
    }

    @Override
    public MethodCorrection calibrate(MethodInput input) {
        ReferencedCalibration fit = new ReferencedCalibration(new IterativeCalibration(options, BlockReducer.serial()));
        CalibrationPairs jpsi = input.pairs(Channel.JPSI);
        if (channels.size() == 1) {
            return MethodCorrection.settled(fit.calibrate(jpsi.measured(), jpsi.reference(), jpsi.target())
                    .correction());
        }
        CalibrationPairs z = input.pairs(Channel.Z);
        double width = Channel.Z.relativeWidth();
        DimuonSource measured = new JoinedSource(jpsi.measured(), new WidenedSource(z.measured(), width));
        DimuonSource reference = new JoinedSource(jpsi.reference(), new WidenedSource(z.reference(), width));
        MassTarget target = pair -> pair.mass() > BETWEEN
                ? z.target().expectedMass(WidenedSource.narrowed(pair, width))
                : jpsi.target().expectedMass(pair);
        return MethodCorrection.settled(
                fit.calibrate(measured, reference, target).correction());
    }
}
