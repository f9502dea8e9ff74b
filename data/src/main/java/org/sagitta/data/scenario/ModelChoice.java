package org.sagitta.data.scenario;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The parameters that a calibration fits, in the words of a scenario; what they mean is decided in the module calibration.
 *
 * @param field A
 * @param loss e
 * @param misalignment M
 */
public record ModelChoice(Field field, Loss loss, Misalignment misalignment) {
    /** Uniform bins reach to this |eta|. */
    static final double ABS_ETA_MAX = 2.4;

    /** A1 + A2 eta^2, e of pT in 12 bins, M with its first harmonics in 6 bins. */
    public static final ModelChoice STANDARD = new ModelChoice(
            new Field(FieldForm.POLYNOMIAL, List.of(), 0),
            new Loss(LossOf.TRANSVERSE_MOMENTUM, LossGrowth.NONE, uniform(12)),
            new Misalignment(MisalignmentForm.BINNED, uniform(6), 1));

    /** How A depends on eta. */
    public enum FieldForm {
        /** There is no A. */
        NONE,
        /** A1 + A2 eta^2. */
        POLYNOMIAL,
        /** One A per eta bin. */
        BINNED,
        /** A cubic spline in eta. */
        SPLINE
    }

    /** How M depends on eta. */
    public enum MisalignmentForm {
        /** One M per eta bin. */
        BINNED,
        /** A cubic spline in eta. */
        SPLINE
    }

    /** What the energy loss is taken from. */
    public enum LossOf {
        /** dk/k = -e k. */
        TRANSVERSE_MOMENTUM,
        /** dk/k = -e k sin(theta). */
        TOTAL_MOMENTUM
    }

    /** How the energy loss grows with momentum. */
    public enum LossGrowth {
        /** Not at all. */
        NONE,
        /** As the mean loss in silicon does. */
        LOGARITHMIC
    }

    /**
     * The term A.
     *
     * @param form of its dependence on eta
     * @param etaEdges of the bins, or knots of the spline, ascending; empty for the other forms
     * @param harmonics the largest n of cos(n phi) and sin(n phi); 0 if A does not depend on phi
     */
    public record Field(FieldForm form, List<Double> etaEdges, int harmonics) {
        /** Keeps a copy. */
        public Field {
            etaEdges = List.copyOf(etaEdges);
        }
    }

    /**
     * The term e.
     *
     * @param etaEdges of its bins, ascending; empty if there is no e
     */
    public record Loss(LossOf of, LossGrowth growth, List<Double> etaEdges) {
        /** Keeps a copy. */
        public Loss {
            etaEdges = List.copyOf(etaEdges);
        }
    }

    /**
     * The term M.
     *
     * @param form of its dependence on eta
     * @param etaEdges of the bins, or knots of the spline, ascending; empty if there is no M
     * @param harmonics the largest n of cos(n phi) and sin(n phi); 0 if M does not depend on phi
     */
    public record Misalignment(MisalignmentForm form, List<Double> etaEdges, int harmonics) {
        /** Keeps a copy. */
        public Misalignment {
            etaEdges = List.copyOf(etaEdges);
        }
    }

    /** Edges of equal bins in the acceptance; none for 0 bins. */
    public static List<Double> uniform(int bins) {
        return bins == 0
                ? List.of()
                : IntStream.rangeClosed(0, bins)
                        .mapToObj(i -> (-ABS_ETA_MAX * (bins - i) + ABS_ETA_MAX * i) / bins)
                        .toList();
    }
}
