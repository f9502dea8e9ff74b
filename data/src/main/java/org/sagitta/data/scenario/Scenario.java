package org.sagitta.data.scenario;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.sagitta.data.generation.Acceptance;
import org.sagitta.data.generation.BeamSpot;
import org.sagitta.data.generation.PairGenerator;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.simulation.SimulationEffects;

/**
 * Everything that makes a run again: the collisions, the world they happen in, and the world the reconstruction believes
 * in. Lengths in mm, energies in GeV.
 *
 * @param seed of all random numbers, unless the command line says otherwise
 * @param events accepted pairs per resonance, unless the command line says otherwise; for the others than
 *     {@link Resonance#closure()} only if they are named
 * @param acceptance of the muons that count, per resonance; for the others that of their kin unless they are named
 * @param calibration how it is calibrated
 */
public record Scenario(
        String name,
        String description,
        long seed,
        Map<Resonance, Integer> events,
        double centreOfMassEnergy,
        BeamSpot beamSpot,
        GenerationChoice generation,
        Map<Resonance, Acceptance> acceptance,
        TruthChoice truth,
        ReconstructionChoice reconstruction,
        CalibrationChoice calibration) {
    public Scenario {
        events = complete(events, "events");
        acceptance = complete(acceptance, "acceptance");
    }

    private static <T> Map<Resonance, T> complete(Map<Resonance, T> values, String what) {
        EnumMap<Resonance, T> ordered = new EnumMap<>(Resonance.class);
        for (Resonance resonance : Resonance.values()) {
            T value = values.get(resonance);
            if (value != null) {
                ordered.put(resonance, value);
            } else if (Resonance.closure().contains(resonance)) {
                throw new IllegalArgumentException("no " + what + " for " + resonance);
            }
        }
        return Collections.unmodifiableMap(ordered);
    }

    /** Which muons of a resonance count. */
    public Acceptance acceptance(Resonance resonance) {
        Acceptance value = acceptance.getOrDefault(resonance, acceptance.get(resonance.kin()));
        if (value == null) {
            throw new IllegalStateException("no acceptance for " + resonance);
        }
        return value;
    }

    /** How many accepted pairs of a resonance are asked for. */
    public int events(Resonance resonance) {
        return events.getOrDefault(resonance, 0);
    }

    /** The pre-correction before calibration; empty for none. */
    public Optional<FieldRatioChoice> fieldRatio() {
        return calibration.fieldRatio();
    }

    /** The generator of a resonance, in an acceptance a little wider than the one that counts. */
    public PairGenerator generator(Resonance resonance) {
        return new PairGenerator(
                generation.production(resonance, centreOfMassEnergy),
                generation.decay(resonance, centreOfMassEnergy),
                beamSpot,
                acceptance(resonance).loosened());
    }

    /**
     * The scenario whose truth is what this one's reconstruction believes: same field, material, sensor positions and
     * resolution in both worlds, same detection of hits, all random effects on in the shapes that the fit believes in, with the
     * energy loss that it assumes, and no pre-correction. Its mass peak is the target of the calibration. With {@link
     * Reference#SIMULATION} the random effects are those of this scenario's truth.
     */
    public Scenario idealPartner() {
        SimulationEffects effects = switch (calibration.reference()) {
            case IDEAL ->
                SimulationEffects.FULL
                        .with(reconstruction.energyLoss().inTruth())
                        .with(truth.effects().detection());
            case SIMULATION -> truth.effects();
        };
        TruthChoice ideal = new TruthChoice(reconstruction.world(), effects);
        return new Scenario(
                name + "-ideal-partner",
                "Ideal partner of " + name + ": the truth is what the reconstruction believes.",
                seed,
                events,
                centreOfMassEnergy,
                beamSpot,
                generation,
                acceptance,
                ideal,
                reconstruction,
                CalibrationChoice.STANDARD);
    }

    /** This scenario under another name with another truth, for studies that change one thing at a time. */
    public Scenario withTruth(String newName, TruthChoice newTruth) {
        return new Scenario(
                newName,
                description,
                seed,
                events,
                centreOfMassEnergy,
                beamSpot,
                generation,
                acceptance,
                newTruth,
                reconstruction,
                calibration);
    }

    /** This scenario under another name with another reconstruction. */
    public Scenario withReconstruction(String newName, ReconstructionChoice newReconstruction) {
        return new Scenario(
                newName,
                description,
                seed,
                events,
                centreOfMassEnergy,
                beamSpot,
                generation,
                acceptance,
                truth,
                newReconstruction,
                calibration);
    }

    /** This scenario under another name, calibrated in another way. */
    public Scenario withCalibration(String newName, CalibrationChoice newCalibration) {
        return new Scenario(
                newName,
                description,
                seed,
                events,
                centreOfMassEnergy,
                beamSpot,
                generation,
                acceptance,
                truth,
                reconstruction,
                newCalibration);
    }

    /** This scenario with another number of accepted pairs of one resonance. */
    public Scenario withPairs(Resonance resonance, int pairs) {
        EnumMap<Resonance, Integer> newEvents = new EnumMap<>(events);
        newEvents.put(resonance, pairs);
        return withRun(seed, newEvents);
    }

    /** This scenario with another seed. */
    public Scenario withSeed(long newSeed) {
        return withRun(newSeed, events);
    }

    /** This scenario with the seed and sample sizes that a command line asked for. */
    public Scenario withRun(long newSeed, Map<Resonance, Integer> newEvents) {
        return new Scenario(
                name,
                description,
                newSeed,
                newEvents,
                centreOfMassEnergy,
                beamSpot,
                generation,
                acceptance,
                truth,
                reconstruction,
                calibration);
    }
}
