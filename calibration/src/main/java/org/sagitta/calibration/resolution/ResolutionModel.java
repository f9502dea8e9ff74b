package org.sagitta.calibration.resolution;

import java.util.List;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.target.MassErrorSlope;

/**
 * The relative curvature resolution in bins of eta or of |eta|.
 *
 * @param bins of |eta| if they start at zero, else of eta; outer values belong to the outermost bins
 * @param terms one per bin
 */
public record ResolutionModel(EtaBinning bins, List<ResolutionTerms> terms) implements MassErrorSlope {

    /** Checks the sizes and keeps a copy. */
    public ResolutionModel {
        terms = List.copyOf(terms);
        if (bins.size() == 0 || terms.size() != bins.size()) {
            throw new IllegalArgumentException(
                    "resolution: " + terms.size() + " sets of terms for " + bins.size() + " eta bins");
        }
    }

    /** The bin of a leg in this binning. */
    static int binOf(EtaBinning bins, double eta) {
        return bins.indexOf(bins.low(0) == 0 ? Math.abs(eta) : eta);
    }

    /** The terms that hold at this eta. */
    public ResolutionTerms at(double eta) {
        return terms.get(binOf(bins, eta));
    }

    /** sigma_k^2 / k^2 of a muon. */
    public double variance(double eta, double pt) {
        return at(eta).variance(pt);
    }

    /** sigma_m / m of a pair, from both legs. */
    public double massSigma(Dimuon pair) {
        double plus = pair.slopePlus();
        double minus = pair.slopeMinus();
        return Math.sqrt(plus * plus * variance(pair.plus()) + minus * minus * variance(pair.minus()));
    }

    private double variance(Muon leg) {
        return variance(leg.eta(), leg.pt());
    }

    /**
     * d ln(sigma_m / m) / d ln m of a pair that fluctuates by its own resolution: the regression of the one on the other,
     *
     * <pre>   a = sum_i w_i^3 s_i^4 r_i / sigma^4,   sigma^2 = sum_i w_i^2 s_i^2</pre>
     *
     * <p>with w_i = -d ln m / d ln k_i, s_i = sigma_k / k and r_i = -d ln s_i / d ln k_i of each leg: since ln m moves by
     * -w_i s_i g_i and ln sigma by -w_i^2 s_i^2 r_i s_i g_i / sigma^2 for normal g_i.
     */
    @Override
    public double of(Dimuon pair) {
        double plus = -pair.slopePlus();
        double minus = -pair.slopeMinus();
        double variancePlus = variance(pair.plus());
        double varianceMinus = variance(pair.minus());
        double sum = plus * plus * variancePlus + minus * minus * varianceMinus;
        double top = cubed(plus) * variancePlus * variancePlus * slope(pair.plus())
                + cubed(minus) * varianceMinus * varianceMinus * slope(pair.minus());
        return sum > 0 ? top / (sum * sum) : 0;
    }

    private double slope(Muon leg) {
        return at(leg.eta()).logSlope(leg.pt());
    }

    private static double cubed(double x) {
        return x * x * x;
    }
}
