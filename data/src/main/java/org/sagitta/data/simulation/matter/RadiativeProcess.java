package org.sagitta.data.simulation.matter;

/**
 * How the energy that a muon radiates is shared out: v is the part of the muon's energy that one interaction takes. Each
 * shape is a density n(v) with the mean int_0^1 v n(v) dv = 1, to be multiplied by b d, the mean relative loss.
 */
enum RadiativeProcess {
    /**
     * n = (4/3 - 4 v/3 + v^2)/v, the limit of complete screening: D. E. Groom, N. V. Mokhov and S. I. Striganov, At. Data
     * Nucl. Data Tables 78 (2001) 183, eq. 18.
     */
    BREMSSTRAHLUNG {
        @Override
        double above(double v) {
            return -4.0 / 3 * Math.log(v) - 4.0 / 3 * (1 - v) + 0.5 * (1 - v * v);
        }

        @Override
        double takenBelow(double v) {
            return v * (4.0 / 3 - v * (2.0 / 3 - v / 3));
        }
    },
    /**
     * n = (1 + v0) v0 / (v (v + v0)^2), v0 = 0.01: like 1/v below and 1/v^3 above some electron masses per muon mass, half
     * of the loss below v0. A rough form of our own with the limits named by Groom et al., section 4.2.
     */
    PAIRS {
        @Override
        double above(double v) {
            double part = 1 / (PAIR_SCALE + v);
            double end = 1 / (PAIR_SCALE + 1);
            return (1 + PAIR_SCALE)
                    * ((Math.log((PAIR_SCALE + v) / v) - Math.log((PAIR_SCALE + 1) / 1)) / PAIR_SCALE - part + end);
        }

        @Override
        double takenBelow(double v) {
            return (1 + PAIR_SCALE) * v / (PAIR_SCALE + v);
        }
    },
    /** n = 2 (1 - v)/v: hard, as nuclear interactions are, in the simplest form. */
    NUCLEAR {
        @Override
        double above(double v) {
            return 2 * (-Math.log(v) - (1 - v));
        }

        @Override
        double takenBelow(double v) {
            return v * (2 - v);
        }
    };

    private static final double PAIR_SCALE = 0.01;

    /** Integral of n from v to 1. */
    abstract double above(double v);

    /** Integral of v n from 0 to v. */
    abstract double takenBelow(double v);

    /** The v above which a part of the interactions above a cut lies; slow, for what happens rarely. */
    double quantile(double cut, double part) {
        double wanted = part * above(cut);
        double low = Math.log(cut);
        double high = 0;
        for (int i = 0; i < 50; i++) {
            double middle = 0.5 * (low + high);
            if (above(Math.exp(middle)) > wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(0.5 * (low + high));
    }
}
