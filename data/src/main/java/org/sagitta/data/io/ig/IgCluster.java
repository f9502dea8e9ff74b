package org.sagitta.data.io.ig;

import org.sagitta.geometry.linear.Vec3;

/**
 * A cluster of neighbouring strips with charge.
 *
 * @param detId number of the module in CMS's scheme
 * @param firstStrip lower edge of its first strip, in the middle of the strip [mm]
 */
public record IgCluster(int detId, Vec3 firstStrip) {}
