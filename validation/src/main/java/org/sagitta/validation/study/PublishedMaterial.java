package org.sagitta.validation.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.sagitta.geometry.input.BundledTable;

/**
 * x/X0 of the tracker against |eta| as others give it; sources are in {@code published-material.README.md} in this
 * package.
 *
 * @param planes planes of the track fit, at one |eta|
 * @param detailed cylinders and disks of the fast simulation with the outer walls, mean over |eta| within 0.05
 * @param paper what CMS published, from memory, good to 10 %
 */
public record PublishedMaterial(
        NavigableMap<Double, Double> planes,
        NavigableMap<Double, Double> detailed,
        NavigableMap<Double, Double> paper) {
    private static final String TABLE = "published-material.csv";

    public PublishedMaterial {
        planes = Collections.unmodifiableNavigableMap(new TreeMap<>(planes));
        detailed = Collections.unmodifiableNavigableMap(new TreeMap<>(detailed));
        paper = Collections.unmodifiableNavigableMap(new TreeMap<>(paper));
    }

    /** Reads the bundled table. */
    public static PublishedMaterial load() {
        Map<String, NavigableMap<Double, Double>> columns = new LinkedHashMap<>();
        for (CSVRecord row : BundledTable.rows(PublishedMaterial.class, TABLE)) {
            columns.computeIfAbsent(row.get("source"), source -> new TreeMap<>())
                    .put(Double.valueOf(row.get("abs_eta")), Double.valueOf(row.get("x_over_x0")));
        }
        return new PublishedMaterial(column(columns, "planes"), column(columns, "detailed"), column(columns, "paper"));
    }

    private static NavigableMap<Double, Double> column(
            Map<String, NavigableMap<Double, Double>> columns, String source) {
        NavigableMap<Double, Double> column = columns.get(source);
        if (column == null) {
            throw new IllegalStateException("bundled table " + TABLE + " has no rows of " + source);
        }
        return column;
    }
}
