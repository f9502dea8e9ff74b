package org.sagitta.data.io.ig;

import org.sagitta.geometry.linear.Vec3;

/**
 * A hit and the module that is drawn for it.
 *
 * @param detId number of the module in CMS's scheme
 * @param position charge barycentre [mm], on a strip at the middle of the strip; not corrected for the Lorentz drift
 */
public record IgHit(int detId, Vec3 position, IgModule module) {}
