package org.sagitta.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sagitta.data.sample.Column;
import org.sagitta.data.sample.ColumnSpec;
import org.sagitta.data.sample.ColumnType;
import org.sagitta.data.sample.Table;
import org.sagitta.validation.study.Harmonics;
import org.sagitta.validation.study.MassShift;
import org.sagitta.validation.study.WeakModeLegs;
import org.sagitta.validation.study.WeakModeMasses;
import org.sagitta.validation.study.WeakModeResponse;

/** The response to weak modes as tables of columns, for files: per mode the legs, and the masses of each resonance. */
public final class WeakModeColumns {
    private WeakModeColumns() {}

    /** Tables named MODE_legs, MODE_RESONANCE_eta and MODE_RESONANCE_phi. */
    public static List<Table> of(List<WeakModeResponse> responses) {
        List<Table> tables = new ArrayList<>();
        for (WeakModeResponse r : responses) {
            tables.add(legs(r));
            for (WeakModeMasses m : r.masses()) {
                tables.add(masses(r.mode() + "_" + m.resonance() + "_eta", "1", m.byEta()));
                tables.add(masses(r.mode() + "_" + m.resonance() + "_phi", "rad", m.byPhi()));
            }
        }
        return tables;
    }

    private static Table legs(WeakModeResponse r) {
        List<WeakModeLegs> bins = r.legs();
        List<Column> columns = new ArrayList<>();
        columns.add(column("eta_low", "1", "lower edge in eta", bins, WeakModeLegs::etaLow));
        columns.add(column("eta_high", "1", "upper edge in eta", bins, WeakModeLegs::etaHigh));
        columns.add(column("muons", "1", "muons in the bin", bins, WeakModeLegs::muons));
        for (int i = 0; i < Harmonics.TERMS.size(); i++) {
            harmonic(columns, bins, i, "a", "1", "relative offset of k", WeakModeLegs::a);
            harmonic(columns, bins, i, "e", "GeV", "offset of k over -k^2", WeakModeLegs::e);
            harmonic(columns, bins, i, "m", "1/GeV", "offset of k times the charge", WeakModeLegs::m);
            harmonic(columns, bins, i, "d0", "um", "shift of d0", WeakModeLegs::d0);
            harmonic(columns, bins, i, "z0", "um", "shift of z0", WeakModeLegs::z0);
            predicted(columns, bins, i, "a", "1", WeakModeLegs::predictedA);
            predicted(columns, bins, i, "m", "1/GeV", WeakModeLegs::predictedM);
            predicted(columns, bins, i, "z0", "um", WeakModeLegs::predictedZ0);
        }
        columns.add(column("chi2", "1", "mean growth of the track chi2", bins, WeakModeLegs::chi2));
        columns.add(column("ndof", "1", "mean degrees of freedom", bins, WeakModeLegs::ndof));
        return new Table(r.mode() + "_legs", bins.size(), columns);
    }

    /** What gives the harmonics of a bin. */
    private interface Part {
        Harmonics of(WeakModeLegs bin);
    }

    private static void harmonic(
            List<Column> columns, List<WeakModeLegs> bins, int i, String name, String unit, String what, Part part) {
        String term = Harmonics.TERMS.get(i);
        columns.add(column(
                name + "_" + term,
                unit,
                what + ", harmonic " + term,
                bins,
                bin -> part.of(bin).values().get(i)));
        columns.add(column(
                name + "_" + term + "_error",
                unit,
                "error of " + name + "_" + term,
                bins,
                bin -> part.of(bin).errors().get(i)));
    }

    private static void predicted(
            List<Column> columns, List<WeakModeLegs> bins, int i, String name, String unit, Part part) {
        String term = Harmonics.TERMS.get(i);
        columns.add(column(
                name + "_" + term + "_predicted",
                unit,
                "closed form of " + name + "_" + term + ", valid in the barrel",
                bins,
                bin -> part.of(bin).values().get(i)));
    }

    private static Table masses(String name, String unit, List<MassShift> bins) {
        List<Column> columns = List.of(
                column("low", unit, "lower edge of the bin of the positive muon", bins, MassShift::low),
                column("high", unit, "upper edge", bins, MassShift::high),
                column("pairs", "1", "pairs in the bin", bins, MassShift::pairs),
                column("shift", "1", "mean of m / m without the mode - 1", bins, MassShift::shift),
                column("error", "1", "error of shift", bins, MassShift::error),
                column("predicted", "1", "closed form of shift, valid in the barrel", bins, MassShift::predicted),
                column("after_jpsi", "1", "shift after a calibration on J/psi", bins, MassShift::after),
                column("after_jpsi_error", "1", "error of after_jpsi", bins, MassShift::afterError));
        return new Table(name, bins.size(), columns);
    }

    private static <T> Column column(
            String name, String unit, String description, List<T> rows, ToDoubleFunction<T> value) {
        return Column.of(
                ColumnSpec.of(name, ColumnType.FLOAT64, unit, description),
                rows.stream().mapToDouble(value).toArray());
    }
}
