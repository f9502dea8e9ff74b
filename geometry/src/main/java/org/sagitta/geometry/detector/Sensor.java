package org.sagitta.geometry.detector;

import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.geometry.surface.Plane;

/**
 * One silicon sensor; both sides of a double-sided module are sensors of their own.
 *
 * @param index position in {@link Tracker#sensors()}, from 0
 * @param name path such as "TOB+/L3/inner/rod12/mod4/rphi"
 * @param thickness of the silicon [mm]
 * @param material matter of the module folded onto this plane; each side of a double-sided module carries half
 * @param materialGroup name of the material group in the source table
 */
public record Sensor(
        int index,
        String name,
        SensorAddress address,
        Plane plane,
        Outline outline,
        double thickness,
        Topology topology,
        Resolution resolution,
        MaterialSlab material,
        String materialGroup) {

    public Sensor withPlane(Plane moved) {
        return new Sensor(
                index, name, address, moved, outline, thickness, topology, resolution, material, materialGroup);
    }

    public Sensor withMaterial(MaterialSlab slab) {
        return new Sensor(index, name, address, plane, outline, thickness, topology, resolution, slab, materialGroup);
    }

    public Sensor withResolution(Resolution other) {
        return new Sensor(index, name, address, plane, outline, thickness, topology, other, material, materialGroup);
    }
}
