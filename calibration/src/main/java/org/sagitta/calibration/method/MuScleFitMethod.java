package org.sagitta.calibration.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.NotConvergedException;
import org.sagitta.calibration.model.CurvatureCorrection;

/**
 * A scale function of few parameters that maximises the likelihood of all masses, after MuScleFit of CMS: J/psi and Z,
 * unbinned,
 *
 * <pre>   -ln L(a) = - sum over pairs of ln p( u ),   u = (m(k'(a)) / m_target - 1) / s</pre>
 *
 * <p>with s the relative mass error of the pair and half the natural width, and p the density of u of that resonance,
 * tabulated from the simulation ({@link PullDensity}; MuScleFit tabulates a Lorentzian folded with a Gaussian). Minimised
 * by quadratic models in a trust region (BOBYQA, M. Powell 2009, of Commons Math) in units of the typical error of each
 * parameter. The parameters that the simulation itself prefers are subtracted.
 *
 * <p>It sees what its function can say, with the smallest statistical error of all, and puts everything else into what it
 * can say: a bias in a bin of eta and phi, or an energy loss where the function has only powers of pT, stays or goes
 * astray. Functions of pT alone are blind to any difference between the charges.
 */
public final class MuScleFitMethod implements CalibrationMethod {
    /** First radius of the trust region, smallest radius and edge of the range, in units of the parameters. */
    private static final double FIRST = 5;

    private static final double LAST = 0.01;
    private static final double EDGE = 1000;
    private static final int MAX_EVALUATIONS = 2000;

    private final ScaleFunction function;

    /** The method with this function. */
    public MuScleFitMethod(ScaleFunction function) {
        this.function = function;
    }

    @Override
    public String name() {
        return "musclefit-"
                + switch (function) {
                    case CURVATURE -> "c";
                    default -> function.name().substring("TYPE_".length());
                };
    }

    @Override
    public String description() {
        return "MuScleFit-like: likelihood of a scale function, "
                + function.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", on J/psi and Z";
    }

    @Override
    public Set<Channel> calibratesOn() {
        return Set.of(Channel.JPSI, Channel.Z);
    }

    @Override
    public MethodCorrection calibrate(MethodInput input) {
        List<Likelihood> measured = new ArrayList<>();
        List<Likelihood> reference = new ArrayList<>();
        for (Channel channel : List.of(Channel.JPSI, Channel.Z)) {
            CalibrationPairs pairs = input.pairs(channel);
            PairTable simulation = table(pairs.reference(), pairs, channel);
            PullDensity density = PullDensity.of(simulation);
            reference.add(new Likelihood(simulation, density));
            measured.add(new Likelihood(table(pairs.measured(), pairs, channel), density));
        }
        double[] a = minimum(measured);
        double[] ideal = minimum(reference);
        for (int i = 0; i < a.length; i++) {
            a[i] -= ideal[i];
        }
        return MethodCorrection.settled((k, eta, phi, charge) -> function.correct(k, eta, phi, charge, a));
    }

    private static PairTable table(DimuonSource source, CalibrationPairs pairs, Channel channel) {
        return PairTable.of(source, pairs.target(), channel.relativeWidth(), EtaPhiBinning.STANDARD);
    }

    private double[] minimum(List<Likelihood> likelihoods) {
        int n = function.parameters();
        double[] edge = new double[n];
        Arrays.fill(edge, EDGE);
        BOBYQAOptimizer optimizer = new BOBYQAOptimizer(2 * n + 1, FIRST, LAST);
        try {
            double[] best = optimizer
                    .optimize(
                            new MaxEval(MAX_EVALUATIONS),
                            GoalType.MINIMIZE,
                            new ObjectiveFunction(x -> value(likelihoods, x)),
                            new InitialGuess(new double[n]),
                            new SimpleBounds(Arrays.stream(edge).map(e -> -e).toArray(), edge))
                    .getPoint();
            return inUnits(best);
        } catch (TooManyEvaluationsException e) {
            // How large the trust region still is, the optimiser does not say: at most what it began with.
            throw new NotConvergedException("likelihood", "times its unit", MAX_EVALUATIONS, FIRST, LAST);
        }
    }

    private double value(List<Likelihood> likelihoods, double[] x) {
        double[] a = inUnits(x);
        CurvatureCorrection correction = (k, eta, phi, charge) -> function.correct(k, eta, phi, charge, a);
        return likelihoods.stream()
                .mapToDouble(likelihood -> likelihood.value(correction))
                .sum();
    }

    private double[] inUnits(double[] x) {
        double[] a = x.clone();
        for (int i = 0; i < a.length; i++) {
            a[i] *= function.unit(i);
        }
        return a;
    }

    /** -ln L of one resonance. */
    private record Likelihood(PairTable pairs, PullDensity density) {
        double value(CurvatureCorrection correction) {
            double[] sum = new double[1];
            pairs.visit(correction, (i, kPlus, kMinus, mass, z, sigma) -> sum[0] -= density.log(z / sigma));
            return sum[0];
        }
    }
}
