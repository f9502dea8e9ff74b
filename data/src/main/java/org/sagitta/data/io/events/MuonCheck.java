package org.sagitta.data.io.events;

import org.sagitta.data.generation.FourMomentum;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.units.Units;

/**
 * Whether the numbers of a final muon fit together, so that a wrong unit or a lost sign is found and not simulated. Bounds
 * leave room for what generators do: massless muons, masses from rounded momenta, files with eight digits.
 */
public final class MuonCheck {
    /** Particle number of the negative muon. */
    public static final int MUON = 13;

    public static final int PHOTON = 22;

    /** More than any collider has planned; 3.5 TeV written in MeV is more [GeV]. */
    public static final double MAX_ENERGY = 1e6;

    /** Relative rounding of E^2 - p^2 in files with eight digits or more, in units of E^2. */
    private static final double ROUNDING = 1e-6;

    /** How far the stated mass may be from the muon mass: generators round it to 0.106 or 0.105 [GeV]. */
    private static final double MASS_TOLERANCE = 0.001;

    /** A massless muon may carry the square root of the rounding as its mass, in units of E. */
    private static final double MASSLESS = 1e-4;

    /** Sums of rounded energies may exceed the beams by this share. */
    private static final double BEAM_ROUNDING = 1e-3;

    private MuonCheck() {}

    public static boolean isMuon(int pdgId) {
        return Math.abs(pdgId) == MUON;
    }

    /**
     * Refuses a muon whose energy, momentum and mass do not belong together, or that has more energy than the beams.
     *
     * @param lines for the message
     * @param line of the muon
     * @param p four-momentum [GeV], after conversion from the unit that the file states
     * @param mass as stated [GeV]
     * @param beams sum of the energies of the beams [GeV]; infinite if the file does not say
     * @param unit that the file states, for the message
     * @throws BadInputException (data) if something is wrong
     */
    public static void require(LineReader lines, long line, FourMomentum p, double mass, double beams, String unit) {
        if (!(p.e() > 0) || p.e() > MAX_ENERGY) {
            throw lines.badAt(
                    line,
                    "energy of the muon is " + p.e() + " GeV (unit of the file: " + unit
                            + "), must be positive and at most " + MAX_ENERGY + " GeV");
        }
        boolean massless = Math.abs(mass) <= MASSLESS * p.e();
        if (!massless && Math.abs(mass - Units.MUON_MASS) > MASS_TOLERANCE) {
            throw lines.badAt(
                    line,
                    "mass of the muon is " + mass + " GeV (unit of the file: " + unit + "), must be " + Units.MUON_MASS
                            + " GeV within 1 MeV, or 0");
        }
        double square = p.dot(p);
        double tolerance = ROUNDING * p.e() * p.e() + Units.MUON_MASS * Units.MUON_MASS;
        if (Math.abs(square - mass * mass) > tolerance) {
            throw lines.badAt(
                    line,
                    "E^2 - p^2 of the muon is " + square + " GeV^2 (unit of the file: " + unit
                            + "), must be the square of its mass " + mass + " GeV within " + tolerance + " GeV^2");
        }
        if (p.e() > (1 + BEAM_ROUNDING) * beams) {
            throw lines.badAt(
                    line,
                    "energy of the muon is " + p.e() + " GeV (unit of the file: " + unit
                            + "), must not be above that of the beams, " + beams + " GeV");
        }
    }
}
