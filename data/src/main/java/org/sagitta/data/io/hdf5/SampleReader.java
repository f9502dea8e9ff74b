package org.sagitta.data.io.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagitta.data.sample.Column;
import org.sagitta.data.sample.ColumnSpec;
import org.sagitta.data.sample.ColumnType;
import org.sagitta.data.sample.Provenance;
import org.sagitta.data.sample.Sample;
import org.sagitta.data.sample.Table;
import org.sagitta.geometry.input.BadInputException;

/** Maps what the HDF5 library reads to a sample, and everything that can be wrong with a file to one line. */
final class SampleReader {
    private final Path file;

    private SampleReader(Path file) {
        this.file = file;
    }

    static Sample read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw BadInputException.data(
                    "cannot read " + file + ": " + (Files.exists(file) ? "it is not a regular file" : "no such file"));
        }
        SampleReader reader = new SampleReader(file);
        try (HdfFile hdf = new HdfFile(file)) {
            return reader.sample(hdf);
        } catch (BadInputException e) {
            throw e;
        } catch (RuntimeException e) {
            // On damaged files the library fails with its own exceptions and with those of buffers and arrays.
            BadInputException bad = reader.fail("not a sample file, or a damaged or truncated one");
            bad.initCause(e);
            throw bad;
        }
    }

    private Sample sample(HdfFile hdf) {
        Provenance provenance = new Provenance(
                text(hdf, Names.VERSION),
                text(hdf, Names.REVISION),
                text(hdf, Names.SAMPLE),
                text(hdf, Names.SCENARIO_NAME),
                text(hdf, Names.SCENARIO),
                whole(hdf, Names.SEED),
                notes(hdf));
        List<Table> tables = new ArrayList<>();
        for (String name : text(hdf, Names.TABLES).split(Names.SEPARATOR, -1)) {
            tables.add(table(name, name.isEmpty() ? hdf : group(hdf, name)));
        }
        return new Sample(provenance, tables);
    }

    /** Texts beside those that every sample has; the files of earlier versions have none. */
    private Map<String, String> notes(HdfFile hdf) {
        Map<String, String> notes = new LinkedHashMap<>();
        if (hdf.getAttribute(Names.NOTES) != null) {
            for (String name : text(hdf, Names.NOTES).split(Names.SEPARATOR, -1)) {
                notes.put(name, text(hdf, name));
            }
        }
        return notes;
    }

    private Group group(HdfFile hdf, String name) {
        if (hdf.getChild(name) instanceof Group group) {
            return group;
        }
        throw fail("table '" + name + "' is missing");
    }

    private Table table(String name, Group group) {
        long rows = whole(group, Names.ROWS);
        List<Column> columns = new ArrayList<>();
        String names = text(group, Names.COLUMNS);
        for (String column : names.isEmpty() ? new String[0] : names.split(Names.SEPARATOR, -1)) {
            if (!(group.getChild(column) instanceof Dataset dataset)) {
                throw fail("column '" + column + "' of table '" + name + "' is missing");
            }
            columns.add(column(dataset));
        }
        try {
            return new Table(name, Math.toIntExact(rows), columns);
        } catch (IllegalArgumentException e) {
            throw fail(String.valueOf(e.getMessage()));
        }
    }

    private Column column(Dataset dataset) {
        ColumnType type = type(dataset);
        String counts = dataset.getAttribute(Names.COUNTS) == null ? "" : text(dataset, Names.COUNTS);
        ColumnSpec spec = new ColumnSpec(
                dataset.getName(), type, text(dataset, Names.UNITS), text(dataset, Names.DESCRIPTION), counts);
        return Column.of(spec, narrowed(type, dataset.getDataFlat()));
    }

    private ColumnType type(Dataset dataset) {
        DataType type = dataset.getDataType();
        int bytes = type.getSize();
        if (type instanceof FixedPoint fixed) {
            for (ColumnType candidate : ColumnType.values()) {
                if (!candidate.isFloating()
                        && candidate.bytes() == bytes
                        && candidate.isUnsigned() == !fixed.isSigned()) {
                    return candidate;
                }
            }
        } else if (type.getJavaType() == float.class) {
            return ColumnType.FLOAT32;
        } else if (type.getJavaType() == double.class) {
            return ColumnType.FLOAT64;
        }
        throw fail("column '" + dataset.getName() + "' has a type that samples do not have");
    }

    /** The library widens unsigned numbers to the next Java type that holds them; back to our bits. */
    private static Object narrowed(ColumnType type, Object array) {
        if (array instanceof BigInteger[] big) {
            long[] bits = new long[big.length];
            for (int i = 0; i < bits.length; i++) {
                bits[i] = big[i].longValue();
            }
            return bits;
        }
        if (type == ColumnType.UINT32 && array instanceof long[] wide) {
            int[] bits = new int[wide.length];
            for (int i = 0; i < bits.length; i++) {
                bits[i] = (int) wide[i];
            }
            return bits;
        }
        if (type == ColumnType.UINT16 && array instanceof int[] wide) {
            short[] bits = new short[wide.length];
            for (int i = 0; i < bits.length; i++) {
                bits[i] = (short) wide[i];
            }
            return bits;
        }
        if (type == ColumnType.UINT8 && array instanceof int[] wide) {
            byte[] bits = new byte[wide.length];
            for (int i = 0; i < bits.length; i++) {
                bits[i] = (byte) wide[i];
            }
            return bits;
        }
        return array;
    }

    private String text(Node node, String name) {
        if (value(node, name) instanceof String text) {
            return text;
        }
        throw fail("attribute '" + name + "' of " + node.getPath() + " is not a text");
    }

    private long whole(Node node, String name) {
        if (value(node, name) instanceof Number number) {
            return number.longValue();
        }
        throw fail("attribute '" + name + "' of " + node.getPath() + " is not a number");
    }

    private Object value(Node node, String name) {
        Attribute attribute = node.getAttribute(name);
        if (attribute == null) {
            throw fail("no sample file: attribute '" + name + "' of " + node.getPath() + " is missing");
        }
        return attribute.getData();
    }

    private BadInputException fail(String what) {
        return BadInputException.data(file + ": " + what);
    }
}
