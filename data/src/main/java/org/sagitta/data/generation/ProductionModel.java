package org.sagitta.data.generation;

import java.util.Optional;
import org.sagitta.data.random.EventRandom;

/**
 * How a resonance is produced: mass line shape, transverse momentum and rapidity.
 *
 * @param line line shape of the mass; empty for a resonance so narrow that it has its nominal mass
 */
public record ProductionModel(
        Resonance resonance, PtSpectrum pt, RapiditySpectrum rapidity, Optional<BreitWigner> line) {
    /** Relative width of the rapidity spectrum of quarkonia, in units of the kinematic limit ln(sqrt(s)/m). */
    private static final double QUARKONIUM_RAPIDITY_SIGMA = 0.4;

    private static final double Z_WINDOW_LOW = 60;
    private static final double Z_WINDOW_HIGH = 120;

    /**
     * The model of a resonance in proton collisions of centre-of-mass energy sqrt(s) [GeV].
     *
     * <ul>
     *   <li>J/psi: pT / (1 + (pT/5.072)^2)^4.071, the CDF spectrum scaled to 7 TeV whatever sqrt(s);
     *   <li>Upsilon(1S): pT / (1 + 0.471 (pT/p0)^2)^3.4, p0 = 1.96 E^0.095 GeV, E = sqrt(s) in GeV;
     *   <li>both: rapidity exp(-(y / ln(sqrt(s)/m))^2 / (2 0.4^2)); these three from Bossu, Conesa del Valle, de Falco
     *       et al., arXiv:1103.2394, in the form of the library AliGenMUONlib of AliRoot, where E is sqrt(s) and m the
     *       mass of the resonance in question;
     *   <li>Z: pT / (1 + (pT/6)^2)^1.8 and a rapidity flat to 2 with a Gaussian fall of 0.9 beyond, a simple shape of
     *       our own with a peak near 4 GeV; mass by {@link BreitWigner} within 60 to 120 GeV.
     * </ul>
     */
    public static ProductionModel of(Resonance resonance, double centreOfMassEnergy) {
        double limit = Math.log(centreOfMassEnergy / resonance.mass());
        if (!(limit > 0) || !Double.isFinite(limit)) {
            throw new IllegalArgumentException("centre-of-mass energy " + centreOfMassEnergy
                    + " GeV, needed is more than " + resonance.mass() + " GeV for " + resonance);
        }
        RapiditySpectrum quarkonium = new RapiditySpectrum(0, QUARKONIUM_RAPIDITY_SIGMA * limit, limit);
        return switch (resonance) {
            case JPSI -> new ProductionModel(resonance, new PtSpectrum(5.072, 4.071), quarkonium, Optional.empty());
            case UPSILON_1S -> {
                double scale = 1.96 * Math.pow(centreOfMassEnergy, 0.095) / Math.sqrt(0.471);
                yield new ProductionModel(resonance, new PtSpectrum(scale, 3.4), quarkonium, Optional.empty());
            }
            case Z ->
                new ProductionModel(
                        resonance,
                        new PtSpectrum(6, 1.8),
                        new RapiditySpectrum(2, 0.9, limit),
                        Optional.of(new BreitWigner(resonance.mass(), resonance.width(), Z_WINDOW_LOW, Z_WINDOW_HIGH)));
        };
    }

    /** Draws a mass [GeV]. */
    double sampleMass(EventRandom random) {
        return line.isPresent() ? line.get().sample(random.uniform()) : resonance.mass();
    }
}
