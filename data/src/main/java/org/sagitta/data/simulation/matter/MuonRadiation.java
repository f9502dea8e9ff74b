package org.sagitta.data.simulation.matter;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.interpolation.LinearInterpolator;
import org.sagitta.geometry.material.Silicon;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.material.Logarithm;
import org.sagitta.kalman.material.ParticleHypothesis;

/**
 * What muons lose by bremsstrahlung, pair production and nuclear interactions in silicon: on the average b(E) E d, with b of
 * the tables of D. E. Groom, N. V. Mokhov and S. I. Striganov, At. Data Nucl. Data Tables 78 (2001) 183, as the PDG gives them
 * for silicon. Bremsstrahlung of electrons struck by the muon, which these tables count as ionisation, is added to the
 * first (their eq. 5): xi alpha/(2 pi) (ln(2 E/m) - ln(2 E_max/m_e)/3) ln^2(2 E_max/m_e).
 *
 * <p>Interactions that take more than the part {@code CUT} of the energy come at random, one chance per crossing, with the
 * shapes of {@link RadiativeProcess}; the others are taken on the average. The amount of matter d is known by its radiation
 * length: d = 21.82 g/cm2 x/X0.
 *
 * <p>Immutable, shared between threads.
 */
public final class MuonRadiation {
    /** Least part of the energy that is taken at random. */
    static final double CUT = 1e-4;

    /** [g/cm2], PDG. */
    static final double RADIATION_LENGTH = Silicon.X0_G_PER_CM2;

    /** Kinetic energy [GeV]; loss by bremsstrahlung, pairs and nuclear interactions [MeV cm2/g]. */
    private static final double[][] LOSS = {
        {0.1, 1.183e-5, 0, 9.004e-5},
        {0.2, 4.190e-5, 0, 1.338e-4},
        {0.5, 1.662e-4, 0, 2.652e-4},
        {1, 4.370e-4, 1.795e-5, 4.841e-4},
        {2, 1.105e-3, 5.449e-4, 9.252e-4},
        {5, 3.588e-3, 3.027e-3, 2.377e-3},
        {10, 8.593e-3, 8.760e-3, 4.586e-3},
        {20, 2.019e-2, 2.334e-2, 8.744e-3},
        {50, 6.064e-2, 7.916e-2, 2.074e-2},
        {100, 0.1362, 0.1874, 0.0404},
        {200, 0.3007, 0.4256, 0.07974},
        {500, 0.8334, 1.203, 0.1990},
        {1000, 1.770, 2.551, 0.4044},
        {2000, 3.708, 5.319, 0.8298},
        {5000, 9.678, 13.76, 2.172},
        {10000, 19.78, 27.96, 4.539}
    };

    private static final double FINE_STRUCTURE = 1 / 137.035999;

    /** In the order of the columns. */
    private static final RadiativeProcess[] PROCESSES = {
        RadiativeProcess.BREMSSTRAHLUNG, RadiativeProcess.PAIRS, RadiativeProcess.NUCLEAR
    };

    private static final int PER_UNIT = 20;
    private static final double LOWEST = Math.log(0.15);
    private static final int NODES = 11 * PER_UNIT;

    private final ParticleHypothesis particle;

    /** b of each process at the nodes of ln E [cm2/g]. */
    private final double[][] b = new double[PROCESSES.length][NODES + 1];

    /** Mean part of the energy that is taken in interactions below the cut [cm2/g]. */
    private final double[] soft = new double[NODES + 1];

    /** Number of interactions above the cut [cm2/g]. */
    private final double[] hard = new double[NODES + 1];

    /**
     * @throws IllegalArgumentException for anything but a muon
     */
    public MuonRadiation(ParticleHypothesis particle) {
        if (particle != ParticleHypothesis.MUON) {
            throw new IllegalArgumentException("radiation of " + particle + "; known is that of muons");
        }
        this.particle = particle;
        for (int k = 0; k < PROCESSES.length; k++) {
            fill(PROCESSES[k], k);
        }
    }

    private void fill(RadiativeProcess process, int k) {
        double[] values = b[k];
        UnivariateFunction table = table(process, 1 + k);
        for (int i = 0; i <= NODES; i++) {
            double logarithm = LOWEST + (double) i / PER_UNIT;
            double first = energy(LOSS[0]);
            double last = energy(LOSS[LOSS.length - 1]);
            values[i] = table.value(Math.max(Math.log(first), Math.min(Math.log(last), logarithm)));
            soft[i] += values[i] * process.takenBelow(CUT);
            hard[i] += values[i] * process.above(CUT);
        }
    }

    /** b against ln E. */
    private static UnivariateFunction table(RadiativeProcess process, int column) {
        double[] logarithm = new double[LOSS.length];
        double[] values = new double[LOSS.length];
        for (int i = 0; i < LOSS.length; i++) {
            double energy = energy(LOSS[i]);
            logarithm[i] = Math.log(energy);
            values[i] = LOSS[i][column] * Units.MEV / energy;
            if (process == RadiativeProcess.BREMSSTRAHLUNG) {
                values[i] += electronBremsstrahlung(energy) / energy;
            }
        }
        return new LinearInterpolator().interpolate(logarithm, values);
    }

    private static double energy(double[] row) {
        return row[0] * Units.GEV + Units.MUON_MASS;
    }

    /** Mean loss by bremsstrahlung of struck electrons [GeV cm2/g]. */
    static double electronBremsstrahlung(double energy) {
        double m = Units.MUON_MASS;
        double xi = 0.5 * Silicon.K_MEV_CM2 * Units.MEV * SiliconElectrons.Z_PER_A;
        double maximum = new BetheLoss(ParticleHypothesis.MUON).maximumTransfer(Math.sqrt(energy * energy - m * m));
        double logarithm = Math.log(2 * maximum / Units.ELECTRON_MASS);
        return xi * FINE_STRUCTURE / (2 * Math.PI) * (Math.log(2 * energy / m) - logarithm / 3) * logarithm * logarithm;
    }

    /**
     * The mean loss [GeV].
     *
     * @param momentum [GeV]
     * @param thickness x/X0 along the track
     */
    public double mean(double momentum, double thickness) {
        double energy = particle.energy(momentum);
        double node = node(energy);
        double sum = 0;
        for (double[] values : b) {
            sum += interpolate(values, node);
        }
        return sum * energy * thickness * RADIATION_LENGTH;
    }

    /**
     * The loss of one crossing [GeV]; parameters as of {@link #mean}.
     *
     * @param chance uniform in [0, 1); small ones make hard interactions. At most one per crossing, so that layers must be
     *     thinner than a radiation length
     */
    public double loss(double momentum, double thickness, double chance) {
        double energy = particle.energy(momentum);
        double depth = thickness * RADIATION_LENGTH;
        double node = node(energy);
        double number = depth * interpolate(hard, node);
        double taken = depth * interpolate(soft, node);
        return energy * (chance < number ? taken + hardest(node, chance / number) : taken);
    }

    /** The part of the energy that a hard interaction takes; a part of the chance decides which it is. */
    private double hardest(double node, double chance) {
        double left = chance * interpolate(hard, node);
        for (int k = 0; k < PROCESSES.length; k++) {
            double share = interpolate(b[k], node) * PROCESSES[k].above(CUT);
            if (left < share) {
                return PROCESSES[k].quantile(CUT, left / share);
            }
            left -= share;
        }
        return CUT;
    }

    /** Where an energy is between the nodes: their number with a fraction. */
    private static double node(double energy) {
        return Math.max(0, Math.min(NODES - 1e-9, (Logarithm.of(energy) - LOWEST) * PER_UNIT));
    }

    private static double interpolate(double[] values, double node) {
        int i = (int) node;
        return values[i] + (node - i) * (values[i + 1] - values[i]);
    }
}
