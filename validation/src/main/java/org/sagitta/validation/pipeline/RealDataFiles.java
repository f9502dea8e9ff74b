package org.sagitta.validation.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.data.io.csv.MuonTableCsv;
import org.sagitta.data.io.hdf5.MuonColumns;
import org.sagitta.data.io.hdf5.MuonColumnsHdf5;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.study.RealDataCalibrationInput;
import org.sagitta.validation.study.RealDataCalibrationTables;
import org.sagitta.validation.study.RealDataCounts;
import org.sagitta.validation.study.RealDataPair;

/** Files of real muons of all kinds that {@code calibrate} reads. */
public final class RealDataFiles {
    private RealDataFiles() {}

    /**
     * Reads the muon pairs of a file: HDF5 if its name ends in .h5 or .hdf5, else a CSV table.
     *
     * @param label where the data come from
     * @throws BadInputException (data) if it cannot be read or holds something that is not allowed
     */
    public static RealDataCalibrationInput read(Path file, String label) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".h5") || name.endsWith(".hdf5")) {
            return ofEvents(file, label, MuonColumnsHdf5.read(file));
        }
        return RealDataCalibrationTables.input(file.toString(), label, MuonTableCsv.read(file));
    }

    /** Of each event the first two muons of opposite charge in the order of the file. */
    private static RealDataCalibrationInput ofEvents(Path file, String label, MuonColumns columns) {
        List<RealDataPair> pairs = new ArrayList<>();
        int few = 0;
        int sameSign = 0;
        for (int event = 0; event < columns.events(); event++) {
            int first = columns.firstMuon(event);
            int end = first + columns.muons(event);
            int partner = first + 1;
            while (partner < end && columns.charge(partner) == columns.charge(first)) {
                partner++;
            }
            if (end - first < 2) {
                few++;
            } else if (partner == end) {
                sameSign++;
            } else {
                pairs.add(new RealDataPair("event " + event, muon(columns, first), muon(columns, partner)));
            }
        }
        RealDataCounts counts = new RealDataCounts(columns.events(), sameSign, few, 0);
        return new RealDataCalibrationInput(file.toString(), label, pairs, counts);
    }

    private static Muon muon(MuonColumns columns, int index) {
        return Muon.ofPt(columns.pt(index), columns.eta(index), columns.phi(index), Charge.of(columns.charge(index)));
    }
}
