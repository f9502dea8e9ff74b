package org.sagitta.validation.study;

import java.util.List;
import java.util.Optional;
import org.sagitta.calibration.peak.MassWindow;
import org.sagitta.calibration.peak.PeakModel;
import org.sagitta.calibration.peak.ResolutionShape;
import org.sagitta.calibration.peak.ScaleModel;

/** Masses, windows and shapes of the fits to real J/psi and Upsilon; reasons in docs/real-data.md. */
public final class RealDataCalibrationModels {
    /** J/psi mass [GeV], PDG 2024. */
    public static final double JPSI_MASS = 3.096900;

    /** Upsilon(1S), (2S), (3S) masses [GeV], PDG 2024. */
    public static final List<Double> UPSILON_MASSES = List.of(9.46040, 10.0234, 10.3551);

    /**
     * Five standard deviations around the peak where the resolution is worst, with enough background at both sides, and
     * far from the psi(2S) at 3.686 GeV.
     */
    public static final MassWindow JPSI_WINDOW = new MassWindow(2.85, 3.35);

    /** All three Upsilon states, and as much background at both sides as their radiative tails leave. */
    public static final MassWindow UPSILON_WINDOW = new MassWindow(8.6, 11.2);

    /** Over 16 % of its mass the J/psi background needs a slope only. */
    public static final int JPSI_BACKGROUND_ORDER = 1;

    /** The Upsilon background turns on at thresholds of the trigger: slope and curvature. */
    public static final int UPSILON_BACKGROUND_ORDER = 2;

    private RealDataCalibrationModels() {}

    /** The J/psi peak with a free resolution. */
    public static PeakModel jpsi(MassWindow window, ScaleModel scale, int backgroundOrder) {
        return new PeakModel(window, List.of(JPSI_MASS), PeakModel.SIX_BINS, scale, Optional.empty(), backgroundOrder);
    }

    /** The three Upsilon peaks with one relative offset, and the resolution of the J/psi times a fitted factor. */
    public static PeakModel upsilon(MassWindow window, ResolutionShape resolution, int backgroundOrder) {
        return new PeakModel(
                window,
                UPSILON_MASSES,
                PeakModel.SIX_BINS,
                ScaleModel.massOffset(),
                Optional.of(resolution),
                backgroundOrder);
    }
}
