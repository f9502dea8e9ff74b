package org.sagitta.geometry.detector;

/**
 * Where a sensor sits in the hierarchy of structures. Numbers are those of the sensor table: layers and disks from the
 * beam outwards, structures (ladder, blade, string, rod, petal) in phi, zero where a level does not exist.
 *
 * @param side -1 for z below zero, +1 for z above
 * @param face "inner"/"outer" sublayer in the barrel, "front"/"back" in TID and TEC, "panel1"/"panel2" in FPIX
 * @param pairId common number of the two sides of a double-sided module (the smaller of their two row numbers), 0 if single
 */
public record SensorAddress(
        Subdetector subdetector,
        int side,
        int layer,
        int ring,
        String face,
        int structure,
        int panel,
        int module,
        SensorKind kind,
        int pairId) {}
