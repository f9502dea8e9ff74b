package org.sagitta.calibration.method;

import org.sagitta.calibration.model.EtaBinning;

/**
 * Bins of a muon's direction: pseudorapidity times azimuth.
 *
 * @param eta bins of pseudorapidity; muons beyond them belong to the outermost
 * @param phiBins equal bins of azimuth, the first of which starts at -pi
 */
public record EtaPhiBinning(EtaBinning eta, int phiBins) {
    /** 12 bins of 0.4 in eta up to 2.4, times 8 bins of 45 degrees in phi. */
    public static final EtaPhiBinning STANDARD = new EtaPhiBinning(EtaBinning.uniform(12, -2.4, 2.4), 8);

    /** Checks that there are bins. */
    public EtaPhiBinning {
        if (eta.size() < 1 || phiBins < 1) {
            throw new IllegalArgumentException(
                    "bins: " + eta.size() + " in eta, " + phiBins + " in phi; at least one of both is needed");
        }
    }

    /** Number of bins. */
    public int size() {
        return eta.size() * phiBins;
    }

    /**
     * Bin of a direction: all bins of phi of the first bin of eta come first.
     *
     * @param phi azimuth [rad], any turn
     */
    public int indexOf(double eta, double phi) {
        double turn = (phi + Math.PI) / (2 * Math.PI);
        int bin = (int) ((turn - Math.floor(turn)) * phiBins);
        return this.eta.indexOf(eta) * phiBins + Math.min(bin, phiBins - 1);
    }
}
