package org.sagitta.data.io.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A dimuon table in memory: the muons of each row, and beside them the text of every cell as read, so that the table can
 * be written back with nothing changed but what depends on the momenta. Immutable.
 */
public final class MuonTable {
    private final TableText text;
    private final List<DimuonRow> rows;

    MuonTable(TableText text, List<DimuonRow> rows) {
        this.text = text;
        this.rows = List.copyOf(rows);
    }

    public List<DimuonRow> rows() {
        return rows;
    }

    public int size() {
        return rows.size();
    }

    /** Column names as in the file, blanks and capitals included. */
    public List<String> header() {
        return text.header();
    }

    /** A table of the same rows in the same order with other momenta; charges must stay. */
    public MuonTable map(UnaryOperator<DimuonRow> change) {
        List<DimuonRow> changed = new ArrayList<>(rows.size());
        for (DimuonRow row : rows) {
            DimuonRow image = change.apply(row);
            if (image.first().charge() != row.first().charge()
                    || image.second().charge() != row.second().charge()) {
                throw new IllegalArgumentException("line " + row.line() + ": a changed row must keep its charges");
            }
            changed.add(image);
        }
        return new MuonTable(text, changed);
    }

    TableText text() {
        return text;
    }
}
