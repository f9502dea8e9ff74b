package org.sagitta.calibration.likelihood;

import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.fit.MassResidual;
import org.sagitta.calibration.fit.MassResidual.Status;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.SparseVector;
import org.sagitta.calibration.target.MassTarget;
import org.sagitta.calibration.target.TemplateTarget;

/** The pairs of all cells: what each fit of a cell needs of them. Pairs outside the window are in no cell. */
final class CellColumns {
    private final DimuonSource sample;
    private final AemModel model;
    private final double referenceMass;
    private final double[] logMass;
    private final float[] shift;
    private final float[] sigma;
    /** Cell of each pair, -1 outside the window. */
    private final int[] cell;

    private final int[] counts;
    private final int minPairs;
    /** Pairs in the order of their cells; those of cell c start at first[c]. */
    private final int[] order;

    private final int[] first;

    CellColumns(
            DimuonSource sample,
            MassTarget target,
            TemplateTarget shapeTarget,
            AemModel model,
            CellCalibration.Cells cells,
            MassRange range,
            double referenceMass) {
        this.sample = sample;
        this.model = model;
        this.referenceMass = referenceMass;
        int n = sample.size();
        logMass = new double[n];
        shift = new float[n];
        sigma = new float[n];
        cell = new int[n];
        counts = new int[cells.size()];
        minPairs = cells.minPairs();
        for (int from = 0; from < n; from += BlockReducer.BLOCK_SIZE) {
            DimuonSample block = sample.block(from, Math.min(from + BlockReducer.BLOCK_SIZE, n));
            for (int i = 0; i < block.size(); i++) {
                Dimuon pair = block.get(i);
                double w = Math.log(pair.mass() / referenceMass);
                logMass[from + i] = w;
                shift[from + i] = (float) Math.log(target.expectedMass(pair) / shapeTarget.expectedMass(pair));
                sigma[from + i] = (float) pair.relativeMassSigma();
                cell[from + i] = range.contains(w)
                        ? cells.indexOf(
                                pair.plus().k(),
                                pair.plus().eta(),
                                pair.minus().k(),
                                pair.minus().eta())
                        : -1;
                if (cell[from + i] >= 0) {
                    counts[cell[from + i]]++;
                }
            }
        }
        first = new int[counts.length];
        for (int c = 1; c < counts.length; c++) {
            first[c] = first[c - 1] + counts[c - 1];
        }
        order = ordered();
    }

    private int[] ordered() {
        int[] sorted = new int[cell.length];
        int[] filled = first.clone();
        for (int i = 0; i < cell.length; i++) {
            if (cell[i] >= 0) {
                sorted[filled[cell[i]]++] = i;
            }
        }
        return sorted;
    }

    int count(int c) {
        return counts[c];
    }

    /** Pairs in cells that are large enough. */
    long used() {
        long sum = 0;
        for (int count : counts) {
            sum += count >= minPairs ? count : 0;
        }
        return sum;
    }

    /** Pair number j of cell c. */
    int pair(int c, int j) {
        return order[first[c] + j];
    }

    double logMass(int pair) {
        return logMass[pair];
    }

    double sigma(int pair) {
        return sigma[pair];
    }

    /** The pairs at one set of values of the parameters. */
    Corrected corrected(double[] values, BlockReducer reducer) {
        float[] scale = new float[cell.length];
        Gradients sums = reducer.reduce(
                sample.size(),
                (from, to) -> {
                    Gradients gradients = new Gradients(counts.length, model.size());
                    MassResidual residual = new MassResidual(model);
                    DimuonSample block = sample.block(from, to);
                    for (int i = from; i < to; i++) {
                        if (cell[i] >= 0
                                && residual.evaluate(block, i - from, values, referenceMass) == Status.DEFINED) {
                            double ratio = 1 + residual.residual();
                            scale[i] = (float) (Math.log(ratio) - logMass[i] - shift[i]);
                            gradients.add(cell[i], residual.gradient(), ratio, sigma[i]);
                        }
                    }
                    return gradients;
                },
                Gradients::merge);
        return new Corrected(scale, sums);
    }

    /** ln(m'/m) - ln(t/t_S) of each pair, and the mean gradient of each cell. */
    static final class Corrected {
        private final float[] scale;
        private final Gradients gradients;

        private Corrected(float[] scale, Gradients gradients) {
            this.scale = scale;
            this.gradients = gradients;
        }

        double scale(int pair) {
            return scale[pair];
        }

        SparseVector gradient(int c) {
            return gradients.mean(c);
        }
    }

    /** Sums of d ln m' / dp, weighted with 1 / sigma^2. */
    private static final class Gradients {
        private final double[][] sums;
        private final double[] weights;

        Gradients(int cells, int parameters) {
            sums = new double[cells][parameters];
            weights = new double[cells];
        }

        void add(int c, SparseVector gradient, double ratio, double sigma) {
            double weight = 1 / (sigma * sigma);
            for (int s = 0; s < gradient.size(); s++) {
                sums[c][gradient.index(s)] += weight * gradient.value(s) / ratio;
            }
            weights[c] += weight;
        }

        Gradients merge(Gradients other) {
            for (int c = 0; c < sums.length; c++) {
                for (int j = 0; j < sums[c].length; j++) {
                    sums[c][j] += other.sums[c][j];
                }
                weights[c] += other.weights[c];
            }
            return this;
        }

        SparseVector mean(int c) {
            SparseVector mean = new SparseVector(sums[c].length);
            for (int j = 0; j < sums[c].length; j++) {
                if (sums[c][j] != 0) {
                    mean.append(j, sums[c][j] / weights[c]);
                }
            }
            return mean;
        }
    }
}
