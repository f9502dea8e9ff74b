package org.sagitta.validation.pipeline;

import static org.sagitta.data.sample.ColumnType.FLOAT32;
import static org.sagitta.data.sample.ColumnType.INT32;
import static org.sagitta.data.sample.ColumnType.UINT16;
import static org.sagitta.data.sample.ColumnType.UINT8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.sagitta.data.generation.EventWeights;
import org.sagitta.data.generation.GeneratedPair;
import org.sagitta.data.generation.Origin;
import org.sagitta.data.sample.ColumnBuilder;
import org.sagitta.data.sample.ColumnSpec;
import org.sagitta.data.sample.ColumnType;
import org.sagitta.data.sample.PairRow;
import org.sagitta.data.sample.PairTables;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.state.Param;
import org.sagitta.kalman.state.PerigeeState;
import org.sagitta.kalman.state.SymMatrix5;
import org.sagitta.validation.pipeline.PseudodataRequest.IdealColumns;

/**
 * The columns that pseudo-data have beside those of every sample, with the names and types of CMS NanoAOD and of the muon
 * refit of its W analysis (CVH): flags, impact parameters, refit with covariance, corrected momenta. Momenta are rounded to
 * float32 and no further.
 *
 * <p>{@code Muon_cvhMomCov_Vals} holds the covariance of (q/p, lambda, phi), lambda = pi/2 - theta, row by row, nine numbers a
 * muon, with zeros below the diagonal, as CMS stores it.
 */
final class PseudoColumns {
    private static final String PREFIX = "Muon_";
    private static final String N_MUON = "nMuon";
    private static final String N_GEN = "nGenPart";
    private static final String WIDTH = "MEParamWeightAltSet1";
    private static final List<String> FLAGS =
            List.of("isGlobal", "isTracker", "highPurity", "looseId", "mediumId", "tightId");

    private static final int COVARIANCE_ENTRIES = 9;

    /** What CMS writes where a refit has failed. */
    private static final double FAILED_PT = -1;

    private static final int FAILED_CHARGE = -99;

    /** Bits of GenPart_statusFlags: isPrompt, isHardProcess, fromHardProcess, isFirstCopy, isLastCopy. */
    private static final int PROMPT = 1;

    private static final int HARD = 1 << 7;
    private static final int FROM_HARD = 1 << 8;
    private static final int FIRST_AND_LAST = (1 << 12) | (1 << 13);

    private static final int FLAVOUR_PROMPT = 1;
    private static final int FLAVOUR_BEAUTY = 5;

    private final PairTables tables;
    private final EventWeights widths;
    private final List<ColumnBuilder> corrected = new ArrayList<>();
    private final IdealColumns ideal;

    /** @param widths weights of other widths of the Z; none for other resonances */
    PseudoColumns(EventWeights masses, EventWeights widths, int curvatures, IdealColumns ideal) {
        this.widths = widths;
        this.ideal = ideal;
        this.tables = new PairTables(masses, specs(widths, curvatures, ideal));
        for (int i = 0; i < curvatures; i++) {
            corrected.add(tables.column(VariedCurvatures.column(i)));
        }
    }

    /** All tables, to be built when the last event is there. */
    PairTables tables() {
        return tables;
    }

    private static List<ColumnSpec> specs(EventWeights widths, int curvatures, IdealColumns ideal) {
        List<ColumnSpec> specs = new ArrayList<>();
        for (String flag : FLAGS) {
            specs.add(muon(flag, UINT8, "1", "1: every simulated muon is reconstructed and identified"));
        }
        specs.add(muon("genPartFlav", UINT8, "1", "1 prompt muon, 5 from a b hadron"));
        specs.add(muon("dxyErr", FLOAT32, "cm", "standard deviation of dxy from the track fit"));
        specs.add(muon("dzErr", FLOAT32, "cm", "standard deviation of dz from the track fit"));
        specs.add(muon("dxybs", FLOAT32, "cm", "signed transverse distance from the beam line"));
        specs.addAll(refit("cvh", "track fit"));
        specs.add(muon("cvhNValidHits", INT32, "1", "hits of the track"));
        specs.add(muon("cvhMomCov_Counts", INT32, "1", "entries of the covariance of the momentum, 9"));
        specs.add(ColumnSpec.jagged(
                PREFIX + "cvhMomCov_Vals",
                FLOAT32,
                "1/GeV and rad",
                "covariance of (q/p, lambda, phi), 3 x 3 row by row; zeros below the diagonal",
                PREFIX + "cvhMomCov_Counts"));
        if (ideal == IdealColumns.PRESENT) {
            specs.addAll(
                    refit("cvhideal", "the same event in the ideal partner of the scenario; -1 and -99 if it is lost"));
        }
        specs.addAll(correctedSpecs(curvatures));
        specs.add(ColumnSpec.jagged(
                "GenPart_statusFlags",
                UINT16,
                "1",
                "bits of CMS: 0 isPrompt, 7 isHardProcess, 8 fromHardProcess, 12 isFirstCopy, 13 isLastCopy",
                N_GEN));
        if (widths.size() > 0) {
            specs.add(ColumnSpec.of("n" + WIDTH, INT32, "1", "number of weights of other widths"));
            String names = String.join(", ", widths.names());
            specs.add(ColumnSpec.jagged(
                    WIDTH, FLOAT32, "1", "weights relative to the generated model: " + names, "n" + WIDTH));
        }
        return specs;
    }

    private static List<ColumnSpec> refit(String name, String what) {
        return List.of(
                muon(name + "Pt", FLOAT32, "GeV", "transverse momentum, " + what),
                muon(name + "Eta", FLOAT32, "1", "pseudorapidity, " + what),
                muon(name + "Phi", FLOAT32, "rad", "azimuth, " + what),
                muon(name + "Charge", INT32, "1", "charge, " + what),
                muon(name + "Dxy", FLOAT32, "cm", "signed transverse distance from the beam line, " + what),
                muon(name + "Dz", FLOAT32, "cm", "z at the closest approach, " + what));
    }

    private static List<ColumnSpec> correctedSpecs(int curvatures) {
        List<ColumnSpec> specs = new ArrayList<>();
        for (int i = 0; i < curvatures; i++) {
            String how = i == 0 ? "" : ", parameters moved by one standard deviation along an eigenvector";
            String name = VariedCurvatures.column(i).substring(PREFIX.length());
            specs.add(muon(name, FLOAT32, "GeV", "corrected transverse momentum" + how));
        }
        if (curvatures > 0) {
            specs.add(muon("correctedEta", FLOAT32, "1", "pseudorapidity, as measured"));
            specs.add(muon("correctedPhi", FLOAT32, "rad", "azimuth, as measured"));
            specs.add(muon("correctedCharge", INT32, "1", "charge of the corrected track"));
        }
        return specs;
    }

    private static ColumnSpec muon(String name, ColumnType type, String unit, String description) {
        return ColumnSpec.jagged(PREFIX + name, type, unit, description, N_MUON);
    }

    void add(PseudoEvent event) {
        FittedPair pair = event.pair();
        PairRow row = SampleFiles.row(pair);
        tables.add(row);
        if (row.plusLeads()) {
            addPlus(event);
            addMinus(event);
        } else {
            addMinus(event);
            addPlus(event);
        }
        addTruth(pair.generated());
    }

    private void addPlus(PseudoEvent event) {
        addMuon(event.pair().plus(), event.pair().generated().origin());
        addIdeal(event.ideal().map(FittedPair::plus));
        addCorrected(event.pair().plus().perigee(), event::plus);
    }

    private void addMinus(PseudoEvent event) {
        addMuon(event.pair().minus(), event.pair().generated().origin());
        addIdeal(event.ideal().map(FittedPair::minus));
        addCorrected(event.pair().minus().perigee(), event::minus);
    }

    private void addMuon(FittedLeg leg, Origin origin) {
        PerigeeState state = leg.perigee();
        FLAGS.forEach(flag -> whole(flag, 1));
        whole("genPartFlav", origin == Origin.BEAUTY ? FLAVOUR_BEAUTY : FLAVOUR_PROMPT);
        number("dxyErr", state.covariance().sigma(Param.LOC_U) / Units.CM);
        number("dzErr", state.covariance().sigma(Param.LOC_V) / Units.CM);
        number("dxybs", state.d0() / Units.CM);
        addRefit("cvh", state);
        whole("cvhNValidHits", leg.planes());
        whole("cvhMomCov_Counts", COVARIANCE_ENTRIES);
        addCovariance(state.covariance());
    }

    private void addRefit(String name, PerigeeState state) {
        number(name + "Pt", state.pt());
        number(name + "Eta", state.eta());
        number(name + "Phi", state.phi());
        whole(name + "Charge", state.charge());
        number(name + "Dxy", state.d0() / Units.CM);
        number(name + "Dz", state.z0() / Units.CM);
    }

    /** lambda = pi/2 - theta, so that its covariances with others have the other sign. */
    private void addCovariance(SymMatrix5 covariance) {
        ColumnBuilder values = tables.column(PREFIX + "cvhMomCov_Vals");
        values.add(covariance.at(Param.Q_OVER_P, Param.Q_OVER_P));
        values.add(-covariance.at(Param.Q_OVER_P, Param.THETA));
        values.add(covariance.at(Param.Q_OVER_P, Param.PHI));
        values.add(0);
        values.add(covariance.at(Param.THETA, Param.THETA));
        values.add(-covariance.at(Param.THETA, Param.PHI));
        values.add(0);
        values.add(0);
        values.add(covariance.at(Param.PHI, Param.PHI));
    }

    private void addIdeal(Optional<FittedLeg> leg) {
        if (ideal == IdealColumns.ABSENT) {
            return;
        }
        if (leg.isPresent()) {
            addRefit("cvhideal", leg.get().perigee());
            return;
        }
        number("cvhidealPt", FAILED_PT);
        whole("cvhidealCharge", FAILED_CHARGE);
        for (String quantity : List.of("Eta", "Phi", "Dxy", "Dz")) {
            number("cvhideal" + quantity, 0);
        }
    }

    private void addCorrected(PerigeeState state, IntToDoubleFunction curvature) {
        for (int i = 0; i < corrected.size(); i++) {
            corrected.get(i).add(1 / Math.abs(curvature.applyAsDouble(i)));
        }
        if (!corrected.isEmpty()) {
            number("correctedEta", state.eta());
            number("correctedPhi", state.phi());
            whole("correctedCharge", curvature.applyAsDouble(0) < 0 ? -state.charge() : state.charge());
        }
    }

    private void addTruth(GeneratedPair pair) {
        int prompt = pair.origin() == Origin.BEAUTY ? 0 : PROMPT | FROM_HARD;
        ColumnBuilder flags = tables.column("GenPart_statusFlags");
        flags.addWhole(prompt | (prompt == 0 ? 0 : HARD) | FIRST_AND_LAST);
        flags.addWhole(prompt | FIRST_AND_LAST);
        flags.addWhole(prompt | FIRST_AND_LAST);
        if (widths.size() > 0) {
            tables.column("n" + WIDTH).addWhole(widths.size());
            for (double weight : widths.of(pair)) {
                tables.column(WIDTH).add(weight);
            }
        }
    }

    private void number(String name, double value) {
        tables.column(PREFIX + name).add(value);
    }

    private void whole(String name, long value) {
        tables.column(PREFIX + name).addWhole(value);
    }
}
