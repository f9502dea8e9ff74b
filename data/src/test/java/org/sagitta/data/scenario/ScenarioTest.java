package org.sagitta.data.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.simulation.SimulationEffects;

class ScenarioTest {
    @Test
    void idealScenarioHasTwoEqualWorlds() {
        Scenario ideal = Scenarios.bundled(Scenarios.IDEAL);
        assertEquals(ideal.truth().world(), ideal.reconstruction().world());
        assertEquals(FitLoss.MEAN, ideal.reconstruction().energyLoss());
        assertEquals(SimulationEffects.FULL.withEfficiency(0.995), ideal.truth().effects());
        assertEquals(Optional.empty(), ideal.fieldRatio());
    }

    @Test
    void wLikeScenarioIsThatOfTheIssue() {
        Scenario s = Scenarios.bundled(Scenarios.W_LIKE_2011);
        WorldChoice truth = s.truth().world();
        assertEquals(new FieldChoice("polyfit3d_3.81143026675623", 1.000766), truth.field());
        assertEquals(7, truth.alignment().weakModes().size());
        for (double absEta = 0; absEta < 2.55; absEta += 0.05) {
            int inside = 0;
            for (MaterialRegion region : truth.material().regions()) {
                inside += region.contains(absEta) ? 1 : 0;
            }
            assertEquals(1, inside, "regions at |eta| = " + absEta);
        }
        assertEquals(Scenarios.bundled(Scenarios.IDEAL).reconstruction(), s.reconstruction());
        assertTrue(s.fieldRatio().isPresent());
        for (Resonance resonance : Resonance.closure()) {
            assertTrue(s.events(resonance) >= 100_000);
        }
    }

    @Test
    void idealPartnerBelievesWhatTheReconstructionBelieves() {
        Scenario s = Scenarios.bundled(Scenarios.W_LIKE_2011);
        Scenario quiet = s.withTruth(
                "quiet",
                s.truth()
                        .withEffects(SimulationEffects.NONE.withEfficiency(
                                s.truth().effects().efficiency())));
        Scenario partner = quiet.idealPartner();
        assertEquals(s.reconstruction().world(), partner.truth().world());
        assertEquals(s.reconstruction(), partner.reconstruction());
        assertEquals(s.truth().effects(), partner.truth().effects());
        assertEquals(Optional.empty(), partner.fieldRatio());
        assertEquals(s.beamSpot(), partner.beamSpot());
        assertNotEquals(s.name(), partner.name());
    }

    /** A fit without loss, or with the most probable one, is right in a world that is so. */
    @Test
    void idealPartnerLosesWhatTheFitAssumes() {
        Scenario s = Scenarios.bundled(Scenarios.IDEAL);
        Scenario without = s.withReconstruction("without", s.reconstruction().withEnergyLoss(FitLoss.NONE));
        assertEquals(
                SimulationEffects.EnergyLoss.NONE,
                without.idealPartner().truth().effects().energyLoss());
        Scenario peak = s.withReconstruction("peak", s.reconstruction().withEnergyLoss(FitLoss.MOST_PROBABLE));
        assertEquals(
                SimulationEffects.EnergyLoss.PEAK_STRAGGLING,
                peak.idealPartner().truth().effects().energyLoss());
        assertEquals(s.truth(), peak.truth());
    }

    @Test
    void variationsChangeOneThing() {
        Scenario s = Scenarios.bundled(Scenarios.IDEAL);
        WorldChoice world = s.reconstruction()
                .world()
                .withField(new FieldChoice("uniform_3.8", 1))
                .withMaterial(new MaterialChoice(2, List.of(), Map.of()))
                .withAlignment(new AlignmentChoice(List.of(new WeakModeChoice("twist", 1, 0)), List.of()));
        Scenario varied = s.withTruth("varied", s.truth().withWorld(world));
        assertEquals(world, varied.truth().world());
        assertEquals(s.reconstruction(), varied.reconstruction());
        assertEquals(s.truth().effects(), varied.truth().effects());
        Map<Resonance, Integer> events = Map.of(Resonance.JPSI, 1, Resonance.UPSILON_1S, 2, Resonance.Z, 3);
        Scenario run = varied.withRun(5, events);
        assertEquals(5, run.seed());
        assertEquals(events, run.events());
        assertEquals(world, run.truth().world());
        assertThrows(IllegalArgumentException.class, () -> varied.withRun(5, Map.of()));
        Map<Resonance, Integer> more = Map.of(Resonance.JPSI, 1, Resonance.UPSILON_1S, 7, Resonance.Z, 3);
        assertEquals(run.withRun(5, more), run.withPairs(Resonance.UPSILON_1S, 7));
    }

    /** Old scenario files name the three rulers only. */
    @Test
    void excitedQuarkoniaFollowTheirKin() {
        Scenario s = Scenarios.bundled(Scenarios.IDEAL);
        assertEquals(0, s.events(Resonance.PSI_2S));
        assertEquals(s.acceptance(Resonance.JPSI), s.acceptance(Resonance.PSI_2S));
        assertEquals(s.acceptance(Resonance.UPSILON_1S), s.acceptance(Resonance.UPSILON_3S));
        assertEquals(Resonance.UPSILON_2S, s.generator(Resonance.UPSILON_2S).resonance());
        assertEquals(GenerationChoice.STANDARD, s.generation());
        assertEquals(s.generation(), s.idealPartner().generation());
    }

    @Test
    void generatorIsWiderThanTheAcceptance() {
        Scenario s = Scenarios.bundled(Scenarios.IDEAL);
        assertEquals(
                s.acceptance(Resonance.Z).loosened(), s.generator(Resonance.Z).acceptance());
        assertEquals(Resonance.Z, s.generator(Resonance.Z).resonance());
    }
}
