package org.sagitta.fieldmap.grid;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.sagitta.fieldmap.CylindricalField;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.units.Units;

/**
 * Field maps as CSV files with the header {@code r_m,phi_rad,z_m,Br_T,Bphi_T,Bz_T}: one line per node, in any order; lines
 * that start with # are comments. A name that ends in .gz is compressed.
 *
 * <p>The nodes must fill a regular grid: r from 0, phi once around, every point exactly once.
 */
public final class FieldGridFile {
    static final List<String> HEADER = List.of("r_m", "phi_rad", "z_m", "Br_T", "Bphi_T", "Bz_T");

    private static final String COMPRESSED = ".gz";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setTrim(true)
            .setRecordSeparator('\n')
            .get();

    private enum Packing {
        NONE,
        GZIP
    }

    private FieldGridFile() {}

    /**
     * Reads a field map.
     *
     * @throws BadInputException (data) in one line with file, line and point if the file cannot be read or is no regular
     *     grid of finite values
     */
    public static FieldGrid read(Path file, Interpolation interpolation) {
        GridRows rows = new GridRows(file);
        try (InputStream in = input(file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(reader)) {
            checkHeader(file, parser.getHeaderNames());
            readRows(parser, rows);
        } catch (NoSuchFileException e) {
            throw BadInputException.data(file + ": no such file");
        } catch (IOException e) {
            throw unreadable(file, rows, e);
        } catch (UncheckedIOException e) {
            throw unreadable(file, rows, e);
        } catch (IllegalArgumentException e) {
            // How the parser refuses a header with a repeated or empty name.
            throw BadInputException.data(file + ": line 1: " + firstLine(e));
        }
        GridAxes axes = rows.axes();
        List<CylindricalField> nodes = rows.nodes(axes);
        try {
            return FieldGrid.of(axes, nodes, interpolation);
        } catch (IllegalArgumentException e) {
            throw BadInputException.data(file + ": " + firstLine(e));
        }
    }

    private static InputStream input(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        if (!isCompressed(file)) {
            return raw;
        }
        try {
            return new GZIPInputStream(raw);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static boolean isCompressed(Path file) {
        return file.toString().endsWith(COMPRESSED);
    }

    private static void checkHeader(Path file, List<String> header) {
        if (!header.equals(HEADER)) {
            throw BadInputException.data(
                    file + ": line 1: header is " + String.join(",", header) + ", must be " + String.join(",", HEADER));
        }
    }

    private static void readRows(CSVParser parser, GridRows rows) {
        for (CSVRecord row : parser) {
            rows.add(parser.getCurrentLineNumber(), row.values());
        }
    }

    private static BadInputException unreadable(Path file, GridRows rows, Exception e) {
        return BadInputException.data(file + ": cannot be read beyond line " + rows.lastLine() + ": " + firstLine(e)
                + (isCompressed(file) ? " (truncated or not gzip?)" : ""));
    }

    private static String firstLine(Exception e) {
        Throwable cause = e.getCause();
        String message = cause == null ? e.getMessage() : cause.getMessage();
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    /**
     * Writes a field map, r slowest and z fastest, with all digits. The file appears under its name only when complete.
     *
     * @throws BadInputException (usage) if the file cannot be written
     */
    public static void write(FieldGrid grid, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try {
                writeTo(grid, isCompressed(file) ? Packing.GZIP : Packing.NONE, part);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw BadInputException.usage(file + ": cannot be written: " + e);
        }
    }

    private static void writeTo(FieldGrid grid, Packing packing, Path part) throws IOException {
        try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(part));
                OutputStream out = packing == Packing.GZIP ? new GZIPOutputStream(raw) : raw;
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                CSVPrinter printer = FORMAT.print(writer)) {
            printer.printRecord(HEADER);
            printNodes(grid, printer);
        }
    }

    private static void printNodes(FieldGrid grid, CSVPrinter printer) throws IOException {
        GridAxes axes = grid.axes();
        for (int i = 0; i < axes.r().size(); i++) {
            for (int j = 0; j < axes.phiSize(); j++) {
                for (int k = 0; k < axes.z().size(); k++) {
                    CylindricalField b = grid.node(i, j, k);
                    printer.printRecord(
                            axes.r().node(i) / Units.M,
                            axes.phi(j),
                            axes.z().node(k) / Units.M,
                            b.br(),
                            b.bphi(),
                            b.bz());
                }
            }
        }
    }
}
