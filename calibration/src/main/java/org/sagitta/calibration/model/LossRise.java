package org.sagitta.calibration.model;

/**
 * The rise of dE/dx with momentum: e(p) = e (1 + r ln(p / p_ref)).
 *
 * @param perEFold r, relative to the loss at p_ref, per factor 2.718 in p, 0 to {@value #LARGEST}; 0 if the loss does not depend on p
 * @param reference p_ref [GeV], the total momentum at which e is the parameter itself
 */
public record LossRise(double perEFold, double reference) {
    /**
     * Nearly three times the steepest rise in the range of a calibration, see {@link #SILICON}. With a rise of 1 from 10 GeV, a
     * muon of 3.5 GeV would gain energy: 1 + ln(0.35) is negative.
     */
    public static final double LARGEST = 0.2;

    /** The loss does not depend on p. */
    public static final LossRise NONE = new LossRise(0, 10);

    /**
     * The mean loss of muons in silicon, between 5 and 45 GeV, in units of that at 10 GeV: r = (L(45) - L(5)) / (L(10) ln
     * 9) = 0.055 with the formula of Bethe and its density effect (PDG 2024, Passage of particles through matter, eq.
     * 34.5; constants of silicon from Sternheimer, Berger and Seltzer, At. Data Nucl. Data Tables 30 (1984) 261). The
     * slope itself falls from 0.075 at 3.5 GeV to 0.043 at 45 GeV; the line is within 1.5 % of the loss from 3.5 to 60 GeV.
     */
    public static final LossRise SILICON = new LossRise(0.055, 10);

    /** Checks the numbers. */
    public LossRise {
        if (!(perEFold >= 0 && perEFold <= LARGEST)) {
            throw new IllegalArgumentException(
                    "rise of the energy loss per e-fold = " + perEFold + "; it must be 0 to " + LARGEST);
        }
        if (!(reference > 0) || !Double.isFinite(reference)) {
            throw new IllegalArgumentException(
                    "reference momentum of the energy loss = " + reference + " GeV; it must be positive and finite");
        }
    }

    /** Loss at total momentum p [GeV] in units of that at p_ref. */
    public double factor(double p) {
        return perEFold == 0 ? 1 : 1 + perEFold * Math.log(p / reference);
    }
}
