package org.sagitta.kalman.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.ScalarMeasurement;
import org.sagitta.kalman.state.LocalVector;

/**
 * Takes the influence of each hit on the fit back, so that it can be compared with the track that the other hits make.
 *
 * <p>With the smoothed state (x, C) on the plane of the hit, its measurement r = H x + error of variance R, the residual
 * d = r - H x has the covariance V = R - H C H^T, and the chi2 of the hit is d^T V^-1 d (R. Fruehwirth, Nucl. Instr. Meth.
 * A262 (1987) 444, smoothed residuals). Removing the hit from the smoothed state (there the inverse filter: the
 * filter with -R in place of R) gives the residual without its own influence and its covariance,
 *
 * <pre>
 *   d' = R V^-1 d,    V' = R V^-1 R  ( = R + H C' H^T),    d'^T V'^-1 d' = d^T V^-1 d.
 * </pre>
 */
public final class HitResiduals {
    /** Smallest V / R of a hit that the others can test; below, the track is hardly determined without it. */
    private static final double ESSENTIAL = 1e-3;

    private final Smoother smoother = new Smoother();

    /**
     * The residuals of the hits that the fit used, from the beam outwards. Hits without which the others do not determine
     * the track are not among them.
     */
    public List<HitResidual> of(FittedTrack track) {
        return residuals(track, (k, plane) -> List.of());
    }

    /** The same, and those of the hits that were ignored in the fit though their planes were crossed. */
    List<HitResidual> ofAll(FittedTrack track, List<Hit> hits) {
        return residuals(track, (k, plane) -> HitUse.ALL.measurements(k, plane, hits.get(k)));
    }

    /** What hit k would have measured that the fit did not use. */
    private interface Unused {
        List<ScalarMeasurement> measurements(int k, ReferencePlane plane);
    }

    private List<HitResidual> residuals(FittedTrack track, Unused unused) {
        List<Smoothed> smoothed = smoother.smooth(track);
        List<HitResidual> residuals = new ArrayList<>(smoothed.size());
        for (int k = 0; k < smoothed.size(); k++) {
            Smoothed here = smoothed.get(k);
            List<ScalarMeasurement> used = here.filtered().measurements();
            if (!used.isEmpty()) {
                residual(k, used, here, -1).ifPresent(residuals::add);
                continue;
            }
            List<ScalarMeasurement> other =
                    unused.measurements(k, here.filtered().predicted().plane());
            if (!other.isEmpty()) {
                residual(k, other, here, 1).ifPresent(residuals::add);
            }
        }
        return List.copyOf(residuals);
    }

    /** @param influence -1 if the hit is part of the fit, whose covariance then counts against that of the hit, else +1 */
    private static Optional<HitResidual> residual(
            int hitIndex, List<ScalarMeasurement> measured, Smoothed smoothed, int influence) {
        return measured.size() == 1
                ? ofStrip(hitIndex, measured.get(0), smoothed, influence)
                : ofPixel(hitIndex, measured.get(0), measured.get(1), smoothed, influence);
    }

    private static Optional<HitResidual> ofStrip(int hitIndex, ScalarMeasurement m, Smoothed smoothed, int influence) {
        double r = m.variance();
        double v = r + influence * product(m, smoothed, m);
        if (!(v > ESSENTIAL * r)) {
            return Optional.empty();
        }
        double d = deviation(m, smoothed);
        UnbiasedResidual residual =
                influence < 0 ? new UnbiasedResidual(d * r / v, r * r / v) : new UnbiasedResidual(d, v);
        return Optional.of(new HitResidual(hitIndex, List.of(residual), d * d / v));
    }

    private static Optional<HitResidual> ofPixel(
            int hitIndex, ScalarMeasurement first, ScalarMeasurement second, Smoothed smoothed, int influence) {
        double r1 = first.variance();
        double r2 = second.variance();
        double v11 = r1 + influence * product(first, smoothed, first);
        double v22 = r2 + influence * product(second, smoothed, second);
        double v12 = influence * product(first, smoothed, second);
        double determinant = v11 * v22 - v12 * v12;
        if (!(v11 > ESSENTIAL * r1) || !(determinant > ESSENTIAL * r2 * v11)) {
            return Optional.empty();
        }
        double d1 = deviation(first, smoothed);
        double d2 = deviation(second, smoothed);
        double w1 = (v22 * d1 - v12 * d2) / determinant;
        double w2 = (v11 * d2 - v12 * d1) / determinant;
        List<UnbiasedResidual> coordinates = influence < 0
                ? List.of(
                        new UnbiasedResidual(r1 * w1, r1 * r1 * v22 / determinant),
                        new UnbiasedResidual(r2 * w2, r2 * r2 * v11 / determinant))
                : List.of(new UnbiasedResidual(d1, v11), new UnbiasedResidual(d2, v22));
        return Optional.of(new HitResidual(hitIndex, coordinates, d1 * w1 + d2 * w2));
    }

    /** d of one coordinate. */
    private static double deviation(ScalarMeasurement m, Smoothed smoothed) {
        return m.residual() - row(m).dot(smoothed.deviation());
    }

    /** H C H^T of two coordinates. */
    private static double product(ScalarMeasurement a, Smoothed smoothed, ScalarMeasurement b) {
        return row(a).dot(smoothed.covariance().times(row(b)));
    }

    private static LocalVector row(ScalarMeasurement m) {
        return new LocalVector(m.slopeU(), m.slopeV(), 0, 0, 0);
    }
}
