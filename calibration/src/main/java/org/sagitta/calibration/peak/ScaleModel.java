package org.sagitta.calibration.peak;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.calibration.model.EtaBinning;

/**
 * Which scale parameters a peak fit determines. Either one relative offset d of the measured mass, peak at m0 (1 + d),
 * for the check of a calibration; or curvature corrections of the legs,
 *
 * <pre>
 *   k' = k (1 + A - e k) + q M,     c = k'/k = 1 + A - e k + q M / k,
 *   peak at m0 c_1^w1 c_2^w2        (w the weight of a leg, -d ln m / d ln k)
 * </pre>
 *
 * <p>with A one number, A1 + A2 eta^2, or one number per |eta| bin; e one number or one per |eta| bin [GeV], an energy
 * loss per transverse momentum: a loss of dE in total momentum at polar angle theta is e = dE sin(theta); and M one
 * number [1/GeV]. Parameters come in the order A, e, M. Immutable.
 */
public final class ScaleModel {
    private static final double NO_END = Double.POSITIVE_INFINITY;

    private final List<ScaleTerm> terms;

    private ScaleModel(List<ScaleTerm> terms) {
        this.terms = List.copyOf(terms);
    }

    /** One relative offset of the measured mass. */
    public static ScaleModel massOffset() {
        return new ScaleModel(List.of());
    }

    /** One A for all legs. */
    public static ScaleModel curvature() {
        return new ScaleModel(List.of(new ScaleTerm("A", ScaleTerm.Kind.FIELD, 0, NO_END)));
    }

    /** A1 + A2 eta^2. */
    public static ScaleModel curvatureWithEtaSquared() {
        return new ScaleModel(List.of(
                new ScaleTerm("A1", ScaleTerm.Kind.FIELD, 0, NO_END),
                new ScaleTerm("A2", ScaleTerm.Kind.FIELD_ETA_SQUARED, 0, NO_END)));
    }

    /** One A for each of these bins of |eta|, which start at 0; legs beyond the last edge belong to the last bin. */
    public static ScaleModel curvatureInBins(EtaBinning bins) {
        return new ScaleModel(inBins("A", ScaleTerm.Kind.FIELD, bins));
    }

    /** The same A, and one e for all legs. */
    public ScaleModel withLoss() {
        return with(List.of(new ScaleTerm("e", ScaleTerm.Kind.LOSS, 0, NO_END)));
    }

    /** The same A, and one e for each of these bins of |eta|. */
    public ScaleModel withLossInBins(EtaBinning bins) {
        return with(inBins("e", ScaleTerm.Kind.LOSS, bins));
    }

    /** The same A and e, and one M for all legs. */
    public ScaleModel withMisalignment() {
        return with(List.of(new ScaleTerm("M0", ScaleTerm.Kind.MISALIGNMENT, 0, NO_END)));
    }

    private ScaleModel with(List<ScaleTerm> more) {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("a mass offset has no other terms beside it");
        }
        List<ScaleTerm> all = new ArrayList<>(terms);
        all.addAll(more);
        return new ScaleModel(all);
    }

    private static List<ScaleTerm> inBins(String symbol, ScaleTerm.Kind kind, EtaBinning bins) {
        if (bins.size() == 0 || bins.low(0) != 0) {
            throw new IllegalArgumentException("bins of |eta| must start at 0, got " + bins);
        }
        List<ScaleTerm> terms = new ArrayList<>();
        for (int b = 0; b < bins.size(); b++) {
            double high = b == bins.size() - 1 ? NO_END : bins.high(b);
            terms.add(new ScaleTerm(symbol + "_" + (b + 1), kind, bins.low(b), high));
        }
        return terms;
    }

    /** Number of parameters. */
    public int size() {
        return isMassOffset() ? 1 : terms.size();
    }

    /** Names of the parameters in their order; "d" for the mass offset. */
    public List<String> names() {
        return isMassOffset()
                ? List.of("d")
                : terms.stream().map(ScaleTerm::name).toList();
    }

    /** Unit of parameter i: "1", "GeV" or "1/GeV". */
    public String unit(int i) {
        if (isMassOffset()) {
            return "1";
        }
        return switch (terms.get(i).kind()) {
            case FIELD, FIELD_ETA_SQUARED -> "1";
            case LOSS -> "GeV";
            case MISALIGNMENT -> "1/GeV";
        };
    }

    /** Whether the parameter is the relative offset of the mass; otherwise all are corrections of curvatures. */
    public boolean isMassOffset() {
        return terms.isEmpty();
    }

    List<ScaleTerm> terms() {
        return terms;
    }

    /**
     * ln of peak position over nominal mass. Not a number if a curvature would be turned.
     *
     * @param parameters starts with those of this model
     */
    double logScale(PeakPair pair, double[] parameters) {
        if (isMassOffset()) {
            return Math.log1p(parameters[0]);
        }
        return pair.first().weight() * Math.log(ratio(pair.first(), parameters))
                + pair.second().weight() * Math.log(ratio(pair.second(), parameters));
    }

    /** k'/k of a leg. */
    private double ratio(PeakLeg leg, double[] parameters) {
        double ratio = 1;
        for (int j = 0; j < terms.size(); j++) {
            ratio += parameters[j] * terms.get(j).basis(leg);
        }
        return ratio;
    }

    /** Adds {@code factor} times d logScale / dp to the leading entries of {@code score}. */
    void addScore(PeakPair pair, double[] parameters, double factor, double[] score) {
        if (isMassOffset()) {
            score[0] += factor / (1 + parameters[0]);
            return;
        }
        addScore(pair.first(), parameters, factor, score);
        addScore(pair.second(), parameters, factor, score);
    }

    private void addScore(PeakLeg leg, double[] parameters, double factor, double[] score) {
        double perBasis = factor * leg.weight() / ratio(leg, parameters);
        for (int j = 0; j < terms.size(); j++) {
            score[j] += perBasis * terms.get(j).basis(leg);
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ScaleModel other && terms.equals(other.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    @Override
    public String toString() {
        return "ScaleModel" + names();
    }
}
