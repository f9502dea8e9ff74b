package org.sagitta.calibration.resolution;

import org.sagitta.calibration.dimuon.Muon;

/**
 * Makes simulated muons as wide as those of data:
 *
 * <pre>   k' = k (1 + sigma_extra g),   sigma_extra^2 = max(0, sigma_data^2 - sigma_simulation^2)</pre>
 *
 * <p>with relative resolutions sigma at the eta and pT of the muon, and g a standard normal number that belongs to
 * (event, luminosity block, index of the muon, seed): each muon has its own, it does not depend on the order in which
 * muons are asked for, nor on threads, nor on cuts, and is the same tomorrow ({@link HashedRandom}). Where data are more
 * precise than the simulation nothing is done: noise cannot be taken out. Immutable.
 *
 * @param data resolution to reach
 * @param simulation resolution that the muons have
 * @param seed another one gives another set of numbers, for the error of the smearing itself
 */
public record MuonSmearing(ResolutionModel data, ResolutionModel simulation, long seed) {

    /**
     * What names a muon in a sample.
     *
     * @param event number of the event
     * @param luminosityBlock of the event, 0 where there is none
     * @param muon position of the muon in the unselected list of its event: a cut must not change it
     */
    public record MuonId(long event, long luminosityBlock, int muon) {}

    /** sigma_extra at this direction and pT [GeV]. */
    public double extraSigma(double eta, double pt) {
        return Math.sqrt(Math.max(0, data.variance(eta, pt) - simulation.variance(eta, pt)));
    }

    /** g of this muon. */
    public double deviate(MuonId id) {
        return HashedRandom.normal(id.event(), id.luminosityBlock(), id.muon(), seed);
    }

    /** The muon with its curvature smeared. */
    public Muon smear(Muon muon, MuonId id) {
        double extra = extraSigma(muon.eta(), muon.pt());
        return extra > 0 ? muon.withK(muon.k() * (1 + extra * deviate(id))) : muon;
    }
}
