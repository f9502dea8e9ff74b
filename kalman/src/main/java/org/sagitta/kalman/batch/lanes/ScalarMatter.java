package org.sagitta.kalman.batch.lanes;

import static org.sagitta.kalman.batch.lanes.FlightSlots.BETA2;
import static org.sagitta.kalman.batch.lanes.FlightSlots.LOGARITHM;
import static org.sagitta.kalman.batch.lanes.FlightSlots.LOGARITHM_OF_THICKNESS;
import static org.sagitta.kalman.batch.lanes.FlightSlots.MAXIMUM;
import static org.sagitta.kalman.batch.lanes.FlightSlots.MOMENTUM;
import static org.sagitta.kalman.batch.lanes.FlightSlots.PER_BETA;
import static org.sagitta.kalman.batch.lanes.FlightSlots.PER_RECOIL;
import static org.sagitta.kalman.batch.lanes.FlightSlots.PER_SINE2;
import static org.sagitta.kalman.batch.lanes.FlightSlots.THICKENING;
import static org.sagitta.kalman.batch.lanes.PlaneSlots.*;
import static org.sagitta.kalman.batch.lanes.ScalarLane.*;

import org.sagitta.kalman.material.CmsMaterialConstants;

/** The text of {@link MatterKernel}; the build derives {@code simd.VectorMatter} from it. */
final class ScalarMatter implements MatterKernel {
    private static final int W = Lanes.WIDTH;

    private final CmsMaterialConstants c;

    ScalarMatter(CmsMaterialConstants constants) {
        this.c = constants;
    }

    @Override
    public void cross(double[] flight, double[] planes, int plane) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            int at = plane * SIZE + lane;
            prepareLane(flight, planes, at, lane);
            takeLogarithmsLane(flight, lane);
            scatterLane(flight, planes, at, lane);
            loseLane(flight, planes, at, lane);
        }
    }

    /**
     * Path, p, 1/beta^2, beta^2, 1/recoil and 1/sin^2, from one division: with all of a, b, c, ... in a product, 1/a is the
     * inverse of the product times b, c, ... Then the arguments of both logarithms, which are taken in place.
     *
     * <p>With |q/p| = k: 1/beta^2 = 1 + m^2 k^2, E = p / beta, and the recoil times k is recoilAtRest k + recoilPerEnergy / beta.
     */
    private void prepareLane(double[] f, double[] planes, int at, int o) {
        double tx = load(f, FlightSlots.TX + o);
        double ty = load(f, FlightSlots.TY + o);
        double cosine = abs(dot(
                load(planes, WX + at),
                tx,
                load(planes, WY + at),
                ty,
                load(planes, WZ + at),
                load(f, FlightSlots.TZ + o)));
        double k = abs(load(f, FlightSlots.Q + o));
        double sine2 = fma(tx, tx, mul(ty, ty));
        double mk = mul(of(c.mass()), k);
        double perBeta2 = fma(mk, mk, of(1));
        double perBeta = sqrt(perBeta2);
        double recoil = fma(of(c.recoilAtRest()), k, mul(of(c.recoilPerEnergy()), perBeta));
        double pathAndMomentum = mul(cosine, k);
        double recoilAndBeta = mul(recoil, perBeta2);
        double both = mul(pathAndMomentum, recoilAndBeta);
        double inverse = div(of(1), mul(both, sine2));
        double inverseOfFirst = mul(inverse, mul(recoilAndBeta, sine2));
        double inverseOfSecond = mul(inverse, mul(pathAndMomentum, sine2));
        double path = mul(inverseOfFirst, k);
        double p = mul(inverseOfFirst, cosine);
        double perRecoil = mul(inverseOfSecond, perBeta2);
        double maximum = mul(of(c.maximumScale()), mul(p, perRecoil));
        store(path, f, THICKENING + o);
        store(p, f, MOMENTUM + o);
        store(perBeta, f, PER_BETA + o);
        store(mul(inverseOfSecond, recoil), f, BETA2 + o);
        store(perRecoil, f, PER_RECOIL + o);
        store(mul(inverse, both), f, PER_SINE2 + o);
        store(maximum, f, MAXIMUM + o);
        double xi = mul(load(planes, XI + at), mul(path, perBeta2));
        double inLogarithm = whereLess(of(0), of(c.peak()), xi, maximum);
        store(mul(of(c.logarithmScale()), inLogarithm), f, LOGARITHM + o);
        store(mul(load(planes, X_OVER_X0 + at), path), f, LOGARITHM_OF_THICKNESS + o);
    }

    /**
     * ln(x) of two normal x > 0 by 2 artanh((m - 1) / (m + 1)), m scaled to [2/3, 4/3], with one division, good
     * to 1e-13; garbage elsewhere.
     */
    private static void takeLogarithmsLane(double[] f, int o) {
        double x = load(f, LOGARITHM + o);
        double y = load(f, LOGARITHM_OF_THICKNESS + o);
        double m = mantissa(x);
        double n = mantissa(y);
        double e = exponent(x);
        double g = exponent(y);
        double tooLarge = of(4.0 / 3);
        e = whereLess(tooLarge, m, add(e, of(1)), e);
        g = whereLess(tooLarge, n, add(g, of(1)), g);
        m = whereLess(tooLarge, m, mul(of(0.5), m), m);
        n = whereLess(tooLarge, n, mul(of(0.5), n), n);
        double belowS = add(m, of(1));
        double belowT = add(n, of(1));
        double inverse = div(of(1), mul(belowS, belowT));
        double s = mul(sub(m, of(1)), mul(inverse, belowT));
        double t = mul(sub(n, of(1)), mul(inverse, belowS));
        double s2 = mul(s, s);
        double t2 = mul(t, t);
        double seriesS = of(1.0 / 17);
        double seriesT = of(1.0 / 17);
        for (int odd = 15; odd > 1; odd -= 2) {
            seriesS = fma(seriesS, s2, of(1.0 / odd));
            seriesT = fma(seriesT, t2, of(1.0 / odd));
        }
        s = add(s, s);
        t = add(t, t);
        store(fma(e, of(LN2), fma(mul(s, s2), seriesS, s)), f, LOGARITHM + o);
        store(fma(g, of(LN2), fma(mul(t, t2), seriesT, t)), f, LOGARITHM_OF_THICKNESS + o);
    }

    /** theta0^2 in theta, theta0^2 / sin^2 in phi. */
    private void scatterLane(double[] f, double[] planes, int at, int o) {
        double k = abs(load(f, FlightSlots.Q + o));
        double thickness = mul(load(planes, X_OVER_X0 + at), load(f, THICKENING + o));
        double bracket = fma(of(c.scatteringLogarithm()), load(f, LOGARITHM_OF_THICKNESS + o), of(1));
        double kick = mul(mul(of(c.scatteringConstant()), k), mul(load(f, PER_BETA + o), bracket));
        double theta2 = whereLess(of(0), thickness, mul(mul(kick, kick), thickness), of(0));
        // A track this straight does not notice matter.
        theta2 = whereLess(k, of(STRAIGHT), of(0), theta2);
        store(theta2, planes, NOISE_THETA + at);
        store(mul(theta2, load(f, PER_SINE2 + o)), planes, NOISE_PHI + at);
    }

    /**
     * Mean or most probable loss, its variance and its slope; formulas of {@code CmsMaterialEffects} with 1/p = k, m^2/E^2 = m^2
     * k^2 beta^2. With D = beta - slope of the loss: d(q/p')/d(q/p) = p^2 E' D / p'^3, and the noise before the plane is sigma(dE) k^2 / D.
     */
    private void loseLane(double[] f, double[] planes, int at, int o) {
        double q = load(f, FlightSlots.Q + o);
        double k = abs(q);
        double p = load(f, MOMENTUM + o);
        double perBeta = load(f, PER_BETA + o);
        double beta2 = load(f, BETA2 + o);
        double beta = mul(perBeta, beta2);
        double xi =
                mul(mul(of(c.lossScale()), load(planes, XI + at)), mul(load(f, THICKENING + o), mul(perBeta, perBeta)));
        double logarithm = fma(of(-c.betaWeight()), beta2, sub(load(f, LOGARITHM + o), of(c.delta0())));
        double loss = mul(xi, logarithm);
        double mk = mul(of(c.mass()), k);
        double rest2 = mul(mul(mk, mk), beta2);
        double recoilPart = fma(of(-c.recoilPerEnergy()), mul(beta, load(f, PER_RECOIL + o)), of(2));
        double inLogarithmSlope = whereLess(of(0), of(c.peak()), mul(of(-2), rest2), recoilPart);
        double logarithmSlope = mul(k, fma(of(-2 * c.betaWeight()), mul(beta2, rest2), inLogarithmSlope));
        double lossSlope = fma(mul(of(-2), rest2), mul(k, loss), mul(xi, logarithmSlope));

        double after = sub(mul(p, perBeta), loss);
        double pAfter = sqrt(mul(sub(after, of(c.mass())), add(after, of(c.mass()))));
        double d = sub(beta, lossSlope);
        double afterD = mul(after, d);
        double inverse = div(of(1), mul(pAfter, afterD));
        double perAfter = mul(inverse, afterD);
        double slope = mul(mul(mul(p, p), mul(perAfter, perAfter)), mul(perAfter, afterD));
        double straggling = mul(mul(xi, load(f, MAXIMUM + o)), fma(of(-0.5), beta2, of(1)));
        double relative = mul(mul(k, k), mul(inverse, mul(pAfter, after)));

        double straight = of(STRAIGHT);
        store(whereLess(k, straight, of(0), mul(straggling, mul(relative, relative))), planes, NOISE_Q + at);
        store(whereLess(k, straight, of(1), slope), planes, SLOPE + at);
        double signed = whereLess(q, of(0), neg(perAfter), perAfter);
        store(whereLess(k, straight, q, signed), f, FlightSlots.Q + o);
    }
}
