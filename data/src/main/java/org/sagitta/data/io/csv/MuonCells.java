package org.sagitta.data.io.csv;

import java.util.List;
import java.util.regex.Pattern;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;

/** Reads the two muons out of the cells of a row and says exactly which cell is wrong. */
final class MuonCells {
    /** A decimal number; keeps out the NaN, Infinity, hexadecimal and suffixed forms that Java would also parse. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private final String file;
    private final List<String> header;
    private final TableColumns columns;

    MuonCells(String file, List<String> header) {
        this.file = file;
        this.header = header;
        this.columns = new TableColumns(file, header);
    }

    TableColumns columns() {
        return columns;
    }

    DimuonRow row(long line, List<String> cells) {
        if (cells.size() != header.size()) {
            throw BadInputException.data(file + ", line " + line + ": " + cells.size() + " cells, the header has "
                    + header.size() + (cells.size() < header.size() ? " (is the file truncated?)" : ""));
        }
        checkRest(line, cells);
        return new DimuonRow(line, muon(line, cells, 1), muon(line, cells, 2));
    }

    /** Columns that are rewritten from their old value must hold numbers even if the momentum does not come from them. */
    private void checkRest(long line, List<String> cells) {
        for (String name : List.of("e1", "e2", "pt1", "pt2", "m")) {
            if (columns.has(name)) {
                number(line, cells, name);
            }
        }
    }

    private TableMuon muon(long line, List<String> cells, int muon) {
        Vec3 momentum;
        if (columns.isCartesian(muon)) {
            momentum = new Vec3(
                    number(line, cells, "px" + muon),
                    number(line, cells, "py" + muon),
                    number(line, cells, "pz" + muon));
        } else {
            double pt = number(line, cells, "pt" + muon);
            double phi = number(line, cells, "phi" + muon);
            momentum =
                    new Vec3(pt * Math.cos(phi), pt * Math.sin(phi), pt * Math.sinh(number(line, cells, "eta" + muon)));
        }
        if (!(momentum.perp() > 0) || !Double.isFinite(momentum.norm())) {
            throw BadInputException.data(file + ", line " + line + ": muon " + muon + " has the transverse momentum "
                    + momentum.perp() + " GeV, allowed are finite values above 0");
        }
        return new TableMuon(momentum, charge(line, cells, "q" + muon));
    }

    private int charge(long line, List<String> cells, String name) {
        double value = number(line, cells, name);
        if (value != 1 && value != -1) {
            throw wrong(line, cells, name, "-1 or 1");
        }
        return (int) value;
    }

    private double number(long line, List<String> cells, String name) {
        String text = cells.get(columns.index(name)).strip();
        if (!NUMBER.matcher(text).matches()) {
            throw wrong(line, cells, name, "a number");
        }
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw wrong(line, cells, name, "a finite number");
        }
        return value;
    }

    private BadInputException wrong(long line, List<String> cells, String name, String allowed) {
        int index = columns.index(name);
        return BadInputException.data(file + ", line " + line + ", column "
                + header.get(index).strip() + ": '"
                + cells.get(index).lines().findFirst().orElse("")
                + "' is not " + allowed);
    }
}
