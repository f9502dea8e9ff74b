package org.sagitta.data.simulation;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.material.MaterialSlab;

/**
 * The true passage of a muon through matter that is in no sensor.
 *
 * @param path length of the way from the vertex [mm]
 * @param position [mm]
 * @param momentum just before the matter [GeV]
 * @param slab the matter at normal incidence; none where the surface has a hole
 * @param cosine of the angle to the normal, at least 0.03
 */
public record MatterCrossing(double path, Vec3 position, Vec3 momentum, MaterialSlab slab, double cosine) {}
