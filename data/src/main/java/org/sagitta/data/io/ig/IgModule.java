package org.sagitta.data.io.ig;

import java.util.List;
import org.sagitta.geometry.linear.Vec3;

/**
 * The drawn box of a module: four corners of its front face and, in the same order, four of its back face [mm].
 * Neighbours in the list are joined by an edge.
 */
public record IgModule(List<Vec3> front, List<Vec3> back) {
    private static final int CORNERS = 4;

    public IgModule {
        front = List.copyOf(front);
        back = List.copyOf(back);
        if (front.size() != CORNERS || back.size() != CORNERS) {
            throw new IllegalArgumentException(
                    "module with " + front.size() + " and " + back.size() + " corners; each face has four");
        }
    }

    /** Corner k, from 0 to 3, of the face half way between front and back. */
    public Vec3 middle(int k) {
        return front.get(k).plus(back.get(k)).times(0.5);
    }

    /** The mean of all corners. */
    public Vec3 centre() {
        return middle(0).plus(middle(1)).plus(middle(2)).plus(middle(3)).times(0.25);
    }
}
