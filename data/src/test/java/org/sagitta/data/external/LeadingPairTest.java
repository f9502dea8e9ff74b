package org.sagitta.data.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.data.generation.FourMomentum;
import org.sagitta.data.generation.GeneratedPair;
import org.sagitta.data.generation.Origin;
import org.sagitta.data.generation.Radiation;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.io.events.ExternalEvent;
import org.sagitta.data.io.events.ExternalMuon;
import org.sagitta.data.io.events.FileWeights;
import org.sagitta.data.io.events.RadiatedPhotons;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.geometry.linear.Vec3;

class LeadingPairTest {
    /** Numerical: sums of momenta of some ten GeV. */
    private static final double ROUNDING = 1e-9;

    private static final ExternalMuon PLUS = muon(1, 30, 10, 23);
    private static final ExternalMuon MINUS = muon(-1, -40, 5, 23);

    private static ExternalMuon muon(int charge, double px, double pz, int parent) {
        return muon(charge, px, pz, parent, 3);
    }

    private static ExternalMuon muon(int charge, double px, double pz, int parent, int which) {
        return new ExternalMuon(charge, new Vec3(px, 1, pz), new Vec3(0.1, 0.2, charge), parent, which);
    }

    private static ExternalEvent event(ExternalMuon... muons) {
        return event(RadiatedPhotons.NONE, muons);
    }

    private static ExternalEvent event(RadiatedPhotons photons, ExternalMuon... muons) {
        return new ExternalEvent(3, 17, FileWeights.NONE, List.of(muons), photons);
    }

    private static GeneratedPair pair(ExternalEvent event) {
        return LeadingPair.of(event).orElseThrow();
    }

    @Test
    void theHardestMuonOfEachChargeIsTaken() {
        GeneratedPair pair = pair(event(muon(-1, 20, 0, 15), PLUS, muon(1, 29, 300, 15), MINUS, muon(1, -30, 10, 15)));
        assertEquals(PLUS.momentum(), pair.plus().momentum());
        assertEquals(MINUS.momentum(), pair.minus().momentum());
        assertEquals(1, pair.plus().charge());
        assertEquals(-1, pair.minus().charge());
    }

    @Test
    void everyMuonKeepsItsVertex() {
        GeneratedPair pair = pair(event(PLUS, MINUS));
        assertEquals(PLUS.vertex(), pair.vertex());
        assertEquals(MINUS.vertex(), pair.minus().vertex());
    }

    @Test
    void eventsWithoutAPairSayWhy() {
        assertEquals("NO_MUON", LeadingPair.lack(event()));
        assertEquals("ONE_MUON", LeadingPair.lack(event(PLUS)));
        assertEquals("SAME_CHARGE", LeadingPair.lack(event(PLUS, PLUS, PLUS)));
        assertTrue(LeadingPair.of(event(PLUS, PLUS)).isEmpty());
        assertTrue(LeadingPair.of(event()).isEmpty());
    }

    @Test
    void theBosonIsTheSumOfMuonsAndPhotons() {
        FourMomentum photon = new FourMomentum(3, 0, 4, 5);
        GeneratedPair pair = pair(event(RadiatedPhotons.NONE.plus(photon, List.of(1)), PLUS, MINUS));
        FourMomentum difference = pair.boson().momentum().minus(pair.dimuon().plus(photon));
        assertEquals(0, difference.momentum().norm() + Math.abs(difference.e()), ROUNDING);
        assertEquals(photon, pair.photon());
    }

    @Test
    void theResonanceIsTheParentOrTheNearest() {
        GeneratedPair named = pair(event(muon(1, 30, 1, 443), muon(-1, -30, 1, 443)));
        assertEquals(Resonance.JPSI, named.resonance());
        assertEquals(Origin.PROMPT, named.origin());
        GeneratedPair unknown = pair(event(muon(1, 46, 0, 22), muon(-1, -46, 0, 22)));
        assertEquals(Resonance.Z, unknown.resonance());
        assertEquals(Origin.CONTINUUM, unknown.origin());
    }

    /** Of two bosons of one kind each may give one of the two muons. */
    @Test
    void muonsOfTwoParentsAreOfNoResonance() {
        GeneratedPair mixed = pair(event(PLUS, muon(-1, -46, 0, 15, 9)));
        assertEquals(Origin.CONTINUUM, mixed.origin());
        GeneratedPair two = pair(event(PLUS, muon(-1, -46, 0, 23, 9), muon(-1, -10, 0, 23, 3)));
        assertEquals(Origin.CONTINUUM, two.origin());
    }

    @Test
    void photonsOfOtherMuonsDoNotCount() {
        FourMomentum ours = new FourMomentum(3, 0, 4, 5);
        FourMomentum shared = new FourMomentum(0, 3, 4, 5);
        FourMomentum others = new FourMomentum(6, 0, 8, 10);
        RadiatedPhotons photons = RadiatedPhotons.NONE
                .plus(others, List.of(0))
                .plus(ours, List.of(2))
                .plus(shared, List.of(0, 1, 2))
                .plus(others, List.of());
        GeneratedPair pair = pair(event(photons, muon(-1, 5, 0, 23), PLUS, MINUS));
        assertEquals(List.of(ours, shared), pair.photons());
        FourMomentum difference = pair.boson().momentum().minus(pair.dimuon().plus(ours.plus(shared)));
        assertEquals(0, difference.momentum().norm() + Math.abs(difference.e()), ROUNDING);
    }

    @Test
    void radiationKeepsBosonAndVertices() {
        GeneratedPair bare = pair(event(PLUS, MINUS));
        int radiated = 0;
        for (int i = 0; i < 200; i++) {
            EventRandom random = EventRandom.of(1, RandomStream.of("radiating", RandomPurpose.TEST), i);
            GeneratedPair pair = PairChange.radiating(bare, Radiation.ONE_PHOTON, random);
            FourMomentum difference = pair.dimuon().plus(pair.photon()).minus(bare.dimuon());
            assertEquals(0, difference.momentum().norm() + Math.abs(difference.e()), ROUNDING);
            assertEquals(bare.minus().vertex(), pair.minus().vertex());
            assertTrue(pair.mass() <= bare.mass() + ROUNDING);
            radiated += pair.mass() < 0.99 * bare.mass() ? 1 : 0;
            assertThrows(
                    IllegalArgumentException.class,
                    () -> PairChange.radiating(pair, Radiation.ONE_PHOTON, random),
                    "twice");
        }
        // 1 - 0.02^0.056 = 20 % lose more than 1 %; five standard deviations of 200
        assertEquals(40, radiated, 28);
    }

    @Test
    void aShiftMovesBothMuons() {
        GeneratedPair pair = PairChange.shifted(pair(event(PLUS, MINUS)), new Vec3(1, 2, 3));
        assertEquals(PLUS.vertex().plus(new Vec3(1, 2, 3)), pair.plus().vertex());
        assertEquals(MINUS.vertex().plus(new Vec3(1, 2, 3)), pair.minus().vertex());
        assertEquals(PLUS.momentum(), pair.plus().momentum());
    }
}
