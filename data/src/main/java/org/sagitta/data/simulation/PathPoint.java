package org.sagitta.data.simulation;

/** A point of a path and the direction there. Mutable: a scratch of one thread. */
final class PathPoint {
    /** Position [mm]. */
    double x;

    double y;
    double z;
    /** Derivative of the position by the path length: a unit vector but for what the series leaves out. */
    double tx;

    double ty;
    double tz;

    void set(PathPoint other) {
        x = other.x;
        y = other.y;
        z = other.z;
        tx = other.tx;
        ty = other.ty;
        tz = other.tz;
    }
}
