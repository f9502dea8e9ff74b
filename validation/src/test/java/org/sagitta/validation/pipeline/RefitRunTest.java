package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.io.ig.IgEvent;
import org.sagitta.data.io.ig.IgHit;
import org.sagitta.data.io.ig.IgTrack;
import org.sagitta.data.simulation.SimulationEffects;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.kalman.material.EnergyLoss;
import org.sagitta.kalman.material.ParticleHypothesis;
import org.sagitta.validation.study.RefitBin;
import org.sagitta.validation.study.RefitChoice;
import org.sagitta.validation.study.RefitEffect;
import org.sagitta.validation.study.RefitQuantity;
import org.sagitta.validation.study.RefitResult;
import org.sagitta.validation.study.RefittedTrack;
import org.sagitta.validation.study.Spread;
import org.sagitta.validation.study.TrackComparison;

class RefitRunTest {
    /** The shared material beside the clone; another place may be named. */
    private static final Path REAL =
            Path.of(System.getProperty("sagitta.tracks", "../../shared/reference/tracks"), "4lepton-2events.ig");

    /** Relative. Exact hits in the barrel, numerical: the propagations of simulation and fit differ by that much. */
    private static final double EXACT_MOMENTUM = 2e-7;

    /** [rad]; same reason. */
    private static final double EXACT_ANGLE = 2e-7;

    /** [mm]; same reason. */
    private static final double EXACT_PLACE = 2e-5;

    /** Relative. A sensor crossed in its dead gap takes energy and gives no hit, so the fit does not know. */
    private static final double LOST_IN_GAP = 2e-4;

    private static final RefitChoice CHOICE =
            new RefitChoice(FieldModels.TOSCA, ParticleHypothesis.MUON, EnergyLoss.IONISATION, 1, 8);

    @TempDir
    private Path folder = Path.of("");

    private RefitResult refit(IgEvent event, RefitChoice choice) {
        Path file = ToyRecording.write(folder.resolve("toy.ig"), event);
        return new RefitRun(file, OptionalLong.empty(), choice, ToyRecording.nominal()).run("toy");
    }

    /** Twelve muons of both charges all around in the barrel. */
    private static List<GeneratedMuon> barrelMuons() {
        List<GeneratedMuon> muons = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            muons.add(ToyRecording.muon(i % 2 == 0 ? 1 : -1, 1.2 + i, -0.55 + 0.1 * i, 0.1 + 0.52 * i));
        }
        return muons;
    }

    private static SimulationEffects meanLoss() {
        return SimulationEffects.NONE.with(SimulationEffects.EnergyLoss.MEAN);
    }

    @Test
    void exactHitsOnMovedModulesGiveTheTrueMuonBack() {
        RefitChoice noLoss = CHOICE.with(EnergyLoss.NONE);
        RefitResult result = refit(ToyRecording.of(barrelMuons(), SimulationEffects.NONE), noLoss);
        assertEquals(12, result.comparison().all().tracks());
        for (TrackComparison track : result.comparison().tracks()) {
            assertEquals(0, RefitQuantity.PT.of(track).orElseThrow(), EXACT_MOMENTUM);
            assertEquals(0, RefitQuantity.ETA.of(track).orElseThrow(), EXACT_ANGLE);
            assertEquals(0, RefitQuantity.PHI.of(track).orElseThrow(), EXACT_ANGLE);
            assertEquals(0, RefitQuantity.D0.of(track).orElseThrow(), EXACT_PLACE);
            assertEquals(0, RefitQuantity.Z0.of(track).orElseThrow(), EXACT_PLACE);
            RefittedTrack fit = track.fitted().orElseThrow();
            assertEquals(track.listed().charge(), fit.atListed().charge());
            assertEquals(0, fit.wideClusters());
        }
    }

    @Test
    void theEnergyLossIsGivenBack() {
        RefitResult result = refit(ToyRecording.of(barrelMuons(), meanLoss()), CHOICE);
        for (TrackComparison track : result.comparison().tracks()) {
            assertEquals(0, RefitQuantity.PT.of(track).orElseThrow(), LOST_IN_GAP);
        }
        assertEquals(0, result.comparison().all().differences().pt().median(), EXACT_MOMENTUM);
    }

    @Test
    void theOrderOfTheHitsDoesNotMatter() {
        IgEvent event = ToyRecording.of(barrelMuons(), meanLoss());
        List<IgTrack> disordered = event.tracks().stream()
                .map(t -> new IgTrack(
                        t.position(), t.pt(), t.eta(), t.phi(), t.charge(), t.chi2(), t.ndof(), swapped(t.hits())))
                .toList();
        RefitResult straight = refit(event, CHOICE);
        RefitResult mixed = refit(new IgEvent(event.name(), disordered, event.stripClusters()), CHOICE);
        for (int i = 0; i < disordered.size(); i++) {
            assertEquals(
                    RefitQuantity.PT.of(straight.comparison().tracks().get(i)).orElseThrow(),
                    RefitQuantity.PT.of(mixed.comparison().tracks().get(i)).orElseThrow(),
                    EXACT_MOMENTUM);
        }
    }

    /** Inwards, and two neighbours in the wrong order. */
    private static List<IgHit> swapped(List<IgHit> hits) {
        List<IgHit> other = new ArrayList<>(hits);
        Collections.reverse(other);
        Collections.swap(other, 2, 3);
        return other;
    }

    @Test
    void withoutEnergyLossTheMomentumMissesWhatWasLost() {
        RefitResult result = refit(ToyRecording.of(barrelMuons(), meanLoss()), CHOICE.with(EnergyLoss.NONE));
        double median = result.comparison().all().differences().pt().median();
        assertTrue(median < -5e-4, "median of pT ratio - 1 = " + median);
        RefitEffect back = result.effects().get(0);
        assertEquals("with energy loss", back.name());
        assertEquals(-median, back.all().median(), 0.3 * -median);
    }

    @Test
    void tracksAreSelectedByListedPtAndHits() {
        IgEvent event = ToyRecording.of(barrelMuons(), meanLoss());
        RefitChoice hard = new RefitChoice(CHOICE.field(), CHOICE.particle(), CHOICE.energyLoss(), 10, 8);
        assertEquals(3, refit(event, hard).comparison().tracks().size());
        RefitChoice none = new RefitChoice(CHOICE.field(), CHOICE.particle(), CHOICE.energyLoss(), 10, 40);
        String message = String.valueOf(
                assertThrows(BadInputException.class, () -> refit(event, none)).getMessage());
        assertTrue(message.contains("holds no track with pT above 10.0 GeV and at least 40 hits"), message);
    }

    @Test
    void failuresAreCountedByReason() {
        IgEvent event = ToyRecording.of(barrelMuons(), meanLoss());
        List<IgTrack> tracks = new ArrayList<>(event.tracks());
        IgTrack first = tracks.get(0);
        tracks.add(new IgTrack(
                first.position(),
                first.pt(),
                first.eta(),
                first.phi(),
                first.charge(),
                1,
                1,
                first.hits().subList(0, 2)));
        RefitChoice all = new RefitChoice(CHOICE.field(), CHOICE.particle(), CHOICE.energyLoss(), 1, 1);
        RefitResult result = refit(new IgEvent(event.name(), tracks, event.stripClusters()), all);
        assertEquals(Map.of("TOO_FEW_MEASUREMENTS", 1), result.comparison().failures());
        assertEquals(12, result.comparison().all().fitted());
    }

    private static void assertWithin(double low, double high, double value, String what) {
        assertTrue(low <= value && value <= high, what + " = " + value + ", allowed " + low + " to " + high);
    }

    /** What the project promises of the real event; limits are physics, see docs/refit.md. */
    @Test
    void realTracksAgreeWithThoseOfCms() {
        assumeTrue(Files.exists(REAL), "no recorded tracks beside this clone");
        RefitResult result = new RefitRun(REAL, OptionalLong.empty(), CHOICE, ToyRecording.nominal()).run("real");
        assertEquals(1, result.leftOut().size());
        assertTrue(result.leftOut().get(0).reason().contains("at the centre of their module"));
        RefitBin all = result.comparison().all();
        RefitBin barrel = result.comparison().byEta().get(0);
        assertEquals(82, all.tracks());
        assertEquals(all.fitted(), all.sameCharge());
        assertWithin(0.98, 1, all.goodFraction().orElseThrow(), "share of good tracks");
        assertWithin(0.8, 1.1, all.chi2PerNdof(), "median chi2/ndof");
        assertWithin(-1.0e-3, 1.0e-3, all.differences().pt().median(), "median of pT ratio - 1");
        assertWithin(0, 4e-3, all.differences().pt().halfWidth(), "half width of pT ratio");
        assertWithin(-0.7e-3, 0.7e-3, barrel.differences().pt().median(), "the same, |eta| < 0.9");
        assertWithin(0, 2.5e-3, barrel.differences().pt().halfWidth(), "the same, |eta| < 0.9");
        for (Spread angle : List.of(all.differences().eta(), all.differences().phi())) {
            assertWithin(-1e-4, 1e-4, angle.median(), "median angle");
            assertWithin(0, 6e-4, angle.halfWidth(), "spread of an angle");
        }
        for (TrackComparison track : result.comparison().tracks()) {
            track.fitted().ifPresent(fit -> assertEquals(track.listed().ndof(), fit.ndof(), "degrees of freedom"));
        }
    }

    /** Effects as an independent global fit saw them in the same event (reference data of the tracks). */
    @Test
    void realTracksShowEnergyLossAndField() {
        assumeTrue(Files.exists(REAL), "no recorded tracks beside this clone");
        RefitResult result = new RefitRun(REAL, OptionalLong.empty(), CHOICE, ToyRecording.nominal()).run("real");
        RefitEffect noLoss = result.effects().get(0);
        RefitEffect uniform = result.effects().get(1);
        RefitEffect mapper = result.effects().get(2);
        RefitEffect pion = result.effects().get(3);
        assertEquals(
                List.of("no energy loss", "field uniform_3.8", "field " + FieldModels.FIELD_MAPPER, "mass of a pion"),
                result.effects().stream().map(RefitEffect::name).toList());
        assertEquals(-6.6e-3, noLoss.all().median(), 0.6e-3);
        assertEquals(-3.0e-3, uniform.byEta().get(0).median(), 0.4e-3);
        assertEquals(23e-3, uniform.byEta().get(2).median(), 2e-3);
        assertEquals(0.13e-3, mapper.byEta().get(0).median(), 0.05e-3);
        assertEquals(1.0e-3, mapper.byEta().get(2).median(), 0.2e-3);
        assertEquals(-0.05e-3, pion.all().median(), 0.03e-3);
    }
}
