package org.sagitta.calibration.dimuon;

/**
 * A pair of muons of opposite charge from one vertex, as measured.
 *
 * @param massSigma standard deviation of {@link #mass()} from the covariance of the two tracks [GeV]
 */
public record Dimuon(Muon plus, Muon minus, double massSigma) {

    /** @throws IllegalArgumentException if a charge is on the wrong side or massSigma is not positive and finite */
    public Dimuon {
        if (plus.charge() != Charge.POSITIVE || minus.charge() != Charge.NEGATIVE) {
            throw new IllegalArgumentException("dimuon: plus has charge " + plus.charge() + " and minus "
                    + minus.charge() + "; they must be POSITIVE and NEGATIVE");
        }
        if (!(massSigma > 0) || !Double.isFinite(massSigma)) {
            throw new IllegalArgumentException(
                    "dimuon: mass sigma = " + massSigma + " GeV, it must be positive and finite");
        }
    }

    /** Mass and slopes of this pair, computed together; formulas at {@link PairMass}. */
    public PairMass pairMass() {
        PairMass pair = new PairMass();
        pair.setAngles(plus.eta(), plus.phi(), minus.eta(), minus.phi());
        pair.setCurvatures(plus.k(), minus.k());
        return pair;
    }

    /** Invariant mass [GeV] from both curvatures and angles and the muon mass. */
    public double mass() {
        return pairMass().mass();
    }

    /** d ln m / d ln k of the positive leg, about -1/2. */
    public double slopePlus() {
        return pairMass().slopePlus();
    }

    /** d ln m / d ln k of the negative leg, about -1/2. */
    public double slopeMinus() {
        return pairMass().slopeMinus();
    }

    /** Relative mass error sigma_m / m. */
    public double relativeMassSigma() {
        return massSigma / mass();
    }

    /** Rapidity of the pair, 1/2 ln((E + pz) / (E - pz)). */
    public double rapidity() {
        return atanh((plus.pz() + minus.pz()) / (plus.energy() + minus.energy()));
    }

    /** Transverse momentum of the pair [GeV]. */
    public double pt() {
        double px = Math.cos(plus.phi()) / plus.k() + Math.cos(minus.phi()) / minus.k();
        double py = Math.sin(plus.phi()) / plus.k() + Math.sin(minus.phi()) / minus.k();
        return Math.hypot(px, py);
    }

    /**
     * The same pair with other curvatures [1/GeV], both positive; the mass error keeps its ratio to the mass.
     */
    public Dimuon withCurvatures(double kPlus, double kMinus) {
        PairMass pair = pairMass();
        double before = pair.mass();
        pair.setCurvatures(kPlus, kMinus);
        return new Dimuon(
                new Muon(kPlus, plus.eta(), plus.phi(), Charge.POSITIVE),
                new Muon(kMinus, minus.eta(), minus.phi(), Charge.NEGATIVE),
                massSigma * pair.mass() / before);
    }

    private static double atanh(double x) {
        return 0.5 * (Math.log1p(x) - Math.log1p(-x));
    }
}
