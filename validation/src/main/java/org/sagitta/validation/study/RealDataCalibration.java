package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sagitta.calibration.peak.MassWindow;
import org.sagitta.calibration.peak.PeakFit;
import org.sagitta.calibration.peak.PeakModel;
import org.sagitta.calibration.peak.PeakPair;
import org.sagitta.calibration.peak.PeakProjection;
import org.sagitta.calibration.peak.ResolutionShape;
import org.sagitta.calibration.peak.ScaleCorrection;
import org.sagitta.calibration.peak.ScaleModel;
import org.sagitta.calibration.peak.ScaleTransfer;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.study.RealDataCalibrationResult.Peak;
import org.sagitta.validation.study.RealDataCalibrationResult.Variation;

/**
 * Calibration of real muons: curvature corrections from the J/psi peak, tested on the Upsilon, which they have not seen.
 * Here the target is the PDG mass, with the radiation in the line shape, because no simulation comes with the data.
 */
public final class RealDataCalibration {
    /** Bins of the projections, which do not enter the fits. */
    private static final int JPSI_BINS = 50;

    private static final int UPSILON_BINS = 52;

    private final RealDataCalibrationInput jpsi;
    private final Optional<RealDataCalibrationInput> upsilon;
    private final List<PeakPair> measured;
    private final List<PeakPair> nominal;

    private RealDataCalibration(RealDataCalibrationInput jpsi, Optional<RealDataCalibrationInput> upsilon) {
        this.jpsi = jpsi;
        this.upsilon = upsilon;
        this.measured = jpsi.pairs().stream().map(RealDataPair::peak).toList();
        this.nominal = atJpsi(measured);
    }

    /**
     * Calibrates on {@code jpsi} and, if there is one, tests on {@code upsilon}.
     *
     * @throws BadInputException (data) if a sample holds too few pairs or cannot be fitted
     */
    public static RealDataCalibrationResult run(
            RealDataCalibrationInput jpsi, Optional<RealDataCalibrationInput> upsilon) {
        return new RealDataCalibration(jpsi, upsilon).run();
    }

    private RealDataCalibrationResult run() {
        List<RealDataModel> models = new ArrayList<>();
        for (Map.Entry<String, RealDataHierarchy.Candidate> entry :
                RealDataHierarchy.candidates().entrySet()) {
            models.add(model(entry.getKey(), entry.getValue(), models));
        }
        RealDataModel chosen = RealDataHierarchy.choose(models);
        return new RealDataCalibrationResult(
                models, chosen, jpsiPeak(chosen), upsilon.map(input -> upsilonPeak(input, chosen)), jpsiVariations());
    }

    private static List<PeakPair> atJpsi(List<PeakPair> pairs) {
        return pairs.stream()
                .map(pair -> pair.withMomentaAt(RealDataCalibrationModels.JPSI_MASS))
                .toList();
    }

    private RealDataModel model(String name, RealDataHierarchy.Candidate candidate, List<RealDataModel> before) {
        PeakFit fit = fitJpsi(jpsiModel(candidate.scale()), nominal);
        PeakFit other = fitJpsi(jpsiModel(candidate.scale()), measured);
        Optional<RealDataModel.Step> step = candidate
                .parent()
                .map(parent -> step(
                        before.stream()
                                .filter(m -> m.name().equals(parent))
                                .findFirst()
                                .orElseThrow(),
                        fit,
                        other));
        return new RealDataModel(name, fit, other, step, upsilon.map(input -> closure(input, fit)));
    }

    private static RealDataModel.Step step(RealDataModel parent, PeakFit fit, PeakFit measured) {
        return new RealDataModel.Step(
                parent.name(),
                fit.scaleCount() - parent.fit().scaleCount(),
                improvement(parent.fit(), fit),
                improvement(parent.measured(), measured));
    }

    private static double improvement(PeakFit from, PeakFit to) {
        return 2 * (from.quality().negativeLogLikelihood() - to.quality().negativeLogLikelihood());
    }

    private static RealDataModel.Closure closure(RealDataCalibrationInput input, PeakFit calibration) {
        List<PeakPair> pairs = corrected(input, calibration);
        PeakFit fit = fitUpsilon(input, nominalUpsilon(calibration.resolution()), pairs);
        return new RealDataModel.Closure(fit.scale(0), fit.scaleError(0), ScaleTransfer.sigma(fit, pairs, calibration));
    }

    private Peak jpsiPeak(RealDataModel chosen) {
        PeakModel offset = jpsiModel(ScaleModel.massOffset());
        PeakFit before = fitJpsi(offset, nominal);
        List<PeakPair> corrected = atJpsi(corrected(jpsi, chosen.fit()));
        PeakFit after = fitJpsi(offset, corrected);
        PeakProjection projection = PeakProjection.of(after, corrected, JPSI_BINS);
        return new Peak(jpsi.label(), jpsi.counts(), before, after, projection, List.of());
    }

    private static Peak upsilonPeak(RealDataCalibrationInput input, RealDataModel chosen) {
        ResolutionShape resolution = chosen.fit().resolution();
        PeakModel model = nominalUpsilon(resolution);
        PeakFit before = fitUpsilon(
                input, model, input.pairs().stream().map(RealDataPair::peak).toList());
        List<PeakPair> corrected = corrected(input, chosen.fit());
        PeakFit after = fitUpsilon(input, model, corrected);
        PeakProjection projection = PeakProjection.of(after, corrected, UPSILON_BINS);
        return new Peak(
                input.label(),
                input.counts(),
                before,
                after,
                projection,
                upsilonVariations(input, resolution, corrected));
    }

    private static List<PeakPair> corrected(RealDataCalibrationInput input, PeakFit calibration) {
        ScaleCorrection correction = new ScaleCorrection(calibration);
        try {
            return input.pairs().stream()
                    .map(pair -> pair.corrected(correction).peak())
                    .toList();
        } catch (BadInputException e) {
            throw BadInputException.data(input.name() + ": " + e.getMessage());
        }
    }

    /** One A, and A and e, with other windows, another background, and measured momenta. */
    private List<Variation> jpsiVariations() {
        List<Variation> variations = new ArrayList<>();
        int order = RealDataCalibrationModels.JPSI_BACKGROUND_ORDER;
        for (String name : List.of(RealDataHierarchy.ONE_A, RealDataHierarchy.A_AND_LOSS)) {
            RealDataHierarchy.Candidate candidate =
                    RealDataHierarchy.candidates().get(name);
            ScaleModel scale = candidate == null ? ScaleModel.curvature() : candidate.scale();
            for (MassWindow window :
                    List.of(new MassWindow(2.75, 3.45), new MassWindow(2.8, 3.4), new MassWindow(2.9, 3.3))) {
                PeakModel model = RealDataCalibrationModels.jpsi(window, scale, order);
                variations.add(new Variation(name, describe(window), fitJpsi(model, nominal)));
            }
            PeakModel curved = RealDataCalibrationModels.jpsi(RealDataCalibrationModels.JPSI_WINDOW, scale, order + 1);
            variations.add(new Variation(name, "background of order " + (order + 1), fitJpsi(curved, nominal)));
            variations.add(new Variation(name, "measured momenta", fitJpsi(jpsiModel(scale), measured)));
        }
        return variations;
    }

    private static List<Variation> upsilonVariations(
            RealDataCalibrationInput input, ResolutionShape resolution, List<PeakPair> corrected) {
        List<Variation> variations = new ArrayList<>();
        int order = RealDataCalibrationModels.UPSILON_BACKGROUND_ORDER;
        for (MassWindow window : List.of(new MassWindow(8.4, 11.4), new MassWindow(8.8, 11.0))) {
            PeakModel model = RealDataCalibrationModels.upsilon(window, resolution, order);
            variations.add(new Variation("", describe(window), fitUpsilon(input, model, corrected)));
        }
        PeakModel curved =
                RealDataCalibrationModels.upsilon(RealDataCalibrationModels.UPSILON_WINDOW, resolution, order + 1);
        variations.add(new Variation("", "background of order " + (order + 1), fitUpsilon(input, curved, corrected)));
        return variations;
    }

    private static PeakModel jpsiModel(ScaleModel scale) {
        return RealDataCalibrationModels.jpsi(
                RealDataCalibrationModels.JPSI_WINDOW, scale, RealDataCalibrationModels.JPSI_BACKGROUND_ORDER);
    }

    private static PeakModel nominalUpsilon(ResolutionShape resolution) {
        return RealDataCalibrationModels.upsilon(
                RealDataCalibrationModels.UPSILON_WINDOW,
                resolution,
                RealDataCalibrationModels.UPSILON_BACKGROUND_ORDER);
    }

    private static String describe(MassWindow window) {
        return String.format(Locale.ROOT, "window %.2f to %.2f GeV", window.low(), window.high());
    }

    private PeakFit fitJpsi(PeakModel model, List<PeakPair> pairs) {
        return RealDataFits.fit(jpsi, "J/psi", model, pairs);
    }

    private static PeakFit fitUpsilon(RealDataCalibrationInput input, PeakModel model, List<PeakPair> pairs) {
        return RealDataFits.fit(input, "Upsilon", model, pairs);
    }
}
