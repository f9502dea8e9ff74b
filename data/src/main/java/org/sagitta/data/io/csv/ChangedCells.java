package org.sagitta.data.io.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts changed momenta back into the cells of a table, in the number style of each column. */
final class ChangedCells {
    /**
     * Relative change of eta or phi below which the direction counts as unchanged: a momentum that was only scaled
     * comes back to a few units in the last place (2e-16).
     */
    private static final double SAME_DIRECTION = 1e-13;

    private final TableText text;
    private final TableColumns columns;
    private final Map<String, NumberStyle> styles = new LinkedHashMap<>();

    ChangedCells(TableText text) {
        this.text = text;
        this.columns = text.columns();
    }

    List<String> row(int index, DimuonRow now) {
        DimuonRow before = text.original().get(index);
        if (now.first().equals(before.first()) && now.second().equals(before.second())) {
            return text.cells().get(index);
        }
        List<String> cells = new ArrayList<>(text.cells().get(index));
        putMuon(cells, 1, before.first(), now.first());
        putMuon(cells, 2, before.second(), now.second());
        scale(cells, "m", now.mass() / before.mass());
        return cells;
    }

    private void putMuon(List<String> cells, int muon, TableMuon before, TableMuon now) {
        if (now.equals(before)) {
            return;
        }
        put(cells, "px" + muon, now.px());
        put(cells, "py" + muon, now.py());
        put(cells, "pz" + muon, now.pz());
        put(cells, "e" + muon, now.energy());
        scale(cells, "pt" + muon, now.pt() / before.pt());
        if (Math.abs(now.eta() - before.eta()) > SAME_DIRECTION * (1 + Math.abs(before.eta()))) {
            put(cells, "eta" + muon, now.eta());
        }
        if (Math.abs(now.phi() - before.phi()) > SAME_DIRECTION * (1 + Math.abs(before.phi()))) {
            put(cells, "phi" + muon, now.phi());
        }
    }

    private void scale(List<String> cells, String name, double factor) {
        if (columns.has(name)) {
            put(
                    cells,
                    name,
                    factor * Double.parseDouble(cells.get(columns.index(name)).strip()));
        }
    }

    private void put(List<String> cells, String name, double value) {
        if (columns.has(name)) {
            cells.set(columns.index(name), style(name).format(value));
        }
    }

    private NumberStyle style(String name) {
        return styles.computeIfAbsent(name, n -> {
            int index = columns.index(n);
            return NumberStyle.of(
                    text.cells().stream().map(cells -> cells.get(index)).toList());
        });
    }
}
