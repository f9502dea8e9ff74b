package org.sagitta.data.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sagitta.data.generation.CosmicMuons;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.fieldmap.parametrised.UniformField;

class CosmicTrackTest {
    /** A little inside of the cylinder around all sensors, outside of which the simulation ends. */
    private static final CosmicMuons SOURCE = new CosmicMuons(1080, 2700, 10, 1000);

    /** Those that pass the beam line within 300 mm have hits above and below it, in the order in which they fly. */
    @Test
    void cosmicsHaveHitsInBothHalves() {
        TrackSimulator simulator = Worlds.cms(UniformField.alongZ(3.8), SimulationEffects.FULL);
        int central = 0;
        int both = 0;
        for (int event = 0; central < 200; event++) {
            GeneratedMuon muon = SOURCE.generate(Worlds.random(1000 + event));
            SimulatedTrack track = simulator.simulate(muon, Worlds.random(5000 + event));
            double before = 0;
            int above = 0;
            int below = 0;
            for (SimulatedCrossing crossing : track.crossings()) {
                assertTrue(crossing.path() > before);
                before = crossing.path();
                double y = Worlds.CMS
                        .sensors()
                        .get(crossing.sensor())
                        .plane()
                        .toGlobal(crossing.u(), crossing.v())
                        .y();
                above += y > 0 ? 1 : 0;
                below += y < 0 ? 1 : 0;
            }
            double impact = Math.abs(muon.vertex().cross(muon.momentum().unit()).z()
                    / muon.momentum().unit().perp());
            if (impact < 300
                    && Math.abs(muon.vertex().z()) < 600
                    && Math.abs(muon.momentum().unit().z()) < 0.3) {
                assertEquals(TrackEnd.LEFT_TRACKER, track.end());
                central++;
                both += above >= 5 && below >= 5 ? 1 : 0;
            }
        }
        assertTrue(both >= 195, both + " of " + central);
    }
}
