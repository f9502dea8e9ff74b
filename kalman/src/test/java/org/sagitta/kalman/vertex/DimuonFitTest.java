package org.sagitta.kalman.vertex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Matrix5;
import org.sagitta.kalman.state.PerigeeState;
import org.sagitta.kalman.state.SymMatrix5;

class DimuonFitTest {
    private static final double ROUNDING = 1e-12;
    /** Relative; central differences with steps of 1e-6. */
    private static final double NUMERICAL = 1e-7;

    private static final SymMatrix5 COVARIANCE = SymMatrix5.diagonal(1e-4, 1e-3, 1e-6, 2e-6, 3e-6)
            .transformedBy(Matrix5.ofColumns(
                    new LocalVector(1, 0.1, 0.01, 0, 0),
                    new LocalVector(0, 1, 0, 0.01, 0),
                    new LocalVector(0.2, 0, 1, 0.1, 0.3),
                    new LocalVector(0, 0.3, 0.2, 1, -0.2),
                    new LocalVector(0, 0, 0.4, -0.3, 1)));

    private static PerigeeState muon(double phi, double theta, double qOverP) {
        return new PerigeeState(new LocalVector(0.1, 2, phi, theta, qOverP), COVARIANCE);
    }

    private final DimuonFit fit = new DimuonFit();

    @Test
    void massOfMuonsBackToBack() {
        double mass = fit.fit(muon(0.3, 1.2, 0.1), muon(0.3 + Math.PI, Math.PI - 1.2, -0.1))
                .mass();
        assertEquals(2 * Math.hypot(10, Units.MUON_MASS), mass, 100 * ROUNDING);
    }

    @Test
    void massOfEqualMuonsIsTwiceTheirs() {
        double mass = fit.fit(muon(0.3, 1.2, 0.4), muon(0.3, 1.2, -0.4)).mass();
        // The energies cancel to (m/E)^2 = 2e-3.
        assertEquals(2 * Units.MUON_MASS, mass, 1e4 * ROUNDING);
    }

    @Test
    void errorIsThatOfTheSixNumbersThatMakeTheMass() {
        double[] x = {0.3, 1.2, 0.31, 0.75, 0.9, -0.17};
        double variance = 0;
        for (int leg = 0; leg < 2; leg++) {
            double[] g = new double[3];
            for (int i = 0; i < 3; i++) {
                g[i] = derivative(x, 3 * leg + i);
            }
            LocalVector gradient = new LocalVector(0, 0, g[0], g[1], g[2]);
            variance += gradient.dot(COVARIANCE.times(gradient));
        }
        double sigma = fit.fit(muon(x[0], x[1], x[2]), muon(x[3], x[4], x[5])).sigma();
        assertEquals(Math.sqrt(variance), sigma, NUMERICAL * sigma);
        assertEquals(
                sigma, fit.fit(muon(x[3], x[4], x[5]), muon(x[0], x[1], x[2])).sigma(), ROUNDING);
    }

    private double derivative(double[] x, int i) {
        double h = 1e-6;
        double[] up = x.clone();
        double[] down = x.clone();
        up[i] += h;
        down[i] -= h;
        return (mass(up) - mass(down)) / (2 * h);
    }

    private double mass(double[] x) {
        return fit.fit(muon(x[0], x[1], x[2]), muon(x[3], x[4], x[5])).mass();
    }
}
