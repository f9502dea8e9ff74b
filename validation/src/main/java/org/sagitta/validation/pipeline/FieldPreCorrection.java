package org.sagitta.validation.pipeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import org.sagitta.calibration.model.FieldRatio;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.scenario.FieldChoice;
import org.sagitta.data.scenario.FieldRatioChoice;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.TruthChoice;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.compare.TrackFieldRatio;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.validation.study.ExactTracks;

/**
 * Makes the field ratio that a scenario asks for. Seen by the track fit it is the ratio of the curvatures fitted to two muons alike, one
 * simulated in the map and one in the parametrisation, with exact hits and their mean loss, in the world that the reconstruction believes in: what
 * an experiment can do with its simulation. The truth has no part in it but the name of the map.
 */
final class FieldPreCorrection {
    /** Nodes of the ratio: 0.1 in eta to just beyond the acceptance, 15 degrees in phi. */
    private static final int ETA_NODES = 51;

    private static final double ETA_MAX = 2.5;
    private static final int PHI_NODES = 24;

    /** Nodes in pT [GeV]; between them the ratio is linear in ln pT to some 10^-6. */
    private static final double[] PT_NODES = {3, 6, 12, 25, 50, 100};

    /** A muon of each charge at every node. */
    private static final int MUONS = 2 * ETA_NODES * PHI_NODES * PT_NODES.length;

    /** Muons that are simulated and fitted together. */
    private static final int BLOCK = 512;

    private static final String SAMPLE = "field ratio";

    private FieldPreCorrection() {}

    /** @param scenario whose reconstruction is meant */
    static FieldRatio ratio(FieldRatioChoice choice, Scenario scenario, Worlds worlds) {
        return switch (choice.seenBy()) {
            case STRAIGHT_TRACK -> straight(choice, worlds);
            case TRACK_FIT -> fitted(choice, scenario, worlds);
        };
    }

    private static FieldRatio straight(FieldRatioChoice choice, Worlds worlds) {
        MagneticField map = worlds.field(choice.map());
        MagneticField parametrisation = worlds.field(choice.parametrisation());
        return FieldRatio.tabulate(
                etaNodes(), PHI_NODES, (eta, phi) -> TrackFieldRatio.sagittaWeighted(map, parametrisation, eta, phi));
    }

    private static double[] etaNodes() {
        double[] nodes = new double[ETA_NODES];
        Arrays.setAll(nodes, FieldPreCorrection::eta);
        return nodes;
    }

    private static double eta(int node) {
        return -ETA_MAX + 2 * ETA_MAX * node / (ETA_NODES - 1);
    }

    private static FieldRatio fitted(FieldRatioChoice choice, Scenario scenario, Worlds worlds) {
        ExactTracks inMap = tracks(choice.map(), scenario, worlds);
        ExactTracks inParametrisation = tracks(choice.parametrisation(), scenario, worlds);
        double[][][] ratio = new double[PT_NODES.length][ETA_NODES][PHI_NODES];
        for (int muon = 0; muon < MUONS; muon += 2) {
            ratio[momentum(muon)][polar(muon)][azimuth(muon)] = ofBothCharges(muon, inMap, inParametrisation, choice);
        }
        return new FieldRatio(PT_NODES, etaNodes(), ratio);
    }

    /** Mean of the muons {@code plus} and {@code plus + 1}, or that of the one that has a track in both fields. */
    private static double ofBothCharges(
            int plus, ExactTracks inMap, ExactTracks inParametrisation, FieldRatioChoice choice) {
        double sum = 0;
        int tracks = 0;
        for (int muon = plus; muon < plus + 2; muon++) {
            OptionalDouble k = inMap.fittedK(muon);
            OptionalDouble reference = inParametrisation.fittedK(muon);
            if (k.isPresent() && reference.isPresent()) {
                sum += k.getAsDouble() / reference.getAsDouble();
                tracks++;
            }
        }
        if (tracks == 0) {
            throw BadInputException.usage(String.format(
                    Locale.ROOT,
                    "calibration.field_ratio.seen_by is track_fit, but no muon of %.0f GeV at eta %.1f has a clean track in both"
                            + " fields %s and %s; needed are fields of the whole tracker",
                    PT_NODES[momentum(plus)],
                    eta(polar(plus)),
                    choice.map(),
                    choice.parametrisation()));
        }
        return sum / tracks;
    }

    /** The muons of all nodes in a field, as fitted. */
    private static ExactTracks tracks(String field, Scenario scenario, Worlds worlds) {
        Scenario ideal = scenario.idealPartner();
        TruthChoice truth = new TruthChoice(
                ideal.reconstruction().world().withField(new FieldChoice(field, 1)),
                Noiseless.effects(ideal.reconstruction()));
        MuonRun run = new MuonRun(
                ideal.withTruth(SAMPLE, truth), FieldPreCorrection::muon, SAMPLE, worlds, new KernelWarmup());
        ExactTracks all = new ExactTracks();
        for (int first = 0; first < MUONS; first += BLOCK) {
            all.merge(run.muons(new ExactTracks(), first, Math.min(BLOCK, MUONS - first)));
        }
        return all;
    }

    private static GeneratedMuon muon(long number) {
        int n = (int) number;
        double pt = PT_NODES[momentum(n)];
        double phi = FieldRatio.azimuth(azimuth(n), PHI_NODES);
        Vec3 direction = new Vec3(Math.cos(phi), Math.sin(phi), Math.sinh(eta(polar(n))));
        return new GeneratedMuon(n % 2 == 0 ? 1 : -1, direction.times(pt), Vec3.ZERO);
    }

    private static int azimuth(int muon) {
        return muon / 2 % PHI_NODES;
    }

    private static int polar(int muon) {
        return muon / (2 * PHI_NODES) % ETA_NODES;
    }

    private static int momentum(int muon) {
        return muon / (2 * PHI_NODES * ETA_NODES);
    }
}
