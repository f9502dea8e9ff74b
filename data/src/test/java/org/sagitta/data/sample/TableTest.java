package org.sagitta.data.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sagitta.geometry.input.BadInputException;

class TableTest {
    @ParameterizedTest
    @EnumSource(ColumnType.class)
    void buildersGrowAndKeepValues(ColumnType type) {
        ColumnBuilder builder = new ColumnBuilder(ColumnSpec.of("x", type, "1", "numbers"));
        for (int i = 0; i < 5000; i++) {
            builder.addWhole(i % 100);
        }
        Column column = builder.build();
        assertEquals(5000, column.length());
        for (int i = 0; i < 5000; i++) {
            assertEquals(i % 100, column.number(i));
        }
        assertEquals(42.0, column.toDoubles()[42]);
        assertEquals(5000, java.lang.reflect.Array.getLength(column.toArray()));
    }

    @Test
    void rangesAreHeld() {
        assertThrows(
                IllegalArgumentException.class, () -> build(ColumnType.UINT8).addWhole(256));
        assertThrows(
                IllegalArgumentException.class, () -> build(ColumnType.UINT8).addWhole(-1));
        assertThrows(
                IllegalArgumentException.class, () -> build(ColumnType.INT16).addWhole(40_000));
        assertThrows(
                IllegalArgumentException.class, () -> build(ColumnType.UINT32).addWhole(-1));
        assertThrows(ArithmeticException.class, () -> build(ColumnType.INT32).addWhole(1L << 31));
        assertThrows(
                IllegalArgumentException.class, () -> build(ColumnType.INT32).add(0.5));
        ColumnBuilder unsigned = build(ColumnType.UINT32);
        unsigned.addWhole(0xffffffffL);
        assertEquals(4294967295L, unsigned.build().whole(0));
        ColumnBuilder bytes = build(ColumnType.UINT8);
        bytes.addWhole(255);
        assertEquals(255, bytes.build().number(0));
        Column real = Column.of(ColumnSpec.of("x", ColumnType.FLOAT64, "1", ""), new double[] {0.5});
        assertThrows(IllegalArgumentException.class, () -> real.whole(0));
    }

    private static ColumnBuilder build(ColumnType type) {
        return new ColumnBuilder(ColumnSpec.of("x", type, "1", "numbers"));
    }

    @Test
    void columnsDoNotShareTheirArrays() {
        double[] values = {1, 2};
        Column column = Column.of(ColumnSpec.of("x", ColumnType.FLOAT64, "1", ""), values);
        values[0] = 7;
        ((double[]) column.toArray())[1] = 7;
        assertArrayEquals(new double[] {1, 2}, column.toDoubles());
        assertThrows(
                IllegalArgumentException.class,
                () -> Column.of(ColumnSpec.of("x", ColumnType.FLOAT32, "1", ""), values));
    }

    @Test
    void tablesCheckTheirShape() {
        Column counts = Column.of(ColumnSpec.of("n", ColumnType.INT32, "1", ""), new int[] {2, 0, 1});
        Column three = Column.of(ColumnSpec.jagged("x", ColumnType.FLOAT32, "1", "", "n"), new float[] {1, 2, 3});
        Column two = Column.of(ColumnSpec.jagged("y", ColumnType.FLOAT32, "1", "", "n"), new float[] {1, 2});
        Table table = new Table("t", 3, List.of(counts, three));
        assertEquals(List.of(counts, three), table.columns());
        assertTrue(table.has("x"));
        assertFalse(table.has("y"));
        assertThrows(IllegalArgumentException.class, () -> table.column("y"));
        assertThrows(IllegalArgumentException.class, () -> new Table("t", 3, List.of(counts, two)));
        assertThrows(IllegalArgumentException.class, () -> new Table("t", 2, List.of(counts)));
        assertThrows(IllegalArgumentException.class, () -> new Table("t", 3, List.of(counts, counts)));
        Sample sample = new Sample(new Provenance("", "", "Z", "", "", 1), List.of(table));
        assertEquals(table, sample.table("t"));
        assertThrows(BadInputException.class, () -> sample.table("u"));
    }
}
