package org.sagitta.validation.study;

import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.sagitta.geometry.input.BundledTable;
import org.sagitta.validation.study.PublishedFigure.Known;

/** The figures of {@code published-detector.csv}, each with its source. */
public final class PublishedFigures {
    private static final String TABLE = "published-detector.csv";

    private PublishedFigures() {}

    /** All figures in the order of the table. */
    public static List<PublishedFigure> load() {
        return BundledTable.rows(PublishedFigures.class, TABLE).stream()
                .map(PublishedFigures::figure)
                .toList();
    }

    private static PublishedFigure figure(CSVRecord row) {
        return new PublishedFigure(
                row.get("quantity"),
                number(row, "pt_gev"),
                number(row, "abs_eta_low"),
                number(row, "abs_eta_high"),
                number(row, "value_low"),
                number(row, "value_high"),
                row.get("unit"),
                Known.valueOf(row.get("known").toUpperCase(Locale.ROOT)),
                row.get("source"));
    }

    private static double number(CSVRecord row, String column) {
        String text = row.get(column);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}
