package org.sagitta.calibration.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.robust.Loss;
import org.sagitta.calibration.robust.TukeyBiweight;

/**
 * The target as a smooth function of rapidity and mass error: a template of the true masses after radiation, folded with
 * the resolution of the pair itself. It is the t that solves, for pairs of rapidity |y| and relative mass error sigma,
 *
 * <pre>   E[ psi(u) ] = 0,   u = (m_gen R / t - 1) / s,   s^2 = sigma^2 + floor^2,</pre>
 *
 * <p>with m_gen from the {@link RadiationTemplate}, R the response of the resolution ({@link MassResponse}) and psi the
 * influence function of the fit: the place where the estimator of {@code calibration.fit} finds nothing to move.
 *
 * <p><b>The Jensen term.</b> Measured curvatures are unbiased, masses are not: with R = [(1 + s_1 g_1)(1 + s_2 g_2)]^-1/2
 * and legs of relative curvature errors s_i, E[R] = 1 + (3/8)(s_1^2 + s_2^2) = 1 + (3/2) sigma^2, since
 * sigma^2 = (s_1^2 + s_2^2) / 4. A robust location takes less of it. For equal legs R - 1 = -sigma g + sigma^2 (g^2 +
 * h^2 / 2) + ..., with g and h independent and normal; the equation above, to first order in sigma, gives
 *
 * <pre>   t / m = 1 + q sigma^2,   q = E[psi'(g) (g^2 + 1/2)] / E[psi'(g)]</pre>
 *
 * <p>which is 3/2 for least squares and 0.95 for the biweight with c = 4.685: 1.4e-4 of the mass at sigma = 1.2 %. If one
 * leg has all the error, h drops out and the cross term with it: R - 1 = -sigma g + (3/2) sigma^2 g^2, a difference of
 * E[psi' (g^2 - 1)] / (2 E[psi']) sigma^2 = -0.28 sigma^2 for the biweight; legs that differ by a factor 1.5 have
 * 15 % of that. All these terms are in the numerical folding.
 *
 * <p>What is <em>not</em> in it: the selection on measured momenta, which keeps more of the pairs that fluctuate into it
 * ({@link AdjustedTarget}), and the dependence of sigma on the mass that was measured ({@link DecorrelatedErrors}).
 *
 * <p>The function is tabulated at the mean |y| of each strip of the template and at {@value #SIGMA_NODES} values of
 * sigma, and linear in |y| and sigma^2 in between; outside, the value at the edge. Immutable.
 */
public final class TemplateTarget implements MassTarget {
    /** Smallest relative mass error that is told apart. */
    public static final double SIGMA_MIN = 0.002;

    /** Largest relative mass error that is told apart. */
    public static final double SIGMA_MAX = 0.08;

    private static final int SIGMA_NODES = 48;
    private static final double LOG_STEP = Math.log(SIGMA_MAX / SIGMA_MIN) / (SIGMA_NODES - 1);
    /** Far more precise than any use, and still a dozen evaluations. */
    private static final double ROOT_PRECISION = 1e-10;

    private static final int MAX_EVALUATIONS = 200;

    /**
     * The estimator whose target this is; the numbers must be those of the fit.
     *
     * @param loss how a pair counts in the location
     * @param sigmaFloor added in quadrature to sigma_m / m
     * @param resolutionScale true over estimated mass error, 1 if the covariances of the tracks are right
     */
    public record Options(Loss loss, double sigmaFloor, double resolutionScale) {
        /** Biweight, floor 0.1 %, errors taken as they are. */
        public static final Options STANDARD = new Options(TukeyBiweight.STANDARD, 1e-3, 1);

        /** Checks the numbers. */
        public Options {
            if (!(sigmaFloor >= 0) || !(resolutionScale > 0.2 && resolutionScale < 2)) {
                throw new IllegalArgumentException("target: floor = " + sigmaFloor + ", resolution scale = "
                        + resolutionScale + "; they must be at least 0, and between 0.2 and 2");
            }
        }

        /** Pull beyond which no pair counts in practice. */
        double reach() {
            return loss instanceof TukeyBiweight biweight ? biweight.c() : 12;
        }
    }

    /** Targets at one |y|, over the nodes of sigma [GeV]. */
    private record Row(double absRapidity, List<Double> masses) {}

    private final List<Row> rows;

    private TemplateTarget(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The target of a template for {@link Options#STANDARD}. */
    public static TemplateTarget of(RadiationTemplate template) {
        return of(template, Options.STANDARD);
    }

    /** The target of a template. */
    public static TemplateTarget of(RadiationTemplate template, Options options) {
        double[][] masses = new double[template.stripCount()][SIGMA_NODES];
        for (int n = 0; n < SIGMA_NODES; n++) {
            double sigma = SIGMA_MIN * Math.exp(n * LOG_STEP);
            double scale = Math.hypot(sigma, options.sigmaFloor());
            MassResponse response =
                    new MassResponse(options.loss(), sigma * options.resolutionScale(), scale, options.reach());
            for (int s = 0; s < masses.length; s++) {
                masses[s][n] = template.referenceMass()
                        * Math.exp(location(template.strips().get(s), response, scale));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int s = 0; s < masses.length; s++) {
            double y = template.strips().get(s).absRapidity();
            rows.add(new Row(y, Arrays.stream(masses[s]).boxed().toList()));
        }
        return new TemplateTarget(rows);
    }

    /** ln(t / m_ref); the mean influence falls from positive to negative around it. */
    private static double location(RadiationTemplate.Strip strip, MassResponse response, double scale) {
        return new BrentSolver(ROOT_PRECISION)
                .solve(
                        MAX_EVALUATIONS,
                        at -> {
                            double sum = 0;
                            for (RadiationTemplate.Entry entry : strip.entries()) {
                                sum += entry.share() * response.influence(entry.logMass() - at);
                            }
                            return sum;
                        },
                        -2 * scale,
                        2 * scale);
    }

    @Override
    public double expectedMass(Dimuon pair) {
        return expectedMass(pair.rapidity(), pair.relativeMassSigma());
    }

    /**
     * Expected mass [GeV] of pairs like these.
     *
     * @param rapidity of the pair
     * @param relativeSigma sigma_m / m without floor
     */
    public double expectedMass(double rapidity, double relativeSigma) {
        double y = Math.abs(rapidity);
        Row last = rows.get(rows.size() - 1);
        if (y <= rows.get(0).absRapidity()) {
            return at(rows.get(0), relativeSigma);
        }
        for (int i = 1; i < rows.size(); i++) {
            Row high = rows.get(i);
            if (y < high.absRapidity()) {
                Row low = rows.get(i - 1);
                double f = (y - low.absRapidity()) / (high.absRapidity() - low.absRapidity());
                return (1 - f) * at(low, relativeSigma) + f * at(high, relativeSigma);
            }
        }
        return at(last, relativeSigma);
    }

    /** sigma^2 at a node. */
    private static double variance(int node) {
        return SIGMA_MIN * SIGMA_MIN * Math.exp(2 * node * LOG_STEP);
    }

    private static double at(Row row, double sigma) {
        double inside = Math.max(SIGMA_MIN, Math.min(SIGMA_MAX, sigma));
        int n = Math.min(SIGMA_NODES - 2, (int) (Math.log(inside / SIGMA_MIN) / LOG_STEP));
        double low = variance(n);
        double f = (inside * inside - low) / (variance(n + 1) - low);
        return (1 - f) * row.masses().get(n) + f * row.masses().get(n + 1);
    }
}
