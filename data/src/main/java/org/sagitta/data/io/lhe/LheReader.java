package org.sagitta.data.io.lhe;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.io.events.EventReader;
import org.sagitta.data.io.events.ExternalEvent;
import org.sagitta.data.io.events.LineReader;
import org.sagitta.data.io.events.MuonCheck;
import org.sagitta.data.io.events.WordCursor;
import org.sagitta.geometry.input.BadInputException;

/**
 * Reads Les Houches event files: J. Alwall, A. Ballestrero et al., Comput. Phys. Commun. 176 (2007) 300,
 * hep-ph/0609017; the numbers are those of E. Boos, M. Dobbs et al., hep-ph/0109068. Energies are in GeV, lengths in mm.
 * As the standard asks, tags stand at the start of a line and end it, but for those that hold weights; header and comments
 * are not interpreted.
 *
 * <p>What contradicts itself is refused, see {@link LheEvent}. Holds one event. For one thread.
 */
public final class LheReader implements EventReader {
    private static final String OPEN = "<LesHouchesEvents";
    private static final String CLOSE = "</LesHouchesEvents>";

    private final LineReader lines;
    private final double beamEnergy;
    private long read;
    private boolean ended;

    /**
     * @param lines at the first line, which {@link #recognises}; closed with this reader
     * @throws BadInputException (data) if the file has no proper start with a block {@code <init>}
     */
    public LheReader(LineReader lines) {
        this.lines = lines;
        String line = structure();
        while (line.startsWith("<?")) {
            line = structure();
        }
        if (!line.startsWith(OPEN)) {
            throw lines.bad("is '" + WordCursor.shown(line) + "', must be " + OPEN + " version=...>");
        }
        line = structure();
        while (line.startsWith("<header")) {
            skipTo("</header>", line);
            line = structure();
        }
        if (!line.startsWith("<init")) {
            throw lines.bad("is '" + WordCursor.shown(line) + "', must be <init> before the first event");
        }
        beamEnergy = init();
    }

    /** Whether a file that begins with this line is of the family. */
    public static boolean recognises(String firstLine) {
        return firstLine.startsWith(OPEN) || firstLine.startsWith("<?xml");
    }

    @Override
    public String format() {
        return "LHE";
    }

    @Override
    public long bytesRead() {
        return lines.bytesRead();
    }

    @Override
    public void close() {
        lines.close();
    }

    @Override
    public Optional<ExternalEvent> next() {
        while (!ended) {
            String line = structure();
            if (isTag(line, "<event")) {
                LheEvent event = new LheEvent(lines, beamEnergy);
                event.read();
                return Optional.of(event.event(read++));
            }
            if (line.equals(CLOSE)) {
                end();
            } else if (!isTag(line, "<eventgroup") && !line.equals("</eventgroup>")) {
                throw lines.bad("is '" + WordCursor.shown(line) + "', must be <event> or " + CLOSE);
            }
        }
        return Optional.empty();
    }

    /** A tag that opens a block and ends its line, with or without attributes. */
    private boolean isTag(String line, String start) {
        if (!line.startsWith(start)) {
            return false;
        }
        String rest = line.substring(start.length());
        return rest.equals(">") || (rest.startsWith(" ") && rest.endsWith(">"));
    }

    private void end() {
        ended = true;
        for (@Nullable String more = lines.next(); more != null; more = lines.next()) {
            if (!more.isBlank()) {
                throw lines.bad("follows " + CLOSE + ", which must be the last line");
            }
        }
    }

    /** Beams and processes; returns the sum of the energies of the beams [GeV]. */
    private double init() {
        WordCursor words = new WordCursor(lines, required("beams"));
        words.whole("id of beam 1");
        words.whole("id of beam 2");
        double sum = beam(words, "energy of beam 1") + beam(words, "energy of beam 2");
        for (int i = 0; i < 4; i++) {
            words.whole("number of a parton density");
        }
        words.whole("weighting strategy");
        int processes = words.whole("number of processes");
        for (int i = 0; i < processes; i++) {
            WordCursor process = new WordCursor(lines, required("process"));
            process.real("cross section");
            process.real("its error");
            process.real("largest weight");
            process.whole("number of the process");
        }
        skipTo("</init>", "");
        return sum;
    }

    private double beam(WordCursor words, String what) {
        double energy = words.real(what);
        if (!(energy >= 0 && energy <= MuonCheck.MAX_ENERGY)) {
            throw lines.bad(what + " is " + energy + " GeV, must be from 0 to " + MuonCheck.MAX_ENERGY
                    + " GeV; Les Houches files are in GeV");
        }
        return energy;
    }

    private String required(String what) {
        @Nullable String line = lines.next();
        if (line == null) {
            throw cutOff();
        }
        if (line.strip().startsWith("<")) {
            throw lines.bad("is '" + WordCursor.shown(line.strip()) + "', must be the line of the " + what);
        }
        return line;
    }

    /** The next line that is neither blank nor comment, without blanks around it. */
    private String structure() {
        for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
            String plain = line.strip();
            if (plain.startsWith("<!--")) {
                skipTo("-->", plain);
            } else if (!plain.isEmpty() && !plain.startsWith("#")) {
                return plain;
            }
        }
        throw cutOff();
    }

    private void skipTo(String end, String start) {
        @Nullable String line = start;
        while (line != null && !line.contains(end)) {
            line = lines.next();
        }
        if (line == null) {
            throw cutOff();
        }
    }

    private BadInputException cutOff() {
        return lines.bad("is the last one: the file is cut off, it must end with " + CLOSE);
    }
}
