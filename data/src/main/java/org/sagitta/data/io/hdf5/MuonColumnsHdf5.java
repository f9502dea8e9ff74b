package org.sagitta.data.io.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sagitta.geometry.input.BadInputException;

/**
 * Reads muons from any HDF5 file that has, at its root, the one-dimensional datasets nMuon (muons of each event) and
 * Muon_pt [GeV], Muon_eta, Muon_phi [rad], Muon_charge, one value for each muon, events one after the other. Number types
 * do not matter, nor whatever else is in the file. Samples of {@link SampleHdf5} are such files.
 */
public final class MuonColumnsHdf5 {
    private static final double MAX_ETA = 20;

    private final Path file;

    private MuonColumnsHdf5(Path file) {
        this.file = file;
    }

    /**
     * Reads the muons of all events.
     *
     * @throws BadInputException (data) if the file cannot be read, a column is missing, columns do not fit together, or
     *     a value is not allowed; the message names file, column, place and value
     */
    public static MuonColumns read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw BadInputException.data(
                    "cannot read " + file + ": " + (Files.exists(file) ? "it is not a regular file" : "no such file"));
        }
        MuonColumnsHdf5 reader = new MuonColumnsHdf5(file);
        try (HdfFile hdf = new HdfFile(file)) {
            return reader.columns(hdf);
        } catch (BadInputException e) {
            throw e;
        } catch (RuntimeException e) {
            // on damaged files the library fails with its own exceptions and with those of buffers and arrays
            BadInputException bad = reader.fail("not an HDF5 file, or a damaged or truncated one");
            bad.initCause(e);
            throw bad;
        }
    }

    private MuonColumns columns(HdfFile hdf) {
        double[] counts = numbers(hdf, "nMuon");
        int[] first = new int[counts.length + 1];
        for (int event = 0; event < counts.length; event++) {
            if (!(counts[event] >= 0 && counts[event] <= 1e6 && counts[event] == Math.rint(counts[event]))) {
                throw wrong("nMuon", event, counts[event], "a whole number, not negative");
            }
            first[event + 1] = Math.addExact(first[event], (int) counts[event]);
        }
        int muons = first[counts.length];
        double[] pt = values(hdf, "Muon_pt", muons);
        double[] eta = values(hdf, "Muon_eta", muons);
        double[] phi = values(hdf, "Muon_phi", muons);
        double[] q = values(hdf, "Muon_charge", muons);
        int[] charge = new int[muons];
        for (int i = 0; i < muons; i++) {
            check(pt[i] > 0 && pt[i] < Double.POSITIVE_INFINITY, "Muon_pt", i, pt[i], "finite, above 0 GeV");
            check(Math.abs(eta[i]) < MAX_ETA, "Muon_eta", i, eta[i], "between -20 and 20");
            check(Double.isFinite(phi[i]), "Muon_phi", i, phi[i], "finite");
            check(Math.abs(q[i]) == 1, "Muon_charge", i, q[i], "-1 or 1");
            charge[i] = (int) q[i];
        }
        return new MuonColumns(first, pt, eta, phi, charge);
    }

    private double[] values(HdfFile hdf, String name, int count) {
        double[] values = numbers(hdf, name);
        if (values.length != count) {
            throw fail("column '" + name + "' has " + values.length + " values, the sum of nMuon is " + count);
        }
        return values;
    }

    private double[] numbers(HdfFile hdf, String name) {
        if (!(hdf.getChildren().get(name) instanceof Dataset dataset)) {
            throw fail("column '" + name
                    + "' is missing; needed are nMuon, Muon_pt, Muon_eta, Muon_phi and Muon_charge at the root");
        }
        if (dataset.getDimensions().length != 1) {
            throw fail("column '" + name + "' has " + dataset.getDimensions().length + " dimensions, it must have one");
        }
        Object array = dataset.getDataFlat();
        double[] numbers = new double[Array.getLength(array)];
        for (int i = 0; i < numbers.length; i++) {
            if (!(Array.get(array, i) instanceof Number number)) {
                throw fail("column '" + name + "' does not hold numbers");
            }
            numbers[i] = number.doubleValue();
        }
        return numbers;
    }

    private void check(boolean good, String column, int index, double value, String allowed) {
        if (!good) {
            throw wrong(column, index, value, allowed);
        }
    }

    private BadInputException wrong(String column, int index, double value, String allowed) {
        return fail("column '" + column + "', entry " + index + ": " + value + ", it must be " + allowed);
    }

    private BadInputException fail(String what) {
        return BadInputException.data(file + ": " + what);
    }
}
