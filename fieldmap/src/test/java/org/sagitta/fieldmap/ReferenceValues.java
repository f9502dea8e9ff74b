package org.sagitta.fieldmap;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The 627 published field values in {@code reference-values.csv}: the classes of cms-sw/cmssw,
 * MagneticField/ParametrizedEngine, driven point by point. Rows {@code *_float32} come from its single-precision build,
 * parabolic rows from a separate evaluation of the formula.
 */
public record ReferenceValues(String model, double r, double phi, double z, CylindricalField field) {

    /** All rows; r and z are in metres here, as in the file. */
    public static List<ReferenceValues> all() {
        List<ReferenceValues> rows = new ArrayList<>();
        try (InputStream in =
                        Objects.requireNonNull(ReferenceValues.class.getResourceAsStream("reference-values.csv"));
                CSVParser parser = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (CSVRecord row : parser) {
                rows.add(new ReferenceValues(
                        row.get("model"),
                        number(row, "r_m"),
                        number(row, "phi_rad"),
                        number(row, "z_m"),
                        new CylindricalField(number(row, "Br_T"), number(row, "Bphi_T"), number(row, "Bz_T"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
