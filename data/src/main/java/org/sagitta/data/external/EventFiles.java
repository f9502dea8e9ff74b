package org.sagitta.data.external;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.io.events.EventReader;
import org.sagitta.data.io.events.LineReader;
import org.sagitta.data.io.hepmc.HepMcReader;
import org.sagitta.data.io.lhe.LheReader;
import org.sagitta.geometry.input.BadInputException;

/** Opens event files of other generators: HepMC 3 text or Les Houches events, plain or gzip, told apart by content. */
public final class EventFiles {
    private EventFiles() {}

    /**
     * Opens a file at its first event.
     *
     * @throws BadInputException (data) if it cannot be read, or is of no known format
     */
    public static EventReader open(Path file) {
        LineReader lines = LineReader.open(file);
        try {
            return reader(lines);
        } catch (RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    private static EventReader reader(LineReader lines) {
        @Nullable String first = lines.next();
        while (first != null && first.isBlank()) {
            first = lines.next();
        }
        if (first == null) {
            throw BadInputException.data(lines.file() + ": is empty, needed is a HepMC3 or LHE file");
        }
        lines.pushBack(first);
        if (HepMcReader.recognises(first)) {
            return new HepMcReader(lines);
        }
        if (LheReader.recognises(first.strip())) {
            return new LheReader(lines);
        }
        throw lines.bad(
                "begins neither as HepMC3 text (HepMC::Version) nor as LHE (<LesHouchesEvents), which are read");
    }
}
