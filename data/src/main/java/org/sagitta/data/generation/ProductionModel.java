package org.sagitta.data.generation;

import java.util.Optional;
import org.sagitta.data.random.EventRandom;
import org.sagitta.geometry.linear.Vec3;

/**
 * How a resonance is produced: mass line shape, transverse momentum and rapidity.
 *
 * @param line line shape of the mass; empty for a resonance so narrow that it has its nominal mass
 * @param beauty share from b decays
 * @param continuum pairs that are no resonance
 */
public record ProductionModel(
        Resonance resonance,
        PtDistribution pt,
        RapidityDistribution rapidity,
        Optional<MassLine> line,
        Optional<BeautySource> beauty,
        Continuum continuum) {
    /** Relative width of the rapidity spectrum of quarkonia, in units of the kinematic limit ln(sqrt(s)/m). */
    private static final double QUARKONIUM_RAPIDITY_SIGMA = 0.4;

    /**
     * The model of a resonance in proton collisions of centre-of-mass energy sqrt(s) [GeV].
     *
     * <ul>
     *   <li>J/psi: pT / (1 + (pT/5.072)^2)^4.071, the CDF spectrum scaled to 7 TeV whatever sqrt(s);
     *   <li>Upsilon(1S): pT / (1 + 0.471 (pT/p0)^2)^3.4, p0 = 1.96 E^0.095 GeV, E = sqrt(s) in GeV;
     *   <li>psi(2S), Upsilon(2S), Upsilon(3S): the spectrum of the lightest of the family in pT over mass, in which the
     *       cross sections of all quarkonia measured at the LHC have one shape (Faccioli et al., arXiv:1702.04207 and
     *       arXiv:1802.01102);
     *   <li>all of these: rapidity exp(-(y / ln(sqrt(s)/m))^2 / (2 0.4^2)); spectra of J/psi and Upsilon(1S) from Bossu,
     *       Conesa del Valle, de Falco et al., arXiv:1103.2394, in the form of the library AliGenMUONlib of AliRoot, where
     *       E is sqrt(s) and m the mass of the resonance in question;
     *   <li>Z: {@link ZSpectra#SIMPLE}; mass by {@link BreitWigner} within 60 to 120 GeV.
     * </ul>
     */
    public static ProductionModel of(Resonance resonance, double centreOfMassEnergy) {
        return of(resonance, centreOfMassEnergy, ZLine.BREIT_WIGNER, ZSpectra.SIMPLE);
    }

    /**
     * The same model with a choice of the line shape and the spectra of the Z.
     *
     * @throws IllegalArgumentException if the energy does not suffice
     */
    public static ProductionModel of(Resonance resonance, double centreOfMassEnergy, ZLine zLine, ZSpectra zSpectra) {
        double limit = Math.log(centreOfMassEnergy / resonance.mass());
        if (!(limit > 0) || !Double.isFinite(limit)) {
            throw new IllegalArgumentException("centre-of-mass energy " + centreOfMassEnergy
                    + " GeV, needed is more than " + resonance.mass() + " GeV for " + resonance);
        }
        RapidityDistribution quarkonium = new RapiditySpectrum(0, QUARKONIUM_RAPIDITY_SIGMA * limit, limit);
        double heavier = resonance.mass() / resonance.kin().mass();
        return switch (resonance) {
            case JPSI, PSI_2S -> prompt(resonance, new PtSpectrum(5.072 * heavier, 4.071), quarkonium);
            case UPSILON_1S, UPSILON_2S, UPSILON_3S -> {
                double scale = 1.96 * Math.pow(centreOfMassEnergy, 0.095) / Math.sqrt(0.471);
                yield prompt(resonance, new PtSpectrum(scale * heavier, 3.4), quarkonium);
            }
            case Z ->
                prompt(resonance, zSpectra.pt(), zSpectra.rapidity(limit))
                        .withLine(zLine.window(resonance.mass(), resonance.width()));
        };
    }

    private static ProductionModel prompt(Resonance resonance, PtDistribution pt, RapidityDistribution rapidity) {
        return new ProductionModel(resonance, pt, rapidity, Optional.empty(), Optional.empty(), Continuum.NONE);
    }

    private ProductionModel withLine(MassLine newLine) {
        return new ProductionModel(resonance, pt, rapidity, Optional.of(newLine), beauty, continuum);
    }

    /** This model with a share from b decays. */
    public ProductionModel withBeauty(BeautySource source) {
        return new ProductionModel(resonance, pt, rapidity, line, Optional.of(source), continuum);
    }

    /** This model with a continuum. */
    public ProductionModel withContinuum(Continuum newContinuum) {
        return new ProductionModel(resonance, pt, rapidity, line, beauty, newContinuum);
    }

    /** Whether anything is drawn from the second source of {@link #sample}. */
    boolean drawsMore() {
        return beauty.isPresent() || continuum.fraction() > 0;
    }

    /**
     * A boson and how it came about.
     *
     * @param flight from the collision to where it decays [mm]
     */
    record Produced(Boson boson, Origin origin, Vec3 flight) {}

    /**
     * Draws a boson of a transverse momentum and rapidity that are not hopeless. The least transverse momentum is one
     * for all masses, that of the heaviest: a threshold that went with the mass would enhance light pairs, of which a
     * smaller share of the spectrum lies above it.
     *
     * @param leastMt2 smallest pT^2 + m^2 of use [GeV^2]
     * @param absYMax largest |y|
     * @param random the same numbers are drawn whatever comes from b decays or the continuum
     * @param more what else is needed
     */
    Produced sample(double leastMt2, double absYMax, EventRandom random, EventRandom more) {
        Origin origin = Origin.PROMPT;
        double mass = sampleMass(random);
        double highest = highestMass();
        double ptMin = Math.sqrt(Math.max(0, leastMt2 - highest * highest));
        if (continuum.fraction() > 0 && more.uniform() < continuumAbove(ptMin)) {
            origin = Origin.CONTINUUM;
            mass = continuum.sample(resonance, more.uniform());
        }
        PtDistribution spectrum = pt;
        if (origin == Origin.PROMPT
                && beauty.isPresent()
                && more.uniform() < beauty.get().fractionAbove(ptMin, pt)) {
            origin = Origin.BEAUTY;
            spectrum = beauty.get().pt();
        }
        double bosonPt = spectrum.sample(random.uniform(), ptMin);
        double y = rapidity.sample(random, absYMax);
        Boson boson = new Boson(mass, bosonPt, y, random.uniform(-Math.PI, Math.PI));
        return new Produced(boson, origin, flight(boson, origin, more));
    }

    private Vec3 flight(Boson boson, Origin origin, EventRandom more) {
        return origin == Origin.BEAUTY ? beauty.orElseThrow().flight(boson, more.uniform()) : Vec3.ZERO;
    }

    /** Share of the continuum in all pairs above a transverse momentum [GeV]. */
    private double continuumAbove(double ptMin) {
        double prompt = pt.shareAbove(ptMin);
        double resonant = beauty.isPresent() ? beauty.get().shareAbove(ptMin, pt) : prompt;
        double under = continuum.fraction() * prompt;
        return under / (under + (1 - continuum.fraction()) * resonant);
    }

    /** The largest mass that can be drawn [GeV]. */
    private double highestMass() {
        double resonant = line.isPresent() ? line.get().high() : resonance.mass();
        return continuum.fraction() > 0 ? Math.max(resonant, continuum.high(resonance)) : resonant;
    }

    /** Draws a mass [GeV]. */
    private double sampleMass(EventRandom random) {
        return line.isPresent() ? line.get().sample(random.uniform()) : resonance.mass();
    }
}
