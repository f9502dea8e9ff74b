package org.sagitta.data.sample;

import java.util.Arrays;

/** Storage of a column. Unsigned types keep their bits in the signed Java type of the same size. */
public enum ColumnType {
    FLOAT32,
    FLOAT64,
    INT16,
    INT32,
    INT64,
    UINT8,
    UINT16,
    UINT32,
    UINT64;

    /** Whether negative values do not exist. */
    public boolean isUnsigned() {
        return this == UINT8 || this == UINT16 || this == UINT32 || this == UINT64;
    }

    /** Whether values have fractions. */
    public boolean isFloating() {
        return this == FLOAT32 || this == FLOAT64;
    }

    /** Size of one value. */
    public int bytes() {
        return switch (this) {
            case UINT8 -> 1;
            case INT16, UINT16 -> 2;
            case FLOAT32, INT32, UINT32 -> 4;
            case FLOAT64, INT64, UINT64 -> 8;
        };
    }

    /** A Java array of this storage. */
    Object newArray(int length) {
        return switch (this) {
            case FLOAT32 -> new float[length];
            case FLOAT64 -> new double[length];
            case INT16, UINT16 -> new short[length];
            case INT32, UINT32 -> new int[length];
            case INT64, UINT64 -> new long[length];
            case UINT8 -> new byte[length];
        };
    }

    Object copyOf(Object array, int length) {
        return switch (this) {
            case FLOAT32 -> Arrays.copyOf((float[]) array, length);
            case FLOAT64 -> Arrays.copyOf((double[]) array, length);
            case INT16, UINT16 -> Arrays.copyOf((short[]) array, length);
            case INT32, UINT32 -> Arrays.copyOf((int[]) array, length);
            case INT64, UINT64 -> Arrays.copyOf((long[]) array, length);
            case UINT8 -> Arrays.copyOf((byte[]) array, length);
        };
    }

    void put(Object array, int index, double value) {
        if (this == FLOAT32) {
            ((float[]) array)[index] = (float) value;
        } else if (this == FLOAT64) {
            ((double[]) array)[index] = value;
        } else {
            throw new IllegalArgumentException("a number with fraction in a column of type " + this);
        }
    }

    void put(Object array, int index, long value) {
        switch (this) {
            case FLOAT32 -> ((float[]) array)[index] = value;
            case FLOAT64 -> ((double[]) array)[index] = value;
            case INT16 -> ((short[]) array)[index] = (short) within(value, Short.MIN_VALUE, Short.MAX_VALUE);
            case UINT16 -> ((short[]) array)[index] = (short) within(value, 0, 0xffff);
            case INT32 -> ((int[]) array)[index] = Math.toIntExact(value);
            case UINT32 -> ((int[]) array)[index] = (int) within(value, 0, 0xffffffffL);
            case INT64, UINT64 -> ((long[]) array)[index] = value;
            case UINT8 -> ((byte[]) array)[index] = (byte) within(value, 0, 0xff);
        }
    }

    private long within(long value, long low, long high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(value + " in a column of type " + this);
        }
        return value;
    }

    double getDouble(Object array, int index) {
        return switch (this) {
            case FLOAT32 -> ((float[]) array)[index];
            case FLOAT64 -> ((double[]) array)[index];
            default -> getLong(array, index);
        };
    }

    long getLong(Object array, int index) {
        return switch (this) {
            case FLOAT32, FLOAT64 -> throw new IllegalArgumentException("a whole number from a column of type " + this);
            case INT16 -> ((short[]) array)[index];
            case UINT16 -> Short.toUnsignedLong(((short[]) array)[index]);
            case INT32 -> ((int[]) array)[index];
            case UINT32 -> Integer.toUnsignedLong(((int[]) array)[index]);
            case INT64, UINT64 -> ((long[]) array)[index];
            case UINT8 -> Byte.toUnsignedLong(((byte[]) array)[index]);
        };
    }
}
