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

    /**
     * Number of rows as read in which the column pt of a muon differs from its px and py: such tables hold two track fits,
     * of which px, py, pz is used. 0 if a table does not have both.
     *
     * @param relative difference from which on a row counts
     */
    public int rowsWithTwoFits(double relative) {
        int count = 0;
        for (int i = 0; i < text.cells().size(); i++) {
            DimuonRow row = text.original().get(i);
            if (differs(i, 1, row.first(), relative) || differs(i, 2, row.second(), relative)) {
                count++;
            }
        }
        return count;
    }

    private boolean differs(int row, int muon, TableMuon cartesian, double relative) {
        TableColumns columns = text.columns();
        if (!columns.isCartesian(muon) || !columns.has("pt" + muon)) {
            return false;
        }
        String cell = text.cells().get(row).get(columns.index("pt" + muon));
        return Math.abs(Double.parseDouble(cell.strip()) / cartesian.pt() - 1) > relative;
    }

    TableText text() {
        return text;
    }
}
