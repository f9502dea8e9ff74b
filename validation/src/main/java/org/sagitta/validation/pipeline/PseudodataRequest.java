package org.sagitta.validation.pipeline;

import java.nio.file.Path;
import java.util.Optional;
import org.sagitta.calibration.Correction;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;

/**
 * What pseudo-data shall be made.
 *
 * @param seed of all random numbers
 * @param events generated, from event 0; accepted ones are written
 * @param eventsPerFile generated events of each file but the last
 * @param correction of the momenta; empty for none
 * @param ideal whether events are reconstructed in the ideal world, too
 * @param folder of the files
 * @param origin what made the files, for the record
 */
public record PseudodataRequest(
        Scenario scenario,
        Resonance resonance,
        long seed,
        long events,
        long eventsPerFile,
        EventShard shard,
        Optional<Correction> correction,
        IdealColumns ideal,
        int threads,
        Path folder,
        Origin origin) {

    /** Whether there are columns of the ideal reconstruction. */
    public enum IdealColumns {
        /** No. */
        ABSENT,
        /** The same events in the ideal partner of the scenario. */
        PRESENT
    }

    /**
     * For the record.
     *
     * @param version of the program; the commit follows a +
     * @param command that makes the files again
     * @param inputs files that went into it, with their hashes; "none" if there are none
     */
    public record Origin(String version, String command, String inputs) {}

    /** Number of files of all shards together. */
    long files() {
        return (events + eventsPerFile - 1) / eventsPerFile;
    }
}
