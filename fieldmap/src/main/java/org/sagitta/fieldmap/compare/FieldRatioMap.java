package org.sagitta.fieldmap.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.sagitta.fieldmap.CylindricalField;
import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.geometry.units.Units;

/**
 * Two fields compared on the nodes of an (r, phi, z) grid: the ratio of Bz minus one, and the differences of Br and Bphi.
 * Every node counts the same in means and spreads. Immutable.
 */
public final class FieldRatioMap {
    private static final int TRACKER_PHI_STEPS = 48;

    private final List<Double> r;
    private final List<Double> z;
    private final int phiSteps;
    private final List<Node> nodes;

    /**
     * One node.
     *
     * @param r [mm]
     * @param phi [rad]
     * @param z [mm]
     * @param bzRatio numerator over denominator, minus one
     * @param deltaBr numerator minus denominator [T]
     * @param deltaBphi numerator minus denominator [T]
     */
    public record Node(double r, double phi, double z, double bzRatio, double deltaBr, double deltaBphi) {}

    /**
     * Mean, standard deviation around it (rms spread), smallest and largest value, and rms around zero.
     */
    public record Summary(double mean, double rms, double min, double max, double rmsAroundZero) {}

    private FieldRatioMap(List<Double> r, List<Double> z, int phiSteps, List<Node> nodes) {
        this.r = List.copyOf(r);
        this.z = List.copyOf(z);
        this.phiSteps = phiSteps;
        this.nodes = List.copyOf(nodes);
    }

    /**
     * Compares on the nodes r x phi x z, phi = 2 pi i / phiSteps.
     *
     * @param r distances from the beam line [mm]
     * @param z [mm]
     * @throws org.sagitta.fieldmap.OutOfFieldException if a node is outside the domain of a field
     */
    public static FieldRatioMap sample(
            MagneticField numerator, MagneticField denominator, List<Double> r, List<Double> z, int phiSteps) {
        if (r.isEmpty() || z.isEmpty() || phiSteps < 1) {
            throw new IllegalArgumentException("a field comparison needs at least one r, one phi and one z");
        }
        FieldCursor top = numerator.cursor();
        FieldCursor bottom = denominator.cursor();
        List<Node> nodes = new ArrayList<>();
        for (double nodeR : r) {
            for (int i = 0; i < phiSteps; i++) {
                for (double nodeZ : z) {
                    nodes.add(node(top, bottom, nodeR, 2 * Math.PI * i / phiSteps, nodeZ));
                }
            }
        }
        return new FieldRatioMap(r, z, phiSteps, nodes);
    }

    /** Compares over the tracker: r = 0, 0.2 ... 1.0, 1.1 m, z = -2.8, -2.4 ... 2.8 m, 48 azimuths. */
    public static FieldRatioMap overTracker(MagneticField numerator, MagneticField denominator) {
        List<Double> r = new ArrayList<>(axis(6, i -> 0.2 * i));
        r.add(1.1 * Units.M);
        List<Double> z = axis(15, i -> (i - 7) * 0.4);
        return sample(numerator, denominator, r, z, TRACKER_PHI_STEPS);
    }

    private static List<Double> axis(int size, IntToDoubleFunction metres) {
        return IntStream.range(0, size)
                .mapToDouble(metres)
                .mapToObj(x -> x * Units.M)
                .toList();
    }

    private static Node node(FieldCursor top, FieldCursor bottom, double r, double phi, double z) {
        CylindricalField a = CylindricalField.at(top, r, phi, z);
        CylindricalField b = CylindricalField.at(bottom, r, phi, z);
        return new Node(r, phi, z, a.bz() / b.bz() - 1, a.br() - b.br(), a.bphi() - b.bphi());
    }

    /** All nodes, r slowest, z fastest. */
    public List<Node> nodes() {
        return nodes;
    }

    /** The r axis [mm]. */
    public List<Double> r() {
        return r;
    }

    /** The azimuths [rad]. */
    public List<Double> phi() {
        return IntStream.range(0, phiSteps)
                .mapToObj(i -> 2 * Math.PI * i / phiSteps)
                .toList();
    }

    /** The z axis [mm]. */
    public List<Double> z() {
        return z;
    }

    /** Ratio of Bz minus one, over all nodes. */
    public Summary bzRatio() {
        return summary(nodes, Node::bzRatio);
    }

    /** Difference of Br [T], over all nodes. */
    public Summary deltaBr() {
        return summary(nodes, Node::deltaBr);
    }

    /** Difference of Bphi [T], over all nodes. */
    public Summary deltaBphi() {
        return summary(nodes, Node::deltaBphi);
    }

    /** Ratio of Bz minus one over phi and z, for each r of {@link #r()}. */
    public List<Summary> bzRatioByR() {
        return IntStream.range(0, r.size())
                .mapToObj(i -> summary(where((ir, iphi, iz) -> ir == i), Node::bzRatio))
                .toList();
    }

    /** Ratio of Bz minus one over r and z, for each phi = 2 pi i / steps. */
    public List<Summary> bzRatioByPhi() {
        return IntStream.range(0, phiSteps)
                .mapToObj(i -> summary(where((ir, iphi, iz) -> iphi == i), Node::bzRatio))
                .toList();
    }

    /** Ratio of Bz minus one over r and phi, for each z of {@link #z()}. */
    public List<Summary> bzRatioByZ() {
        return IntStream.range(0, z.size())
                .mapToObj(i -> summary(where((ir, iphi, iz) -> iz == i), Node::bzRatio))
                .toList();
    }

    /** Ratio of Bz minus one over phi, at r().get(rIndex), z().get(zIndex). */
    public Summary bzRatioOverPhi(int rIndex, int zIndex) {
        return summary(where((ir, iphi, iz) -> ir == rIndex && iz == zIndex), Node::bzRatio);
    }

    /** Chooses nodes by their indices on the three axes. */
    private interface Selection {
        boolean takes(int r, int phi, int z);
    }

    private List<Node> where(Selection selection) {
        List<Node> chosen = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            int ring = i / z.size();
            if (selection.takes(ring / phiSteps, ring % phiSteps, i % z.size())) {
                chosen.add(nodes.get(i));
            }
        }
        return chosen;
    }

    private static Summary summary(List<Node> nodes, ToDoubleFunction<Node> quantity) {
        double sum = 0;
        double squares = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (Node node : nodes) {
            double value = quantity.applyAsDouble(node);
            sum += value;
            squares += value * value;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        double mean = sum / nodes.size();
        double spread = 0;
        for (Node node : nodes) {
            double d = quantity.applyAsDouble(node) - mean;
            spread += d * d;
        }
        return new Summary(mean, Math.sqrt(spread / nodes.size()), min, max, Math.sqrt(squares / nodes.size()));
    }
}
