package org.sagitta.calibration.likelihood;

import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.fit.CalibrationResult;
import org.sagitta.calibration.fit.Calibrator;
import org.sagitta.calibration.fit.FitOptions;
import org.sagitta.calibration.fit.InformationSum;
import org.sagitta.calibration.fit.LinearStep;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.target.MassTarget;
import org.sagitta.calibration.target.TemplateTarget;

/**
 * The parameters of the model from mass fits in bins. Pairs fall into cells of (eta+, eta-, pT+, pT-); the peak of each
 * cell is fitted by itself, with its own background and width, for its offset d_c from the target; and the model is
 * fitted to the offsets,
 *
 * <pre>   chi^2 = sum over cells of (d_c + G_c p)^2 / sigma_c^2 + priors,   G_c = mean over the cell of d ln m' / dp</pre>
 *
 * <p>with means weighted by 1/sigma^2. Masses are then corrected and everything is repeated until nothing moves. This is
 * how most collaborations do it (WRemnants), because each fit can be looked at. What it costs: cells below the minimum
 * of pairs are lost, and where the parameters vary inside a cell (with phi: M cos, M sin) only the mean counts, so that
 * such parameters stay with their priors. Cells in measured pT select on the fluctuation of a pair; the ideal world does
 * the same ({@code ReferencedCalibration}).
 */
public final class CellCalibration implements Calibrator {
    /**
     * The cells.
     *
     * @param eta bins of either leg
     * @param ptEdge legs above and below this pT [GeV] are in different cells
     * @param minPairs cells with fewer pairs in the window are not used
     */
    public record Cells(EtaBinning eta, double ptEdge, int minPairs) {
        /** Twelve bins of eta, an edge at 6 GeV, 100 pairs. */
        public static final Cells STANDARD = new Cells(EtaBinning.uniform(12, -2.4, 2.4), 6, 100);

        /** Checks the numbers. */
        public Cells {
            if (eta.size() == 0 || !(ptEdge > 0) || minPairs < 10) {
                throw new IllegalArgumentException("cells: " + eta.size() + " eta bins, edge at " + ptEdge + " GeV, "
                        + minPairs + " pairs at least; there must be a bin, a positive edge and 10 pairs");
            }
        }

        int size() {
            return 4 * eta.size() * eta.size();
        }

        int indexOf(double kPlus, double etaPlus, double kMinus, double etaMinus) {
            int plus = 2 * eta.indexOf(etaPlus) + (kPlus * ptEdge < 1 ? 1 : 0);
            int minus = 2 * eta.indexOf(etaMinus) + (kMinus * ptEdge < 1 ? 1 : 0);
            return 2 * eta.size() * plus + minus;
        }
    }

    /** In standard deviations, for the fits of the cells and for the parameters. */
    private static final double TOLERANCE = 1e-2;

    private static final int MAX_PASSES = 10;

    private final FitOptions options;
    private final PeakShape shape;
    private final TemplateTarget shapeTarget;
    private final MassRange range;
    private final Cells cells;
    private final BlockReducer reducer;

    /**
     * A calibration with these cells.
     *
     * @param options model and priors are used
     * @param shape density of the peak
     * @param shapeTarget the target of the same template as the shape
     */
    public CellCalibration(
            FitOptions options,
            PeakShape shape,
            TemplateTarget shapeTarget,
            MassRange range,
            Cells cells,
            BlockReducer reducer) {
        this.options = options;
        this.shape = shape;
        this.shapeTarget = shapeTarget;
        this.range = range;
        this.cells = cells;
        this.reducer = reducer;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if a fit does not converge
     */
    @Override
    public CalibrationResult calibrate(DimuonSource sample, MassTarget target) {
        CellColumns columns =
                new CellColumns(sample, target, shapeTarget, options.model(), cells, range, shape.referenceMass());
        double[] priors = options.priors().precisions(options.model());
        double[] values = new double[options.model().size()];
        for (int pass = 1; pass <= MAX_PASSES; pass++) {
            InformationSum sum = offsets(columns, values);
            LinearStep step = sum.solve(values, priors);
            values = step.addedTo(values);
            if (step.largestPull() < TOLERANCE) {
                AemCorrection correction = new AemCorrection(options.model(), values, step.covariance());
                return new CalibrationResult(correction, pass, columns.used());
            }
        }
        throw new IllegalStateException("cells: the parameters still move after " + MAX_PASSES + " passes");
    }

    private InformationSum offsets(CellColumns columns, double[] values) {
        CellColumns.Corrected corrected = columns.corrected(values, reducer);
        InformationSum sum = new InformationSum(values.length);
        for (int c = 0; c < cells.size(); c++) {
            if (columns.count(c) >= cells.minPairs()) {
                CellPeak peak = CellPeak.fit(columns, corrected, c, shape, range, TOLERANCE);
                double weight = 1 / (peak.sigma() * peak.sigma());
                sum.add(corrected.gradient(c), weight * peak.offset(), weight);
            }
        }
        return sum;
    }
}
