package org.sagitta.validation.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.sagitta.data.io.hdf5.SampleHdf5;
import org.sagitta.data.sample.PairRow;
import org.sagitta.data.sample.PairTables;
import org.sagitta.data.sample.Provenance;
import org.sagitta.data.sample.ReconstructedMuon;
import org.sagitta.data.sample.Sample;
import org.sagitta.data.sample.Table;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.kalman.state.PerigeeState;

/**
 * Writes the pairs of a sample as HDF5 files of {@value #PAIRS_PER_FILE} pairs, named by resonance and number:
 * {@code JPSI-000.h5}, {@code JPSI-001.h5}, ... Several files because the library holds a file in memory until it is
 * closed.
 */
final class SampleFiles implements PairSink {
    static final int PAIRS_PER_FILE = 100_000;

    private final Path folder;
    private final String name;
    private final Provenance provenance;
    private final FileQueue queue;
    private final long limit;
    private final UnaryOperator<List<Table>> published;
    private long taken;
    private PairTables tables = new PairTables();
    private int written;

    /**
     * @param folder of the files of this scenario; made if it does not exist
     * @param name of the resonance
     * @param queue writes the files
     * @param limit pairs to keep; later ones are left out
     * @throws BadInputException if the folder cannot be made
     */
    SampleFiles(Path folder, String name, Provenance provenance, FileQueue queue, long limit) {
        this(folder, name, provenance, queue, limit, tables -> tables);
    }

    /** @param published what of the tables is written */
    SampleFiles(
            Path folder,
            String name,
            Provenance provenance,
            FileQueue queue,
            long limit,
            UnaryOperator<List<Table>> published) {
        this.published = published;
        this.folder = folder;
        this.name = name;
        this.provenance = provenance;
        this.queue = queue;
        this.limit = limit;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw BadInputException.usage("folder " + folder + " for samples cannot be made");
        }
    }

    @Override
    public void add(FittedPair pair) {
        if (taken == limit) {
            return;
        }
        taken++;
        tables.add(row(pair));
        if (tables.rows() == PAIRS_PER_FILE) {
            write();
        }
    }

    /** A pair as samples hold it. */
    static PairRow row(FittedPair pair) {
        return new PairRow(
                pair.event(),
                pair.generated(),
                muon(pair.plus().perigee()),
                muon(pair.minus().perigee()),
                pair.mass().mass(),
                pair.mass().sigma());
    }

    private static ReconstructedMuon muon(PerigeeState state) {
        return new ReconstructedMuon(
                state.charge(), state.k(), state.sigmaK(), state.eta(), state.phi(), state.d0(), state.z0());
    }

    @Override
    public void close() {
        if (tables.rows() > 0) {
            write();
        }
    }

    private void write() {
        Path file = folder.resolve(String.format(Locale.ROOT, "%s-%03d.h5", name, written++));
        PairTables full = tables;
        queue.add(() -> SampleHdf5.write(file, new Sample(provenance, published.apply(full.build()))));
        tables = new PairTables();
    }
}
