package org.sagitta.calibration.model;

import java.util.List;

/**
 * The relative field scale A(eta, phi), dimensionless: functions of eta, each times 1, cos(phi), sin(phi), ... up to
 * order n.
 *
 * @param basis functions of eta
 * @param order n; 0 if A does not depend on phi
 */
public record FieldShape(EtaBasis basis, int order) {
    /** No field term. */
    public static final FieldShape NONE = new FieldShape(EtaPolynomial.NONE, 0);

    /** Checks n. */
    public FieldShape {
        if (order < 0 || order > Harmonic.MAX_ORDER || (basis.size() == 0 && order > 0)) {
            throw new IllegalArgumentException("field term: harmonics up to " + order + " of " + basis.size()
                    + " functions of eta; at most " + Harmonic.MAX_ORDER + ", and 0 if there is no function");
        }
    }

    /** The harmonics in the order of the parameters. */
    public List<Harmonic> harmonics() {
        return Harmonic.upTo(order);
    }

    /** Number of parameters. */
    public int size() {
        return basis.size() * (1 + 2 * order);
    }
}
