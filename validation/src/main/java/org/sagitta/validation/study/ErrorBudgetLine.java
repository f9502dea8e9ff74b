package org.sagitta.validation.study;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What one effect alone does to the extrapolation from J/psi to Upsilon and Z: biases of the mass, m/m_target - 1, and of the curvature of muons of
 * 45 GeV against the ideal world, after the calibration on J/psi unless it says before. Bins of eta are those of {@link #edges()}.
 *
 * @param effect its name
 * @param remedy what mends it, as text for people; empty if nothing is known
 * @param jpsiBefore mass bias of the J/psi before the calibration
 * @param jpsiAfter after it
 * @param upsilon on which the calibration is tested
 * @param z the same
 * @param even45 charge-even bias of the curvature at 45 GeV
 * @param odd45 charge-odd bias, half of positive minus negative
 */
public record ErrorBudgetLine(
        String effect,
        String remedy,
        ErrorBudgetFigure jpsiBefore,
        ErrorBudgetFigure jpsiAfter,
        Tested upsilon,
        Tested z,
        List<ErrorBudgetFigure> even45,
        List<ErrorBudgetFigure> odd45) {
    /**
     * Mass bias of a resonance on which the calibration is not made.
     *
     * @param before the calibration
     * @param after it
     * @param byEta after it, in bins of eta of the positive muon
     */
    public record Tested(ErrorBudgetFigure before, ErrorBudgetFigure after, List<ErrorBudgetFigure> byEta) {
        public Tested {
            byEta = List.copyOf(byEta);
        }
    }

    public ErrorBudgetLine {
        even45 = List.copyOf(even45);
        odd45 = List.copyOf(odd45);
    }

    /** Edges of the bins of eta, one more than there are bins. */
    public static List<Double> edges() {
        Binning binning = Binning.LEG_ETA;
        return IntStream.rangeClosed(0, binning.bins())
                .mapToObj(binning::lowEdge)
                .toList();
    }

    /** The largest bias of a list. */
    public static ErrorBudgetFigure worst(List<ErrorBudgetFigure> figures) {
        ErrorBudgetFigure worst = figures.get(0);
        for (ErrorBudgetFigure f : figures) {
            if (Math.abs(f.value()) > Math.abs(worst.value())) {
                worst = f;
            }
        }
        return worst;
    }
}
