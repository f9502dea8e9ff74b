package org.sagitta.validation.study;

import java.util.List;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.data.io.csv.DimuonRow;
import org.sagitta.data.io.csv.MuonTable;
import org.sagitta.data.io.csv.TableMuon;
import org.sagitta.geometry.input.BadInputException;

/** The door between tables of real muons and the calibration. */
public final class RealDataCalibrationTables {
    private RealDataCalibrationTables() {}

    /**
     * The pairs of opposite charge of a table. Nothing else is selected: rows whose pt disagrees with px and py come from
     * two different track fits, but (px, py, pz) is the set that the mass window of the tables was made with, and leaving
     * those rows out moves the J/psi scale by 1e-6.
     */
    public static RealDataCalibrationInput input(String name, String label, MuonTable table) {
        List<RealDataPair> pairs = table.rows().stream()
                .filter(DimuonRow::isOppositeSign)
                .map(row -> new RealDataPair("line " + row.line(), muon(row.first()), muon(row.second())))
                .toList();
        int sameSign = table.size() - pairs.size();
        int twoFits = table.rowsWithTwoFits(RealDataCounts.TWO_FITS);
        return new RealDataCalibrationInput(name, label, pairs, new RealDataCounts(table.size(), sameSign, 0, twoFits));
    }

    private static Muon muon(TableMuon muon) {
        return RealDataPair.muon(muon.k(), muon.eta(), muon.phi(), muon.charge());
    }

    /**
     * The table with every momentum corrected: pT becomes 1/k', the direction stays.
     *
     * @throws BadInputException (data) if a corrected curvature is not positive, naming the line
     */
    public static MuonTable corrected(MuonTable table, Correction correction) {
        return table.map(row -> row.with(
                corrected(row.first(), 1, row.line(), correction), corrected(row.second(), 2, row.line(), correction)));
    }

    private static TableMuon corrected(TableMuon muon, int number, long line, Correction correction) {
        double k = muon.k();
        double corrected = correction.correct(k, muon.eta(), muon.phi(), Charge.of(muon.charge()));
        return muon.scaled(k / RealDataPair.positive(corrected, "line " + line, number, muon.pt()));
    }
}
