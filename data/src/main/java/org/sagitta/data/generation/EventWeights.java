package org.sagitta.data.generation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Named weights of an event, in a fixed order. Those of the mass and width of the Z have the names that mass fits of CMS
 * give to the entries of {@code MEParamWeight} and {@code MEParamWeightAltSet1} of NanoAOD.
 */
public final class EventWeights {
    private static final double MEV = 1e-3;
    /** Mass variations in steps of this [MeV], to ten steps either side, then the uncertainty of the Z mass of LEP. */
    private static final int MASS_STEP = 10;

    private static final int MASS_STEPS = 10;
    private static final double MASS_UNCERTAINTY = 2.1;

    private final Map<String, PairWeight> weights;

    private EventWeights(Map<String, PairWeight> weights) {
        this.weights = Collections.unmodifiableMap(weights);
    }

    /** No weights at all. */
    public static EventWeights none() {
        return new EventWeights(new LinkedHashMap<>());
    }

    /** These weights and one more. */
    public EventWeights with(String name, PairWeight weight) {
        Map<String, PairWeight> more = new LinkedHashMap<>(weights);
        if (more.put(name, weight) != null) {
            throw new IllegalArgumentException("weight " + name + " is there already");
        }
        return new EventWeights(more);
    }

    /**
     * The 23 weights of {@code MEParamWeight}: mass of the Z shifted by -100, -90 ... 100 MeV, then by -2.1 and 2.1 MeV,
     * the width and the rest of the line unchanged; "massShiftZ100MeVDown", "massShiftZ0MeV", "massShiftZ2p1MeVUp".
     *
     * @param line with which the sample was generated, at mass and width of {@link Resonance#Z}
     */
    public static EventWeights zMass(ZLine line) {
        EventWeights all = none();
        for (int step = -MASS_STEPS; step <= MASS_STEPS; step++) {
            String way = step < 0 ? "Down" : step > 0 ? "Up" : "";
            String name = "massShiftZ" + Math.abs(step) * MASS_STEP + "MeV" + way;
            all = all.with(name, zLine(line, step * MASS_STEP * MEV, 0));
        }
        return all.with("massShiftZ2p1MeVDown", zLine(line, -MASS_UNCERTAINTY * MEV, 0))
                .with("massShiftZ2p1MeVUp", zLine(line, MASS_UNCERTAINTY * MEV, 0));
    }

    /**
     * Eight weights of the width of the Z shifted by 2.3, 10, 50 and 100 MeV down and up, the mass and the rest of the line
     * unchanged: "widthShiftZ2p3MeVDown", "widthShiftZ2p3MeVUp" and so on. 2.3 MeV is the uncertainty of the width (Particle
     * Data Group 2024).
     *
     * @param line with which the sample was generated, at mass and width of {@link Resonance#Z}
     */
    public static EventWeights zWidth(ZLine line) {
        EventWeights all = none();
        for (double shift : new double[] {2.3, 10, 50, 100}) {
            String size = shift == Math.rint(shift) ? Integer.toString((int) shift) : "2p3";
            all = all.with("widthShiftZ" + size + "MeVDown", zLine(line, 0, -shift * MEV))
                    .with("widthShiftZ" + size + "MeVUp", zLine(line, 0, shift * MEV));
        }
        return all;
    }

    /**
     * Mass and width of the Z shifted.
     *
     * @param line with which the sample was generated, at mass and width of {@link Resonance#Z}
     * @param massShift [GeV]
     * @param widthShift [GeV]
     */
    public static PairWeight zLine(ZLine line, double massShift, double widthShift) {
        double mass = Resonance.Z.mass();
        double width = Resonance.Z.width();
        return PairWeight.line(line.window(mass, width), line.window(mass + massShift, width + widthShift));
    }

    /**
     * Each angular coefficient of the Z shifted up and down, sixteen weights: "A0Up", "A0Down" ... "A7Down".
     *
     * @param angles with which the sample was generated
     * @param model around which it is varied
     * @param shift of each coefficient
     */
    public static EventWeights zAngles(DecayAngles angles, ZAngularModel model, double shift) {
        EventWeights all = none();
        for (int i = 0; i < AngularCoefficients.NUMBER; i++) {
            for (int sign = 1; sign >= -1; sign -= 2) {
                ZAngularModel varied = model.shifted(AngularCoefficients.only(i, sign * shift));
                String name = String.format(Locale.ROOT, "A%d%s", i, sign > 0 ? "Up" : "Down");
                all = all.with(name, PairWeight.angles(angles, new ZDecay(varied)));
            }
        }
        return all;
    }

    /** The names, in the order of {@link #of}. */
    public List<String> names() {
        return List.copyOf(weights.keySet());
    }

    public int size() {
        return weights.size();
    }

    /** The weight of this name. */
    public PairWeight weight(String name) {
        PairWeight weight = weights.get(name);
        if (weight == null) {
            throw new IllegalArgumentException("no weight " + name + ", there are " + String.join(", ", names()));
        }
        return weight;
    }

    /** All weights of a pair. */
    public double[] of(GeneratedPair pair) {
        return weights.values().stream().mapToDouble(weight -> weight.of(pair)).toArray();
    }
}
