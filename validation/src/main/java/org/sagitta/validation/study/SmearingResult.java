package org.sagitta.validation.study;

import java.util.List;
import org.sagitta.calibration.resolution.ResolutionTerms;

/**
 * Resolution of a sample that plays the data, of one that plays the simulation, and of the latter smeared.
 *
 * @param dataPairs pairs in the window
 * @param simulationPairs pairs in the window
 */
public record SmearingResult(List<Bin> bins, long dataPairs, long simulationPairs) {

    /** Keeps a copy. */
    public SmearingResult {
        bins = List.copyOf(bins);
    }

    /** One bin of |eta|. */
    public record Bin(
            double absEtaLow, double absEtaHigh, ResolutionTerms data, ResolutionTerms simulation, List<Point> points) {
        /** Keeps a copy. */
        public Bin {
            points = List.copyOf(points);
        }
    }

    /**
     * sigma_k / k at one pT.
     *
     * @param pt [GeV]
     * @param data from the width of the peak
     * @param simulation the same, before smearing
     * @param smeared the same, after smearing
     * @param dataTruth half of the central 68 % of k / k_true - 1 of the legs within a fifth of this pT
     * @param simulationTruth the same
     */
    public record Point(
            double pt, Width data, Width simulation, Width smeared, double dataTruth, double simulationTruth) {
        /** How far the smeared simulation is from the data, in standard deviations of both. */
        public double pull() {
            return (smeared.value() - data.value()) / Math.hypot(smeared.error(), data.error());
        }
    }

    /** A relative resolution and its error. */
    public record Width(double value, double error) {}
}
