package org.sagitta.data.io.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import io.jhdf.api.WritableNode;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.sagitta.data.sample.Column;
import org.sagitta.data.sample.ColumnType;
import org.sagitta.data.sample.Provenance;
import org.sagitta.data.sample.Sample;
import org.sagitta.data.sample.Table;

/** Maps a sample to the HDF5 library. */
final class SampleWriter {
    private static final int CHUNK = 100_000;
    private static final int DEFLATE_LEVEL = 1;

    /** A message of an HDF5 object header has a length of two bytes; some of it is needed for the name and type. */
    private static final int LONGEST_TEXT = 60_000;

    private SampleWriter() {}

    static void write(Path file, Sample sample) throws IOException {
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            putProvenance(hdf, sample.provenance());
            hdf.putAttribute(Names.TABLES, names(sample.tables()));
            for (Table table : sample.tables()) {
                putTable(table.name().isEmpty() ? hdf : hdf.putGroup(table.name()), table);
            }
        } catch (HdfException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String names(List<Table> tables) {
        return tables.stream().map(Table::name).collect(Collectors.joining(Names.SEPARATOR));
    }

    private static void putProvenance(WritableHdfFile hdf, Provenance provenance) {
        putText(hdf, Names.VERSION, provenance.version());
        putText(hdf, Names.REVISION, provenance.revision());
        putText(hdf, Names.SAMPLE, provenance.sample());
        putText(hdf, Names.SCENARIO_NAME, provenance.scenarioName());
        putText(hdf, Names.SCENARIO, provenance.scenario());
        hdf.putAttribute(Names.SEED, provenance.seed());
        if (!provenance.notes().isEmpty()) {
            putText(
                    hdf,
                    Names.NOTES,
                    String.join(Names.SEPARATOR, provenance.notes().keySet()));
            provenance.notes().forEach((name, text) -> putText(hdf, name, text));
        }
    }

    private static void putTable(WritableGroup group, Table table) {
        List<Column> filled =
                table.columns().stream().filter(column -> column.length() > 0).toList();
        group.putAttribute(Names.ROWS, (long) table.rows());
        putText(group, Names.COLUMNS, filled.stream().map(Column::name).collect(Collectors.joining(Names.SEPARATOR)));
        filled.forEach(column -> putColumn(group, column));
    }

    private static void putColumn(WritableGroup group, Column column) {
        DatasetCreationOptions.Builder options = DatasetCreationOptions.builder()
                .chunkDimensions(Math.min(CHUNK, column.length()))
                .shuffle()
                .deflate(DEFLATE_LEVEL);
        ColumnType type = column.spec().type();
        if (type.isUnsigned()) {
            options.unsigned();
        }
        WritableNode dataset = group.putDataset(column.name(), column.toArray(), options.build());
        putText(dataset, Names.UNITS, column.spec().unit());
        putText(dataset, Names.DESCRIPTION, column.spec().description());
        if (column.spec().isJagged()) {
            putText(dataset, Names.COUNTS, column.spec().counts());
        }
    }

    private static void putText(WritableNode node, String name, String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "attribute " + name + " has " + bytes + " bytes, allowed are " + LONGEST_TEXT);
        }
        node.putAttribute(name, text);
    }
}
