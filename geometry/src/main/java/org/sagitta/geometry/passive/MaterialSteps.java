package org.sagitta.geometry.passive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.sagitta.geometry.material.MaterialSlab;

/**
 * Matter at normal incidence as a step function of one coordinate [mm], zero or positive: |z| on a cylinder, r on a disk.
 * A step holds from its lower edge up to but not including its upper one; beyond all steps is nothing. Immutable.
 */
public final class MaterialSteps {
    private final double[] edges;
    private final List<MaterialSlab> slabs;

    /**
     * @param edges one more than there are steps, increasing, zero or positive [mm]
     * @param slabs matter of each step
     */
    public MaterialSteps(List<Double> edges, List<MaterialSlab> slabs) {
        this.edges = edges.stream().mapToDouble(Double::doubleValue).toArray();
        this.slabs = List.copyOf(slabs);
        if (slabs.isEmpty() || edges.size() != slabs.size() + 1) {
            throw new IllegalArgumentException(edges.size() + " edges of " + slabs.size() + " steps of material");
        }
        for (int i = 0; i < this.edges.length; i++) {
            double lowest = i == 0 ? 0 : Math.nextUp(this.edges[i - 1]);
            if (!(this.edges[i] >= lowest && Double.isFinite(this.edges[i]))) {
                throw new IllegalArgumentException(
                        "edges of steps of material " + edges + " mm; they must be zero or positive and increase");
            }
        }
    }

    /** Matter at a place; {@link MaterialSlab#VACUUM} outside. */
    public MaterialSlab at(double coordinate) {
        int step = indexAt(coordinate);
        return step < 0 ? MaterialSlab.VACUUM : slabs.get(step);
    }

    /** Number of the step at a place, from 0; -1 outside. */
    int indexAt(double coordinate) {
        if (!(coordinate >= edges[0] && coordinate < edges[slabs.size()])) {
            return -1;
        }
        int found = Arrays.binarySearch(edges, coordinate);
        return found >= 0 ? found : -found - 2;
    }

    /** Where the first step begins [mm]. */
    public double from() {
        return edges[0];
    }

    /** Where the last step ends [mm]. */
    public double to() {
        return edges[slabs.size()];
    }

    public int size() {
        return slabs.size();
    }

    /** Lower edge of a step, or the end of the last one [mm]. */
    public double edge(int step) {
        return edges[step];
    }

    public MaterialSlab slab(int step) {
        return slabs.get(step);
    }

    /** The same matter in more steps: cut at further edges; those outside are left aside. */
    public MaterialSteps cutAt(Collection<Double> further) {
        TreeSet<Double> all = new TreeSet<>();
        DoubleStream.of(edges).forEach(all::add);
        further.stream().filter(e -> e > from() && e < to()).forEach(all::add);
        List<Double> cuts = List.copyOf(all);
        List<MaterialSlab> matter =
                cuts.subList(0, cuts.size() - 1).stream().map(this::at).toList();
        return new MaterialSteps(cuts, matter);
    }

    /** The same matter in steps no longer than this [mm]. */
    public MaterialSteps cutInto(double longest) {
        List<Double> further = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            double length = edges[i + 1] - edges[i];
            int pieces = (int) Math.ceil(length / longest);
            for (int k = 1; k < pieces; k++) {
                further.add(edges[i] + k * length / pieces);
            }
        }
        return cutAt(further);
    }

    /** Each step times the factor at its middle. */
    public MaterialSteps scaled(DoubleUnaryOperator factor) {
        List<MaterialSlab> matter = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            matter.add(slabs.get(i).scaled(factor.applyAsDouble(0.5 * (edges[i] + edges[i + 1]))));
        }
        return new MaterialSteps(DoubleStream.of(edges).boxed().toList(), matter);
    }
}
