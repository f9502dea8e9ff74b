package org.sagitta.validation.study;

import java.util.OptionalDouble;
import org.sagitta.data.io.ig.IgTrack;
import org.sagitta.kalman.state.PerigeeState;

/** What is compared between a fit and the listed track, at the listed point. */
public enum RefitQuantity {
    /** pT fitted over pT listed, minus 1. */
    PT("pt_ratio_minus_1"),
    ETA("delta_eta"),
    /** Difference of the azimuths [rad], in (-pi, pi]. */
    PHI("delta_phi_rad"),
    /** Transverse distance of the listed point from the fitted track [mm], with the sign of d0. */
    D0("delta_d0_mm"),
    /** Distance along the beam [mm]. */
    Z0("delta_z0_mm");

    private final String key;

    RefitQuantity(String key) {
        this.key = key;
    }

    /** Name in JSON, with the unit. */
    public String key() {
        return key;
    }

    /** Fitted minus listed; empty without a fit. */
    public OptionalDouble of(TrackComparison track) {
        return track.fitted()
                .map(fit -> OptionalDouble.of(difference(fit.atListed(), track.listed())))
                .orElse(OptionalDouble.empty());
    }

    private double difference(PerigeeState fitted, IgTrack listed) {
        return switch (this) {
            case PT -> fitted.pt() / listed.pt() - 1;
            case ETA -> fitted.eta() - listed.eta();
            case PHI -> Math.IEEEremainder(fitted.phi() - listed.phi(), 2 * Math.PI);
            case D0 -> fitted.d0();
            case Z0 -> fitted.z0();
        };
    }
}
