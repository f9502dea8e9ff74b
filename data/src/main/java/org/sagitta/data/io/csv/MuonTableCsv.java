package org.sagitta.data.io.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sagitta.data.io.AtomicFile;
import org.sagitta.data.io.IoReason;
import org.sagitta.geometry.input.BadInputException;

/**
 * Reads and writes dimuon tables in the variants of the CMS Open Data: comma-separated, one header line, one row per
 * event, the columns of muon 1 and 2 distinguished by a trailing digit. Columns are found by name without regard to
 * blanks, capitals and order; columns not named here (Run, Event, type, ...) are kept as they are.
 *
 * <p>The momentum is px, py, pz [GeV] where the table has them, otherwise pt [GeV], eta, phi [rad]. The tables of 2011 hold
 * both, from two different track fits of which only px, py, pz is used here. The charge Q is -1 or +1; rows of equal
 * charge are kept, the caller selects.
 */
public final class MuonTableCsv {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private MuonTableCsv() {}

    /**
     * Reads a whole table.
     *
     * @throws BadInputException (data) if the file cannot be read, a column is missing or a cell is wrong; the message
     *     names file, line, column and value
     */
    public static MuonTable read(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return parse(file, reader);
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (UncheckedIOException e) {
            throw unreadable(file, e.getCause() == null ? new IOException(e) : e.getCause());
        }
    }

    private static MuonTable parse(Path file, BufferedReader reader) throws IOException {
        String name = file.toString();
        List<String> header = List.of();
        List<List<String>> cells = new ArrayList<>();
        List<DimuonRow> rows = new ArrayList<>();
        CSVParser parser = CSVFormat.DEFAULT.parse(reader);
        MuonCells columns = null;
        for (CSVRecord csvRecord : parser) {
            List<String> texts = csvRecord.toList();
            if (columns == null) {
                header = withoutMark(texts);
                columns = new MuonCells(name, header);
                continue;
            }
            rows.add(columns.row(parser.getCurrentLineNumber(), texts));
            cells.add(List.copyOf(texts));
        }
        if (columns == null) {
            throw BadInputException.data(name + ": the file is empty, a header line is needed");
        }
        String lineEnd = "\r\n".equals(parser.getFirstEndOfLine()) ? "\r\n" : "\n";
        return new MuonTable(new TableText(header, columns.columns(), cells, rows, lineEnd), rows);
    }

    private static List<String> withoutMark(List<String> texts) {
        List<String> header = new ArrayList<>(texts);
        if (header.get(0).startsWith(BYTE_ORDER_MARK)) {
            header.set(0, header.get(0).substring(BYTE_ORDER_MARK.length()));
        }
        return List.copyOf(header);
    }

    /**
     * Writes a table. Cells that do not depend on a changed momentum keep their text. For a changed muon px, py, pz and
     * E are those of the new momentum (E with the muon mass), pt is scaled by the ratio of the transverse momenta and
     * M by the ratio of the masses, because the table may have taken them from another fit; eta and phi stay unless
     * the direction changed.
     *
     * @throws BadInputException (usage) if the file cannot be written
     */
    public static void write(Path file, MuonTable table) {
        AtomicFile.write(file, out -> write(out, table));
    }

    private static void write(OutputStream out, MuonTable table) throws IOException {
        TableText text = table.text();
        ChangedCells changed = new ChangedCells(text);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(line(text.header(), text.lineEnd()));
        for (int i = 0; i < table.size(); i++) {
            writer.write(line(changed.row(i, table.rows().get(i)), text.lineEnd()));
        }
        writer.flush();
    }

    /** The library's printer would put quotes around names such as {@code "px1 "}, which the files do not have. */
    private static String line(List<String> cells, String lineEnd) {
        StringJoiner line = new StringJoiner(",", "", lineEnd);
        for (String cell : cells) {
            boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            line.add(plain ? cell : '"' + cell.replace("\"", "\"\"") + '"');
        }
        return line.toString();
    }

    private static BadInputException unreadable(Path file, IOException e) {
        BadInputException bad = BadInputException.data("cannot read " + file + ": " + IoReason.of(e));
        bad.initCause(e);
        return bad;
    }
}
