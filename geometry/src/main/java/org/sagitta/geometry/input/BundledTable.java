package org.sagitta.geometry.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The CSV tables that come with the program: a line of column names, then rows; lines that start with # are comments, and a
 * name that ends in .gz is compressed.
 */
public final class BundledTable {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();

    private BundledTable() {}

    /**
     * All rows in their order.
     *
     * @param beside class in whose package the table lies
     */
    public static List<CSVRecord> rows(Class<?> beside, String name) {
        List<CSVRecord> rows = new ArrayList<>();
        forEach(beside, name, rows::add);
        return rows;
    }

    /**
     * Hands on one row after the other, so that a long table is never held as text.
     *
     * @param beside class in whose package the table lies
     * @throws IllegalStateException if it is not on the class path
     */
    public static void forEach(Class<?> beside, String name, Consumer<CSVRecord> consumer) {
        try (Reader reader = open(beside, name);
                CSVParser rows = FORMAT.parse(reader)) {
            rows.forEach(consumer);
        } catch (IOException e) {
            throw new UncheckedIOException("bundled table " + name, e);
        }
    }

    private static Reader open(Class<?> beside, String name) throws IOException {
        InputStream stream = beside.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("bundled table " + name + " is missing from the class path");
        }
        return new InputStreamReader(
                name.endsWith(".gz") ? new GZIPInputStream(stream) : stream, StandardCharsets.UTF_8);
    }
}
