package org.sagitta.calibration.fit;

/**
 * The mean relative mass residual of the pairs in one cell of a {@link ResidualMap}.
 *
 * @param grid what the cell is a cell of
 * @param firstLow lower edge in eta: of the positive leg, or of the leg the grid is about
 * @param secondLow lower edge in eta of the negative leg, or in phi [rad] of the leg the grid is about
 * @param pairs pairs in the cell
 * @param mean robust mean of m'/m_target - 1
 * @param sigma its standard deviation
 */
public record ResidualCell(
        Grid grid,
        double firstLow,
        double firstHigh,
        double secondLow,
        double secondHigh,
        long pairs,
        double mean,
        double sigma) {

    /** Three ways to cut all pairs into cells. */
    public enum Grid {
        /** eta of the positive leg and eta of the negative leg. */
        ETA_ETA("eta+", "eta-"),
        /** eta and phi of the positive leg. */
        ETA_PHI_PLUS("eta+", "phi+"),
        /** eta and phi of the negative leg. */
        ETA_PHI_MINUS("eta-", "phi-");

        private final String first;
        private final String second;

        Grid(String first, String second) {
            this.first = first;
            this.second = second;
        }

        /** Name of the first quantity. */
        public String first() {
            return first;
        }

        /** Name of the second quantity. */
        public String second() {
            return second;
        }
    }

    /** Mean in units of its standard deviation. */
    public double pull() {
        return mean / sigma;
    }
}
