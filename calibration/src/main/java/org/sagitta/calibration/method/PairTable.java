package org.sagitta.calibration.method;

import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.dimuon.PairMass;
import org.sagitta.calibration.model.CurvatureCorrection;
import org.sagitta.calibration.target.MassTarget;

/**
 * The pairs of one sample in memory with what an iterative method asks of them again and again: expected mass, relative
 * error, bins of both legs. All of these are those of the pair as it was measured. About 90 bytes a pair. Immutable.
 */
final class PairTable {
    private final DimuonSample pairs;
    private final double[] expected;
    private final double[] sigma;
    private final int[] plusBin;
    private final int[] minusBin;

    private PairTable(DimuonSample pairs, EtaPhiBinning bins) {
        this.pairs = pairs;
        expected = new double[pairs.size()];
        sigma = new double[pairs.size()];
        plusBin = new int[pairs.size()];
        minusBin = new int[pairs.size()];
        for (int i = 0; i < plusBin.length; i++) {
            plusBin[i] = bins.indexOf(pairs.etaPlus(i), pairs.phiPlus(i));
            minusBin[i] = bins.indexOf(pairs.etaMinus(i), pairs.phiMinus(i));
        }
    }

    /**
     * Reads a sample.
     *
     * @param relativeWidth added in quadrature to the relative mass error of each pair
     */
    static PairTable of(DimuonSource source, MassTarget target, double relativeWidth, EtaPhiBinning bins) {
        PairTable table = new PairTable(source.block(0, source.size()), bins);
        for (int i = 0; i < table.expected.length; i++) {
            Dimuon pair = table.pairs.get(i);
            table.expected[i] = target.expectedMass(pair);
            table.sigma[i] = Math.hypot(pair.relativeMassSigma(), relativeWidth);
        }
        return table;
    }

    /** Number of pairs. */
    int size() {
        return expected.length;
    }

    /** Bin of the positive leg of pair i. */
    int plusBin(int i) {
        return plusBin[i];
    }

    /** Bin of the negative leg of pair i. */
    int minusBin(int i) {
        return minusBin[i];
    }

    /** The pairs as they were measured. */
    DimuonSample pairs() {
        return pairs;
    }

    /** What is done with a corrected pair. */
    interface Visitor {
        /**
         * One pair.
         *
         * @param i its number
         * @param kPlus corrected curvature of the positive leg [1/GeV]
         * @param kMinus corrected curvature of the negative leg [1/GeV]
         * @param mass mass of the corrected pair, with its slopes
         * @param z that mass over the expected one, minus 1
         * @param sigma relative error of the mass, width included
         */
        void visit(int i, double kPlus, double kMinus, PairMass mass, double z, double sigma);
    }

    /** Visits all pairs in order, but those whose corrected curvatures are not positive. */
    void visit(CurvatureCorrection correction, Visitor visitor) {
        PairMass mass = new PairMass();
        for (int i = 0; i < expected.length; i++) {
            double kPlus = correction.correct(pairs.kPlus(i), pairs.etaPlus(i), pairs.phiPlus(i), Charge.POSITIVE);
            double kMinus = correction.correct(pairs.kMinus(i), pairs.etaMinus(i), pairs.phiMinus(i), Charge.NEGATIVE);
            if (kPlus > 0 && kMinus > 0) {
                mass.setAngles(pairs.etaPlus(i), pairs.phiPlus(i), pairs.etaMinus(i), pairs.phiMinus(i));
                mass.setCurvatures(kPlus, kMinus);
                visitor.visit(i, kPlus, kMinus, mass, mass.mass() / expected[i] - 1, sigma[i]);
            }
        }
    }
}
