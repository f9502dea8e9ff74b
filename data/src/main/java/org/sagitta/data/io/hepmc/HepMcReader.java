package org.sagitta.data.io.hepmc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.io.events.EventReader;
import org.sagitta.data.io.events.ExternalEvent;
import org.sagitta.data.io.events.FileWeights;
import org.sagitta.data.io.events.LineReader;
import org.sagitta.data.io.events.WordCursor;
import org.sagitta.geometry.input.BadInputException;

/**
 * Reads HepMC 3 text files: A. Verbytskyi, A. Buckley et al., "The HepMC3 event record library for Monte Carlo event
 * generators", Comput. Phys. Commun. 260 (2021) 107310, arXiv:1912.08005, appendix on the Asciiv3 format. The letter
 * that a line begins with says what it is: E event, U units, W weights (outside of events: their names), V vertex, P
 * particle; A attributes and T tools are not needed and skipped.
 *
 * <p>Units and signs are taken as the file states them, and refused where they contradict themselves, see
 * {@link org.sagitta.data.io.events.MuonCheck} and {@link HepMcRecord}. Holds one event. For one thread.
 */
public final class HepMcReader implements EventReader {
    private static final String MARK = "HepMC::";
    private static final String VERSION = "HepMC::Version 3";
    private static final String START = "HepMC::Asciiv3-START_EVENT_LISTING";
    private static final String END = "HepMC::Asciiv3-END_EVENT_LISTING";

    private static final Pattern ESCAPED_LINE_END = Pattern.compile("\\\\\\|");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final LineReader lines;
    private List<String> weightNames = List.of();
    private boolean ended;

    /**
     * @param lines at the first line, which {@link #recognises}; closed with this reader
     * @throws BadInputException (data) if the header is not that of a HepMC 3 text file
     */
    public HepMcReader(LineReader lines) {
        this.lines = lines;
        String version = notBlank("HepMC::Version");
        if (!version.startsWith(VERSION)) {
            throw lines.bad("is '" + WordCursor.shown(version) + "', must be 'HepMC::Version 3...'");
        }
        String start = notBlank(START);
        if (!start.strip().equals(START)) {
            throw lines.bad("is '" + WordCursor.shown(start) + "', must be '" + START
                    + "': HepMC 2 and other formats of" + " HepMC are not read");
        }
    }

    /** Whether a file that begins with this line is of the family. */
    public static boolean recognises(String firstLine) {
        return firstLine.startsWith(MARK);
    }

    @Override
    public String format() {
        return "HepMC3";
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
            String line = notBlank(END);
            switch (line.charAt(0)) {
                case 'E' -> {
                    return Optional.of(event(line));
                }
                case 'W' -> weightNames = names(line);
                case 'A', 'T' -> {}
                default -> end(line);
            }
        }
        return Optional.empty();
    }

    private ExternalEvent event(String head) {
        HepMcRecord record = new HepMcRecord(lines, head);
        FileWeights weights = FileWeights.NONE;
        while (true) {
            String line = notBlank(END);
            char kind = line.charAt(0);
            if (ends(kind, record)) {
                lines.pushBack(line);
                record.requireComplete();
                return new ExternalEvent(
                        record.number(), record.line(), weights, record.muons(), record.radiatedPhotons());
            }
            switch (kind) {
                case 'U' -> record.units(line);
                case 'W' -> weights = weights(line);
                case 'V' -> record.vertex(line);
                case 'P' -> record.particle(line);
                case 'A', 'T' -> {}
                default ->
                    throw lines.bad("begins with '" + WordCursor.shown(line) + "', must be a line E, U, W, V, P, A or T"
                            + " or " + END);
            }
        }
    }

    /** An event ends where the next begins, or the footer, or another description of the run. */
    private static boolean ends(char kind, HepMcRecord record) {
        boolean describesRun = kind == 'W' || kind == 'T';
        return kind == 'E' || kind == 'H' || (describesRun && record.hasParticles());
    }

    private void end(String line) {
        if (!line.strip().equals(END)) {
            throw lines.bad("begins with '" + WordCursor.shown(line) + "', must be a line E, W, A or T or " + END);
        }
        ended = true;
        for (@Nullable String more = lines.next(); more != null; more = lines.next()) {
            if (!more.isBlank()) {
                throw lines.bad("follows " + END + ", which must be the last line");
            }
        }
    }

    /** Names are separated by escaped line ends, or, as the library of HepMC reads them, by blanks. */
    private static List<String> names(String line) {
        String all = line.substring(1).strip();
        if (all.isEmpty()) {
            return List.of();
        }
        return List.of((all.contains("\\|") ? ESCAPED_LINE_END : BLANKS).split(all, -1));
    }

    private FileWeights weights(String line) {
        WordCursor words = new WordCursor(lines, line);
        words.word("W");
        List<Double> values = new ArrayList<>();
        while (words.hasNext()) {
            values.add(words.real("weight " + (values.size() + 1)));
        }
        if (values.isEmpty()) {
            return FileWeights.NONE;
        }
        if (weightNames.isEmpty()) {
            weightNames = numbered(values.size());
        }
        if (values.size() != weightNames.size()) {
            throw lines.bad("has " + values.size() + " weights, must have " + weightNames.size()
                    + " as the names or the events before");
        }
        return new FileWeights(
                weightNames, values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static List<String> numbered(int count) {
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            names.add(Integer.toString(i));
        }
        return List.copyOf(names);
    }

    private String notBlank(String expected) {
        for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                return line;
            }
        }
        throw lines.bad("is the last one: the file is cut off, it must end with " + expected);
    }
}
