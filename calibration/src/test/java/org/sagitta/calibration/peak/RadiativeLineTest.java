package org.sagitta.calibration.peak;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RadiativeLineTest {
    private static final double JPSI = 3.0969;
    private static final MassWindow WINDOW = new MassWindow(2.85, 3.35);

    /** Relative: the midpoint rule of the brute-force integral with 2e6 cells is good to about 1e-8 here. */
    private static final double BRUTE_FORCE_TOLERANCE = 1e-6;

    /** Relative, between closed-form derivatives and central differences with a step of 1e-6. */
    private static final double DERIVATIVE_TOLERANCE = 1e-6;

    private static double normal(double g) {
        return Math.exp(-0.5 * g * g) / Math.sqrt(2 * Math.PI);
    }

    /** The definition, term by term: mean over u = x^beta of the Gaussian in 1/m^2, by the midpoint rule. */
    private static double bruteForce(double mass, double m0, double sigma, double beta) {
        int cells = 2_000_000;
        double sum = 0;
        for (int c = 0; c < cells; c++) {
            double x = Math.pow((c + 0.5) / cells, 1 / beta);
            double trueMass2 = m0 * m0 * (1 - x);
            double g = (trueMass2 / (mass * mass) - 1) / (2 * sigma);
            double dgdm = trueMass2 / (mass * mass * mass * sigma);
            sum += normal(g) * dgdm;
        }
        return sum / cells;
    }

    @ParameterizedTest
    @CsvSource({
        "2.86, 0.01",
        "2.95, 0.01",
        "3.05, 0.01",
        "3.0969, 0.01",
        "3.13, 0.01",
        "3.0, 0.004",
        "3.09, 0.004",
        "3.0, 0.03",
        "3.3, 0.03"
    })
    void agreesWithTheBruteForceIntegral(double mass, double sigma) {
        double beta = FinalStateRadiation.exponent(JPSI);
        // a window so wide that its normalisation is the removed mass below 0.5 GeV
        MassWindow wide = new MassWindow(0.5, 50);
        double[] out = new double[3];
        new RadiativeLine(JPSI, wide).evaluate(mass, JPSI, sigma, out);
        double lost = 1 - Math.pow(1 - 0.25 / (JPSI * JPSI), beta);
        double expected = bruteForce(mass, JPSI, sigma, beta) / (1 - lost);
        assertEquals(expected, out[RadiativeLine.VALUE], BRUTE_FORCE_TOLERANCE * expected);
    }

    @Test
    void isNormalisedInTheWindow() {
        RadiativeLine line = new RadiativeLine(JPSI, WINDOW);
        double[] out = new double[3];
        int cells = 5000;
        double sum = 0;
        for (int c = 0; c < cells; c++) {
            line.evaluate(WINDOW.low() + WINDOW.width() * (c + 0.5) / cells, 3.1, 0.012, out);
            sum += out[RadiativeLine.VALUE] * WINDOW.width() / cells;
        }
        // midpoint rule on a smooth function: step^2 times the slopes at the ends
        assertEquals(1, sum, 1e-8);
        assertEquals(1, line.probability(WINDOW.low(), WINDOW.high(), 3.1, 0.012), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"2.86, 0.01", "3.0, 0.006", "3.0969, 0.01", "3.2, 0.02", "3.34, 0.03"})
    void derivativesAgreeWithDifferences(double mass, double sigma) {
        RadiativeLine line = new RadiativeLine(JPSI, WINDOW);
        double h = 1e-6;
        double[] out = new double[3];
        line.evaluate(mass, JPSI, sigma, out);
        double dMass = (value(line, mass, JPSI * Math.exp(h), sigma) - value(line, mass, JPSI * Math.exp(-h), sigma));
        double dSigma = (value(line, mass, JPSI, sigma * Math.exp(h)) - value(line, mass, JPSI, sigma * Math.exp(-h)));
        double scale = out[RadiativeLine.VALUE] / sigma;
        assertEquals(dMass / (2 * h), out[RadiativeLine.D_LN_MASS], DERIVATIVE_TOLERANCE * scale);
        assertEquals(dSigma / (2 * h), out[RadiativeLine.D_LN_SIGMA], DERIVATIVE_TOLERANCE * scale);
    }

    private static double value(RadiativeLine line, double mass, double m0, double sigma) {
        double[] out = new double[3];
        line.evaluate(mass, m0, sigma, out);
        return out[RadiativeLine.VALUE];
    }

    /**
     * Parabolic cylinder functions from SciPy 1.17.1: beta Gamma(beta) exp(-z^2/4) pbdv(-beta, -z)[0] / sqrt(2 pi) for I,
     * and the same with pbdv(-beta - 1, -z) and Gamma(beta + 1) for J; beta = 0.0267.
     */
    @ParameterizedTest
    @CsvSource({
        "-8, 4.70805394332826e-15, 1.5472224303933e-17",
        "-5.03, 1.20640492362068e-06, 6.17031151576881e-09",
        "-2, 0.0520826079543833, 0.000583771247008797",
        "-0.51, 0.34600680152117, 0.00795428033824181",
        "0, 0.399618390828793, 0.0131311889991229",
        "0.777, 0.306539119920549, 0.0207737782040067",
        "2, 0.0692101832603427, 0.0264950500709849",
        "5.02, 0.00579771074914607, 0.0278599731724801",
        "9.99, 0.00287026582660679, 0.0283884873857405",
        "12.5, 0.00229933123685146, 0.028560269115741",
        "20, 0.00144966593317617, 0.0289224182552312",
        "34, 0.000863543822024746, 0.0293357273577247"
    })
    void kernelAgreesWithParabolicCylinderFunctions(double z, double i, double j) {
        RadiativeKernel kernel = new RadiativeKernel(0.0267);
        assertEquals(i, kernel.i(z), 1e-9 * i);
        assertEquals(j, kernel.j(z), 1e-9 * j);
    }

    @Test
    void kernelIsContinuousWhereTheSeriesTakesOver() {
        RadiativeKernel kernel = new RadiativeKernel(0.0371);
        double below = RadiativeKernel.Z_MAX - 1e-9;
        double above = RadiativeKernel.Z_MAX + 1e-9;
        assertEquals(kernel.i(below), kernel.i(above), 1e-9 * kernel.i(above));
        assertEquals(kernel.j(below), kernel.j(above), 1e-9 * kernel.j(above));
        assertArrayEquals(new double[] {0, 0}, new double[] {kernel.i(-12.1), kernel.j(-12.1)});
    }

    /** Leading-log exponents of J/psi, psi(2S), Upsilon(1S) and Z, rounded to four decimals; alpha and m_mu from CODATA. */
    @ParameterizedTest
    @CsvSource({"3.0969, 0.0267", "3.686097, 0.0284", "9.4604, 0.0371", "91.188, 0.0582"})
    void exponent(double mass, double beta) {
        assertEquals(beta, FinalStateRadiation.exponent(mass), 0.00005);
    }

    @Test
    void misuse() {
        assertThrows(IllegalArgumentException.class, () -> FinalStateRadiation.exponent(0.2));
        assertThrows(IllegalArgumentException.class, () -> new RadiativeKernel(0.7));
        assertThrows(IllegalArgumentException.class, () -> new MassWindow(3, 2));
    }
}
