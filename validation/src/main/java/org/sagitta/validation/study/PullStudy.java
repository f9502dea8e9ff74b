package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.special.Gamma;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.state.Param;
import org.sagitta.kalman.state.PerigeeState;

/** Collects pulls of the five parameters at the beam line against the true muon, and chi2 probabilities. */
public final class PullStudy {
    private static final int PROBABILITY_BINS = 20;
    private static final List<String> NAMES = List.of("d0", "z0", "phi", "theta", "qoverp");

    private final Moments[] pulls = new Moments[NAMES.size()];
    private final long[] probability = new long[PROBABILITY_BINS];
    private final Map<String, Long> failures = new TreeMap<>();

    public PullStudy() {
        Arrays.setAll(pulls, i -> new Moments());
    }

    /**
     * Adds a fitted track.
     *
     * @param fitted state at the beam line
     * @param chi2 of the track, with {@code ndof} degrees of freedom
     * @param vertex true production point, within a millimetre of the beam line [mm]
     * @param momentum true momentum at the vertex [GeV]
     */
    public void add(PerigeeState fitted, double chi2, int ndof, Vec3 vertex, Vec3 momentum, int charge) {
        double phi = momentum.phi();
        double[] residuals = {
            fitted.d0() - (-vertex.x() * Math.sin(phi) + vertex.y() * Math.cos(phi)),
            fitted.z0() - (vertex.z() - along(vertex, phi) * momentum.z() / momentum.perp()),
            Math.IEEEremainder(fitted.phi() - phi, 2 * Math.PI),
            fitted.theta() - momentum.theta(),
            fitted.qOverP() - charge / momentum.norm()
        };
        Param[] order = Param.values();
        for (int i = 0; i < order.length; i++) {
            pulls[i].add(residuals[i] / Math.sqrt(fitted.covariance().at(order[i], order[i])));
        }
        double probable = Gamma.regularizedGammaQ(0.5 * ndof, 0.5 * chi2);
        probability[Math.min(PROBABILITY_BINS - 1, (int) (probable * PROBABILITY_BINS))]++;
    }

    /** Way [mm] from the closest approach to the vertex; the turn over it, some 1e-5 rad, is far below sigma(phi). */
    private static double along(Vec3 vertex, double phi) {
        return vertex.x() * Math.cos(phi) + vertex.y() * Math.sin(phi);
    }

    /** Counts a fit that gave no track. */
    public void addFailure(String reason) {
        failures.merge(reason, 1L, Long::sum);
    }

    /** Number of tracks so far. */
    public long tracks() {
        return pulls[0].count();
    }

    public PullResult result() {
        long tracks = tracks();
        List<PullStatistic> statistics = new ArrayList<>();
        for (int i = 0; i < pulls.length; i++) {
            double width = Math.sqrt(pulls[i].variance());
            statistics.add(new PullStatistic(
                    NAMES.get(i),
                    pulls[i].mean(),
                    Math.sqrt(pulls[i].varianceOfMean()),
                    width,
                    width / Math.sqrt(2.0 * (tracks - 1))));
        }
        return new PullResult(
                tracks,
                statistics,
                Arrays.stream(probability).boxed().toList(),
                flatnessChi2(tracks),
                new TreeMap<>(failures));
    }

    private double flatnessChi2(long tracks) {
        double expected = (double) tracks / PROBABILITY_BINS;
        double sum = 0;
        for (long entries : probability) {
            sum += (entries - expected) * (entries - expected) / expected;
        }
        return sum;
    }
}
