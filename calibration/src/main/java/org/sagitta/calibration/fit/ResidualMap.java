package org.sagitta.calibration.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.MassResidual.Status;
import org.sagitta.calibration.fit.ResidualCell.Grid;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.robust.Loss;
import org.sagitta.calibration.target.MassTarget;

/**
 * Where a calibration leaves the mass wrong: robust means of the residual z = m'/m_target - 1 in cells of three grids, 12
 * by 12 each, with the estimator of the fit,
 *
 * <pre>   mean = sum psi(u) / s / sum psi'(u) / s^2,   sigma^2 = sum (psi(u) / s)^2 / (sum psi'(u) / s^2)^2,   u = z / s.</pre>
 *
 * <p>where twins in one cell add the square of their sum to the last one. Bins are of measured directions, which are so
 * well known that they say nothing about the residual. Immutable.
 */
public final class ResidualMap {
    private static final int BINS = 12;

    /** Cells with fewer pairs do not count: their mean is not Gaussian. */
    private static final long MIN_PAIRS = 50;

    private static final EtaBinning ETA = EtaBinning.uniform(BINS, -2.4, 2.4);
    /** In the order in which {@code Sums.add} fills them. */
    private static final Grid[] GRIDS = {Grid.ETA_ETA, Grid.ETA_PHI_PLUS, Grid.ETA_PHI_MINUS};

    /**
     * Pairs whose residuals are wanted.
     *
     * @param sample pairs as measured, with their field pre-correction
     * @param options loss and floor are used
     */
    public record Request(DimuonSource sample, MassTarget target, FitOptions options, BlockReducer reducer) {

        /** The residuals after a correction. */
        public ResidualMap map(AemCorrection correction) {
            MassMeasurements pairs = MassMeasurements.of(sample, target, options.sigmaFloor(), reducer);
            return reducer.reduce(pairs.size(), (from, to) -> sums(pairs, correction, from, to), Sums::merge)
                    .map(options.loss());
        }

        private Sums sums(MassMeasurements pairs, AemCorrection correction, int from, int to) {
            Sums sums = new Sums();
            Loss loss = options.loss();
            MassResidual residual = new MassResidual(correction.model());
            double[] values = correction.values();
            DimuonSample block = pairs.block(from, to);
            for (int i = from; i < to; i++) {
                if (residual.evaluate(block, i - from, values, pairs.expectedMass(i)) == Status.DEFINED) {
                    sums.add(block, i - from, residual.residual(), pairs.relativeSigma(i), loss);
                }
            }
            return sums;
        }
    }

    private final List<ResidualCell> all;
    private final double mean;
    private final double sigma;
    private final double robustChi2;
    private final double deviance;

    private ResidualMap(List<ResidualCell> all, double mean, double sigma, double robustChi2, double deviance) {
        this.all = List.copyOf(all);
        this.mean = mean;
        this.sigma = sigma;
        this.robustChi2 = robustChi2;
        this.deviance = deviance;
    }

    /** Cells that hold at least 50 pairs. */
    public List<ResidualCell> cells() {
        return all.stream().filter(cell -> cell.pairs() >= MIN_PAIRS).toList();
    }

    /** Sum of the squared pulls of {@link #cells()}. */
    public double chi2() {
        return cells().stream().mapToDouble(cell -> cell.pull() * cell.pull()).sum();
    }

    /** The cells with the largest pulls, largest first. */
    public List<ResidualCell> mostPulled(int count) {
        return cells().stream()
                .sorted(Comparator.comparingDouble(cell -> -Math.abs(cell.pull())))
                .limit(count)
                .toList();
    }

    /** Robust mean of the residual of all pairs. */
    public double mean() {
        return mean;
    }

    /** Standard deviation of {@link #mean()}. */
    public double sigma() {
        return sigma;
    }

    /** Mean of 2 rho(u) over all pairs, in units of what it is for Gaussian pulls. */
    public double robustChi2() {
        return robustChi2;
    }

    /** Sum of 2 rho(u) over all pairs. */
    public double deviance() {
        return deviance;
    }

    /**
     * The difference of two independent maps; a cell holds as many pairs as the smaller of both, and the chi2 of all pairs
     * stays that of this one.
     */
    public ResidualMap minus(ResidualMap other) {
        List<ResidualCell> difference = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            ResidualCell a = all.get(i);
            ResidualCell b = other.all.get(i);
            difference.add(new ResidualCell(
                    a.grid(),
                    a.firstLow(),
                    a.firstHigh(),
                    a.secondLow(),
                    a.secondHigh(),
                    Math.min(a.pairs(), b.pairs()),
                    a.mean() - b.mean(),
                    Math.hypot(a.sigma(), b.sigma())));
        }
        return new ResidualMap(difference, mean - other.mean, Math.hypot(sigma, other.sigma), robustChi2, deviance);
    }

    /** The sums of all cells, in one thread. */
    private static final class Sums {
        private final long[] pairs = new long[GRIDS.length * BINS * BINS];
        private final double[] score = new double[pairs.length];
        private final double[] slope = new double[pairs.length];
        private final double[] spread = new double[pairs.length];
        private double rho;
        private long events;
        private final int[] lastCells = {-1, -1, -1};
        private double lastPsi;

        void add(DimuonSample block, int i, double z, double sigma, Loss loss) {
            double u = z / sigma;
            double psi = loss.psi(u) / sigma;
            double dPsi = loss.slope(u) / (sigma * sigma);
            int plus = ETA.indexOf(block.etaPlus(i));
            int minus = ETA.indexOf(block.etaMinus(i));
            double twin = block.isTwin(i) ? lastPsi : 0;
            add(0, plus * BINS + minus, psi, dPsi, twin);
            add(1, (BINS + plus) * BINS + phiBin(block.phiPlus(i)), psi, dPsi, twin);
            add(2, (2 * BINS + minus) * BINS + phiBin(block.phiMinus(i)), psi, dPsi, twin);
            lastPsi = psi;
            rho += loss.rho(u);
            events++;
        }

        private static int phiBin(double phi) {
            double turns = phi / (2 * Math.PI) + 0.5;
            return Math.min(BINS - 1, (int) (BINS * (turns - Math.floor(turns))));
        }

        /** @param twin the score of its twin, which counts where both are in the same cell; else 0 */
        private void add(int grid, int cell, double psi, double dPsi, double twin) {
            pairs[cell]++;
            score[cell] += psi;
            slope[cell] += dPsi;
            spread[cell] += psi * psi + (cell == lastCells[grid] ? 2 * psi * twin : 0);
            lastCells[grid] = cell;
        }

        Sums merge(Sums other) {
            for (int c = 0; c < pairs.length; c++) {
                pairs[c] += other.pairs[c];
                score[c] += other.score[c];
                slope[c] += other.slope[c];
                spread[c] += other.spread[c];
            }
            rho += other.rho;
            events += other.events;
            return this;
        }

        ResidualMap map(Loss loss) {
            List<ResidualCell> cells = new ArrayList<>();
            for (int grid = 0; grid < GRIDS.length; grid++) {
                for (int first = 0; first < BINS; first++) {
                    for (int second = 0; second < BINS; second++) {
                        cells.add(cell(grid, first, second));
                    }
                }
            }
            double scores = 0;
            double slopes = 0;
            double spreads = 0;
            // the cells of the first grid hold each pair once
            for (int c = 0; c < BINS * BINS; c++) {
                scores += score[c];
                slopes += slope[c];
                spreads += spread[c];
            }
            double chi2 = 2 * rho / (events * gaussianMean(loss));
            return new ResidualMap(cells, scores / slopes, Math.sqrt(spreads) / slopes, chi2, 2 * rho);
        }

        private ResidualCell cell(int grid, int first, int second) {
            int c = (grid * BINS + first) * BINS + second;
            boolean phi = GRIDS[grid] != Grid.ETA_ETA;
            double step = 2 * Math.PI / BINS;
            return new ResidualCell(
                    GRIDS[grid],
                    ETA.low(first),
                    ETA.high(first),
                    phi ? -Math.PI + step * second : ETA.low(second),
                    phi ? -Math.PI + step * (second + 1) : ETA.high(second),
                    // a cell whose slope is not positive has no mean
                    slope[c] > 0 ? pairs[c] : 0,
                    slope[c] > 0 ? score[c] / slope[c] : 0,
                    slope[c] > 0 ? Math.sqrt(spread[c]) / slope[c] : 1);
        }

        /** Mean of 2 rho(u) for a Gaussian u, by the rule of rectangles, which is exact here to rounding. */
        private static double gaussianMean(Loss loss) {
            double sum = 0;
            double h = 0.05;
            for (int i = -200; i <= 200; i++) {
                double u = i * h;
                sum += 2 * loss.rho(u) * Math.exp(-0.5 * u * u);
            }
            return sum * h / Math.sqrt(2 * Math.PI);
        }
    }
}
