package org.sagitta.validation.study;

import java.util.List;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.peak.PeakPair;
import org.sagitta.data.io.csv.DimuonRow;
import org.sagitta.data.io.csv.MuonTable;
import org.sagitta.data.io.csv.TableMuon;
import org.sagitta.geometry.input.BadInputException;

/** The door between tables of real muons and the calibration. */
public final class RealDataCalibrationTables {
    private RealDataCalibrationTables() {}

    /**
     * The pairs of opposite charge. Nothing else is selected: rows whose pt disagrees with px and py come from two
     * different track fits, but (px, py, pz) is the set that the mass window of the tables was made with, and leaving
     * those rows out moves the J/psi scale by 1e-6.
     */
    public static List<PeakPair> pairs(MuonTable table) {
        return table.rows().stream()
                .filter(DimuonRow::isOppositeSign)
                .map(row -> PeakPair.of(muon(row.first()), muon(row.second())))
                .toList();
    }

    private static Muon muon(TableMuon muon) {
        return new Muon(muon.k(), muon.eta(), muon.phi(), Charge.of(muon.charge()));
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
        if (!(corrected > 0) || !Double.isFinite(corrected)) {
            throw BadInputException.data("line " + line + ": the correction gives muon " + number + " of pT "
                    + muon.pt() + " GeV the curvature " + corrected + " /GeV, it must be positive");
        }
        return muon.scaled(k / corrected);
    }
}
