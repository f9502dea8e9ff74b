package org.sagitta.data.simulation.matter;

import org.sagitta.geometry.units.Units;

/**
 * The properties of silicon that ionisation depends on. All matter of the tracker is known as effective silicon
 * ({@code geometry.material.MaterialSlab}).
 *
 * <p>Density effect delta(x), x = log10(p/m), by R. M. Sternheimer, M. J. Berger and S. M. Seltzer, At. Data Nucl. Data
 * Tables 30 (1984) 261, with the parameters of D. E. Groom, N. V. Mokhov and S. I. Striganov, At. Data Nucl. Data Tables 78
 * (2001) 183, table of silicon:
 *
 * <pre>
 *   delta = delta0 10^(2 (x - x0))              x &lt; x0
 *   delta = 2 ln(10) x - C + a (x1 - x)^k       x0 &lt;= x &lt; x1
 *   delta = 2 ln(10) x - C                      x1 &lt;= x
 * </pre>
 */
final class SiliconElectrons {
    /** Mean excitation energy. */
    static final double EXCITATION = 173.0 * Units.EV;

    static final int ATOMIC_NUMBER = 14;

    /** Z/A [mol/g]. */
    static final double Z_PER_A = 14 / 28.0855;

    private static final double C = 4.4355;
    private static final double X0 = 0.2015;
    private static final double X1 = 2.8716;
    private static final double A = 0.14921;
    private static final double K = 3.2546;
    private static final double DELTA0 = 0.14;

    /** Electrons and binding energies [eV] of the shells K, L1, L2 and L3, M. */
    private static final double[][] SHELLS = {{2, 1839}, {2, 149}, {6, 99.5}, {4, 10}};

    private SiliconElectrons() {}

    /** The density effect delta at beta gamma = p/m. */
    static double densityEffect(double betaGamma) {
        double x = Math.log10(betaGamma);
        if (x < X0) {
            return DELTA0 * Math.pow(10, 2 * (x - X0));
        }
        double limit = 2 * Math.log(10) * x - C;
        return x < X1 ? limit + A * Math.pow(X1 - x, K) : limit;
    }

    /**
     * Variance of the loss that comes from the binding of the electrons, per xi [GeV]: (8/3) sum (Z_i/Z) I_i ln(2 m_e beta^2
     * / I_i) at beta = 1, where Z_i electrons are bound by I_i. Source: P. Shulek et al., Sov. J. Nucl. Phys. 4 (1967) 400,
     * as used by S. Hancock et al., Phys. Rev. A 28 (1983) 615; binding energies of silicon from the X-ray Data Booklet,
     * table 1-1, the valence shell rounded.
     */
    static double bindingVariancePerXi() {
        double sum = 0;
        for (double[] shell : SHELLS) {
            double energy = shell[1] * Units.EV;
            sum += shell[0] / ATOMIC_NUMBER * energy * Math.log(2 * Units.ELECTRON_MASS / energy);
        }
        return 8.0 / 3 * sum;
    }
}
