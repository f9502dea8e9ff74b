package org.sagitta.validation.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.sagitta.calibration.dimuon.PairMass;
import org.sagitta.calibration.peak.FinalStateRadiation;

/** Tables of made-up muon pairs, with a known curvature bias, in the columns of the CMS Open Data. */
public final class ToyMuonTables {
    private static final String HEADER =
            "Run,Event,type1,E1,px1,py1,pz1,pt1,eta1,phi1,Q1," + "type2,E2,px2,py2,pz2,pt2,eta2,phi2,Q2";
    private static final double MUON_MASS = 0.1056583755;
    private static final double SIGMA_K = 0.012;

    private final Random random;
    private final double bias;

    /** @param bias relative bias of the measured curvature: the A of these muons is -bias to first order */
    public ToyMuonTables(long seed, double bias) {
        this.random = new Random(seed);
        this.bias = bias;
    }

    /** A J/psi over a flat background of a sixth, 2.6 to 3.6 GeV. */
    public Path jpsi(Path file, int pairs) throws IOException {
        return write(file, pairs, List.of(3.0969), 0.83, 2.6, 3.6);
    }

    /** Three Upsilon states over twice as much flat background, 8.2 to 11.6 GeV. */
    public Path upsilon(Path file, int pairs) throws IOException {
        return write(file, pairs, List.of(9.4604, 9.4604, 10.0234, 10.3551), 0.4, 8.2, 11.6);
    }

    private Path write(Path file, int pairs, List<Double> masses, double signal, double low, double high)
            throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        for (int n = 0; n < pairs; n++) {
            double mass = low + (high - low) * random.nextDouble();
            double smearing = 0;
            if (random.nextDouble() < signal) {
                double nominal = masses.get(random.nextInt(masses.size()));
                double x = Math.pow(random.nextDouble(), 1 / FinalStateRadiation.exponent(nominal));
                mass = nominal * Math.sqrt(1 - x);
                smearing = SIGMA_K;
            }
            lines.add(row(n, Math.max(mass, 0.5), smearing));
        }
        return Files.write(file, lines);
    }

    private String row(int n, double mass, double smearing) {
        double[] pt = {3 + 8 * random.nextDouble(), 3 + 8 * random.nextDouble()};
        double[] eta = {4.6 * random.nextDouble() - 2.3, 0};
        eta[1] = eta[0] + 0.4 * random.nextGaussian() * (Math.abs(eta[0]) < 1.9 ? 1 : 0.1);
        double[] phi = {2 * Math.PI * random.nextDouble() - Math.PI, 0};
        phi[1] = phi[0] + 0.4 + 0.4 * random.nextDouble();
        scaleTo(mass, pt, eta, phi);
        for (int leg = 0; leg < 2; leg++) {
            pt[leg] /= (1 + bias) * (1 + smearing * random.nextGaussian());
        }
        return String.format(
                Locale.ROOT, "1,%d,%s,%s", n, leg("G", pt[0], eta[0], phi[0], 1), leg("T", pt[1], eta[1], phi[1], -1));
    }

    /** Scales both momenta by a common factor until the pair has the mass; four rounds reach rounding. */
    private static void scaleTo(double mass, double[] pt, double[] eta, double[] phi) {
        PairMass pair = new PairMass();
        pair.setAngles(eta[0], phi[0], eta[1], phi[1]);
        for (int round = 0; round < 4; round++) {
            pair.setCurvatures(1 / pt[0], 1 / pt[1]);
            pt[0] *= mass / pair.mass();
            pt[1] *= mass / pair.mass();
        }
    }

    private static String leg(String type, double pt, double eta, double phi, int charge) {
        double px = pt * Math.cos(phi);
        double py = pt * Math.sin(phi);
        double pz = pt * Math.sinh(eta);
        double e = Math.sqrt(px * px + py * py + pz * pz + MUON_MASS * MUON_MASS);
        return String.format(
                Locale.ROOT,
                "%s,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%d",
                type,
                e,
                px,
                py,
                pz,
                pt,
                eta,
                Math.IEEEremainder(phi, 2 * Math.PI),
                charge);
    }
}
