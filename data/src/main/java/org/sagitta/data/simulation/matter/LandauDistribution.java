package org.sagitta.data.simulation.matter;

/**
 * Landau's universal distribution phi(lambda) = 1/(2 pi i) int exp(s ln s + lambda s) ds along a line to the right of
 * zero, by numerical integration. Source: L. Landau, J. Phys. USSR 8 (1944) 201. Slow: a few microseconds a value, for
 * tables and tests.
 *
 * <p>To the left of {@link #SPLIT} the line goes through the saddle point s = exp(-lambda - 1); to the right it is bent
 * around the negative axis, where s ln s has a cut:
 *
 * <pre>
 *   P(x &lt; lambda) = 1/pi int_0^inf Re( exp(s ln s + lambda s) / s ) dt,          s = exp(-lambda - 1) + i t
 *   P(x &gt; lambda) = 1/pi int_0^inf exp(-lambda t - t ln t) sin(pi t) / t dt
 * </pre>
 *
 * <p>Both are sums with equal steps, of t and of ln t, which converge faster than any power of the step.
 */
final class LandauDistribution {
    /** Where one way of integration takes over from the other; both are good to 1e-11 there. */
    static final double SPLIT = -0.5;

    private static final double STEP = 1.0 / 8;
    /** A term of the sum below exp(-REACH) does not count. */
    private static final double REACH = 36;

    private LandauDistribution() {}

    /** The probability of a value above lambda; precise in relative terms above {@link #SPLIT}. */
    static double above(double lambda) {
        return lambda < SPLIT ? 1 - leftIntegral(lambda) : rightIntegral(lambda);
    }

    /** The probability of a value below lambda; precise in relative terms below {@link #SPLIT}. */
    static double below(double lambda) {
        return lambda < SPLIT ? leftIntegral(lambda) : 1 - rightIntegral(lambda);
    }

    private static double rightIntegral(double lambda) {
        double scale = Math.max(1, lambda);
        double sum = 0;
        for (double u = Math.log(REACH + 6); u > -REACH; u -= STEP) {
            double t = Math.exp(u) / scale;
            sum += Math.exp(-lambda * t - t * Math.log(t)) * Math.sin(Math.PI * t);
        }
        return sum * STEP / Math.PI;
    }

    private static double leftIntegral(double lambda) {
        double c = Math.exp(-lambda - 1);
        double step = 0.04 * (1 + Math.sqrt(c));
        double sum = 0.5 * Math.exp(c * Math.log(c) + lambda * c) / c;
        double size = 1;
        for (double t = step; size > Math.exp(-REACH); t += step) {
            // (c + i t) ln(c + i t) + lambda (c + i t)
            double logarithm = 0.5 * Math.log(c * c + t * t);
            double angle = Math.atan2(t, c);
            double real = c * logarithm - t * angle + lambda * c;
            double imaginary = t * logarithm + c * angle + lambda * t;
            sum += Math.exp(real) * (c * Math.cos(imaginary) + t * Math.sin(imaginary)) / (c * c + t * t);
            size = Math.exp(real + c);
        }
        return sum * step / Math.PI;
    }
}
