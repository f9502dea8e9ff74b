package org.sagitta.fieldmap.parametrised;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The coefficient tables of this package: CSV resources that state their source in comments. */
final class Coefficients {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    private Coefficients() {}

    /** All rows of a resource beside this class; columns are asked by name. */
    static List<CSVRecord> rows(String resource) {
        try (InputStream in = Coefficients.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing from the build");
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            try (CSVParser parser = FORMAT.parse(reader)) {
                return parser.getRecords();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    /** The numbers of the columns {@code prefix0, prefix1, ...}. */
    static double[] numbers(CSVRecord row, String prefix, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = number(row, prefix + i);
        }
        return values;
    }
}
