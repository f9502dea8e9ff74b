package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.peak.MassWindow;
import org.sagitta.calibration.peak.PeakFit;
import org.sagitta.calibration.peak.PeakFitFailure;
import org.sagitta.calibration.peak.PeakFitResult;
import org.sagitta.calibration.peak.PeakFitter;
import org.sagitta.calibration.peak.PeakModel;
import org.sagitta.calibration.peak.PeakPair;
import org.sagitta.calibration.peak.PeakProjection;
import org.sagitta.calibration.peak.ResolutionShape;
import org.sagitta.calibration.peak.ScaleParameters;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.study.RealDataCalibrationResult.Peak;
import org.sagitta.validation.study.RealDataCalibrationResult.Variation;

/**
 * First contact with real data: one curvature correction A from the J/psi peak, tested on the Upsilon, which it has not
 * seen. Here the target is the PDG mass, with the radiation in the line shape, because no simulation comes with the
 * data.
 */
public final class RealDataCalibration {
    /** Bins of the projections, which do not enter the fits. */
    private static final int JPSI_BINS = 50;

    private static final int UPSILON_BINS = 52;

    private RealDataCalibration() {}

    /**
     * Calibrates on {@code jpsi} and, if there is one, tests on {@code upsilon}.
     *
     * @throws BadInputException (data) if a sample holds too few pairs or cannot be fitted
     */
    public static RealDataCalibrationResult run(
            RealDataCalibrationInput jpsi, Optional<RealDataCalibrationInput> upsilon) {
        List<PeakPair> pairs = RealDataCalibrationTables.pairs(jpsi.table());
        PeakModel model = jpsiModel(ScaleParameters.CURVATURE);
        PeakFit inclusive = fit(jpsi.name(), "J/psi", model, pairs);
        PeakFit byEta = fit(jpsi.name(), "J/psi", jpsiModel(ScaleParameters.CURVATURE_PER_BIN), pairs);
        Correction correction = correction(inclusive);
        Optional<Peak> validation = upsilon.map(input -> upsilonPeak(input, correction, inclusive.resolution()));
        return new RealDataCalibrationResult(
                inclusive, byEta, jpsiPeak(jpsi, correction), validation, jpsiVariations(jpsi.name(), pairs));
    }

    /** The scale of an inclusive fit as a correction of curvatures. */
    static Correction correction(PeakFit inclusive) {
        return Correction.of(AemCorrection.fieldScale(inclusive.scale(0), inclusive.scaleError(0)));
    }

    private static PeakModel jpsiModel(ScaleParameters scale) {
        return RealDataCalibrationModels.jpsi(
                RealDataCalibrationModels.JPSI_WINDOW, scale, RealDataCalibrationModels.JPSI_BACKGROUND_ORDER);
    }

    private static Peak jpsiPeak(RealDataCalibrationInput input, Correction correction) {
        PeakModel model = jpsiModel(ScaleParameters.MASS_OFFSET);
        PeakFit before = fit(input.name(), "J/psi", model, RealDataCalibrationTables.pairs(input.table()));
        List<PeakPair> corrected = corrected(input, correction);
        PeakFit after = fit(input.name(), "corrected J/psi", model, corrected);
        return new Peak(input.label(), before, after, PeakProjection.of(after, corrected, JPSI_BINS), List.of());
    }

    private static Peak upsilonPeak(RealDataCalibrationInput input, Correction correction, ResolutionShape resolution) {
        PeakModel model = RealDataCalibrationModels.upsilon(
                RealDataCalibrationModels.UPSILON_WINDOW,
                resolution,
                RealDataCalibrationModels.UPSILON_BACKGROUND_ORDER);
        PeakFit before = fit(input.name(), "Upsilon", model, RealDataCalibrationTables.pairs(input.table()));
        List<PeakPair> corrected = corrected(input, correction);
        PeakFit after = fit(input.name(), "corrected Upsilon", model, corrected);
        return new Peak(
                input.label(),
                before,
                after,
                PeakProjection.of(after, corrected, UPSILON_BINS),
                upsilonVariations(input.name(), resolution, corrected));
    }

    private static List<PeakPair> corrected(RealDataCalibrationInput input, Correction correction) {
        return RealDataCalibrationTables.pairs(RealDataCalibrationTables.corrected(input.table(), correction));
    }

    private static List<Variation> jpsiVariations(String name, List<PeakPair> pairs) {
        List<Variation> variations = new ArrayList<>();
        int order = RealDataCalibrationModels.JPSI_BACKGROUND_ORDER;
        for (MassWindow window :
                List.of(new MassWindow(2.75, 3.45), new MassWindow(2.8, 3.4), new MassWindow(2.9, 3.3))) {
            PeakModel model = RealDataCalibrationModels.jpsi(window, ScaleParameters.CURVATURE, order);
            variations.add(variation(describe(window), fit(name, "J/psi", model, pairs)));
        }
        PeakModel curved = RealDataCalibrationModels.jpsi(
                RealDataCalibrationModels.JPSI_WINDOW, ScaleParameters.CURVATURE, order + 1);
        variations.add(variation("background of order " + (order + 1), fit(name, "J/psi", curved, pairs)));
        return variations;
    }

    private static List<Variation> upsilonVariations(
            String name, ResolutionShape resolution, List<PeakPair> corrected) {
        List<Variation> variations = new ArrayList<>();
        int order = RealDataCalibrationModels.UPSILON_BACKGROUND_ORDER;
        for (MassWindow window : List.of(new MassWindow(8.4, 11.4), new MassWindow(8.8, 11.0))) {
            PeakModel model = RealDataCalibrationModels.upsilon(window, resolution, order);
            variations.add(variation(describe(window), fit(name, "corrected Upsilon", model, corrected)));
        }
        PeakModel curved =
                RealDataCalibrationModels.upsilon(RealDataCalibrationModels.UPSILON_WINDOW, resolution, order + 1);
        variations.add(
                variation("background of order " + (order + 1), fit(name, "corrected Upsilon", curved, corrected)));
        return variations;
    }

    private static String describe(MassWindow window) {
        return String.format(Locale.ROOT, "window %.2f to %.2f GeV", window.low(), window.high());
    }

    private static Variation variation(String name, PeakFit fit) {
        return new Variation(name, fit.scale(0), fit.scaleError(0));
    }

    private static PeakFit fit(String file, String what, PeakModel model, List<PeakPair> pairs) {
        PeakFitResult result = new PeakFitter(model).fit(pairs);
        if (result instanceof PeakFit fit) {
            return fit;
        }
        PeakFitFailure failure = (PeakFitFailure) result;
        String reason = switch (failure.reason()) {
            case TOO_FEW_PAIRS -> "too few pairs";
            case NOT_CONVERGED -> "it did not converge";
            case HESSIAN_NOT_POSITIVE -> "the data do not determine it";
        };
        throw BadInputException.data(
                file + ": no fit of the " + what + " peak, " + reason + " (" + failure.detail() + ")");
    }
}
