package org.sagitta.data.io.hdf5;

import java.nio.file.Path;
import org.sagitta.data.io.AtomicFile;
import org.sagitta.data.sample.Sample;
import org.sagitta.geometry.input.BadInputException;

/**
 * Samples as HDF5 files. One group per table (the table without name is at the root), one one-dimensional dataset per
 * column, in chunks of 100,000 values, shuffled and compressed (gzip level 1), which every HDF5 library reads.
 *
 * <p>Each dataset has the text attributes {@code units} and {@code description}, and {@code counts} if it is jagged. Each
 * table has {@code n_rows} and {@code columns}, the names in order. The library cannot write a dataset without values,
 * so columns without values are left out, and a table without rows is a group without datasets. The file has {@code
 * version}, {@code revision}, {@code sample}, {@code scenario_name}, {@code scenario} (the full YAML) and {@code seed}; further texts are attributes whose names {@code notes} lists.
 */
public final class SampleHdf5 {
    private SampleHdf5() {}

    /**
     * Writes a sample; the file appears under its name when it is complete.
     *
     * @throws BadInputException (usage) if the file cannot be written
     */
    public static void write(Path file, Sample sample) {
        AtomicFile.writeByName(file, temporary -> SampleWriter.write(temporary, sample));
    }

    /**
     * Reads all tables of a sample written by this class.
     *
     * @throws BadInputException (data) if the file cannot be read, is damaged, or is no sample
     */
    public static Sample read(Path file) {
        return SampleReader.read(file);
    }
}
