package org.sagitta.data.io.hepmc;

import java.util.List;
import java.util.Map;
import org.sagitta.geometry.linear.Vec3;

/** A vertex that has a line of its own: the numbers of the particles going in, and where it is [mm], zero for no position. */
record HepMcVertex(List<Integer> incoming, Vec3 position) {
    HepMcVertex {
        incoming = List.copyOf(incoming);
    }

    /**
     * The particles going into the vertex in which a particle of this parent is made.
     *
     * @param parent as in {@link HepMcParticle}
     */
    static List<Integer> incoming(int parent, Map<Integer, HepMcVertex> vertices) {
        if (parent > 0) {
            return List.of(parent);
        }
        HepMcVertex vertex = vertices.get(parent);
        return vertex == null ? List.of() : vertex.incoming();
    }
}
