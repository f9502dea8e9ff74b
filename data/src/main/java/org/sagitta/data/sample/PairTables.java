package org.sagitta.data.sample;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.data.generation.Boson;
import org.sagitta.data.generation.EventWeights;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.generation.GeneratedPair;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * Collects simulated muon pairs into two tables, both in the order in which the pairs were added:
 *
 * <ul>
 *   <li>at the root, the columns of CMS NanoAOD with their names, types and units (lengths in cm): {@code Muon_*} and
 *       {@code GenPart_*} hold the values of all events one after the other, {@code nMuon} and {@code nGenPart} of them
 *       per event. Muons are sorted by falling pT; {@code GenPart} is the resonance, the positive and the negative muon.
 *       Values are rounded to float32 and no further.
 *   <li>{@code dimuon}, one row per event, in full precision: what the calibration reads, with the truth beside it.
 * </ul>
 *
 * Weights of the events, if there are any, are the column {@code MEParamWeight} of the first table, {@code nMEParamWeight}
 * of them per event.
 *
 * <p>Mutable, for one thread, used once.
 */
public final class PairTables {
    /** Name of the table with one row per event. */
    public static final String DIMUON = "dimuon";

    /** Name of the table at the root. */
    public static final String NANO = "";

    /** Simulated events have one run and one luminosity block, as in CMS simulation. */
    private static final int RUN = 1;

    private static final double ETA_ALONG_BEAM = 1e10;
    private static final int STATUS_DECAYED = 2;
    private static final int STATUS_FINAL = 1;

    private final EventWeights weights;
    private final TableBuilder nano;
    private final TableBuilder dimuon = new TableBuilder(DIMUON, PairColumns.DIMUON);
    private final LegColumns plus = new LegColumns(dimuon, "plus");
    private final LegColumns minus = new LegColumns(dimuon, "minus");

    /** Tables without weights. */
    public PairTables() {
        this(EventWeights.none());
    }

    /** Tables with a column of weights, unless there are none. */
    public PairTables(EventWeights weights) {
        this(weights, List.of());
    }

    /**
     * Tables with a column of weights, unless there are none, and more columns of the first table, which whoever adds events
     * fills through {@link #column}. The muon that leads comes first, see {@link
     * PairRow#plusLeads}.
     */
    public PairTables(EventWeights weights, List<ColumnSpec> more) {
        this.weights = weights;
        List<ColumnSpec> columns = new ArrayList<>(PairColumns.nano(weights.names()));
        columns.addAll(more);
        this.nano = new TableBuilder(NANO, columns);
    }

    /** A column of the first table. */
    public ColumnBuilder column(String name) {
        return nano.column(name);
    }

    /** Appends one event of weight 1. */
    public void add(PairRow row) {
        add(row, 1);
    }

    /**
     * Appends one event.
     *
     * @param weight of its generator
     */
    public void add(PairRow row, double weight) {
        addEvent(row, weight);
        addMuon(row.plusLeads() ? row.plus() : row.minus(), row.plusLeads() ? 1 : 2);
        addMuon(row.plusLeads() ? row.minus() : row.plus(), row.plusLeads() ? 2 : 1);
        addTruth(row.truth());
        addWeights(row.truth());
        addDimuon(row);
    }

    /** Number of events so far. */
    public int rows() {
        return dimuon.length("event");
    }

    /** Both tables; nothing can be added afterwards. */
    public List<Table> build() {
        return List.of(nano.build(rows()), dimuon.build(rows()));
    }

    private void addEvent(PairRow row, double weight) {
        nano.addWhole("run", RUN);
        nano.addWhole("luminosityBlock", RUN);
        nano.addWhole("event", row.event());
        nano.add("genWeight", weight);
        nano.addWhole("nMuon", 2);
        nano.addWhole("nGenPart", 3);
    }

    private void addMuon(ReconstructedMuon muon, int genPartIndex) {
        nano.add("Muon_pt", muon.pt());
        nano.add("Muon_eta", muon.eta());
        nano.add("Muon_phi", muon.phi());
        nano.add("Muon_mass", Units.MUON_MASS);
        nano.addWhole("Muon_charge", muon.charge());
        nano.addWhole("Muon_pdgId", -13L * muon.charge());
        nano.add("Muon_ptErr", muon.ptError());
        nano.add("Muon_dxy", muon.dxy() / Units.CM);
        nano.add("Muon_dz", muon.dz() / Units.CM);
        nano.addWhole("Muon_genPartIdx", genPartIndex);
    }

    private void addTruth(GeneratedPair truth) {
        Boson boson = truth.boson();
        nano.add("GenPart_pt", boson.pt());
        nano.add("GenPart_eta", eta(boson.momentum().momentum()));
        nano.add("GenPart_phi", boson.phi());
        nano.add("GenPart_mass", boson.mass());
        nano.addWhole("GenPart_pdgId", truth.bosonPdgId());
        nano.addWhole("GenPart_status", STATUS_DECAYED);
        nano.addWhole("GenPart_genPartIdxMother", -1);
        addTrueMuon(truth.plus());
        addTrueMuon(truth.minus());
    }

    private void addWeights(GeneratedPair truth) {
        if (weights.size() > 0) {
            nano.addWhole(PairColumns.N_WEIGHT, weights.size());
            for (double weight : weights.of(truth)) {
                nano.add(PairColumns.WEIGHT, weight);
            }
        }
    }

    private void addTrueMuon(GeneratedMuon muon) {
        nano.add("GenPart_pt", muon.pt());
        nano.add("GenPart_eta", eta(muon.momentum()));
        nano.add("GenPart_phi", muon.phi());
        nano.add("GenPart_mass", Units.MUON_MASS);
        nano.addWhole("GenPart_pdgId", muon.pdgId());
        nano.addWhole("GenPart_status", STATUS_FINAL);
        nano.addWhole("GenPart_genPartIdxMother", 0);
    }

    /** Pseudorapidity that is finite for every momentum, with the value of ROOT along the beam. */
    private static double eta(Vec3 momentum) {
        return momentum.perp() > 0 ? momentum.eta() : Math.signum(momentum.z()) * ETA_ALONG_BEAM;
    }

    private void addDimuon(PairRow row) {
        GeneratedPair truth = row.truth();
        dimuon.addWhole("event", row.event());
        dimuon.add("mass", row.mass());
        dimuon.add("mass_error", row.massError());
        PairKinematics sum = PairKinematics.of(row.plus(), row.minus());
        dimuon.add("pt", sum.pt());
        dimuon.add("y", sum.rapidity());
        dimuon.add("phi", sum.phi());
        plus.add(row.plus(), truth.plus());
        minus.add(row.minus(), truth.minus());
        dimuon.add("gen_mass", truth.mass());
        dimuon.add("gen_boson_mass", truth.boson().mass());
        dimuon.add("gen_boson_pt", truth.boson().pt());
        dimuon.add("gen_boson_y", truth.boson().y());
        dimuon.addWhole("gen_origin", truth.origin().code());
        dimuon.add("gen_vertex_x", truth.vertex().x() / Units.CM);
        dimuon.add("gen_vertex_y", truth.vertex().y() / Units.CM);
        dimuon.add("gen_vertex_z", truth.vertex().z() / Units.CM);
    }

    /** The columns of one leg, looked up once. */
    private static final class LegColumns {
        private final ColumnBuilder k;
        private final ColumnBuilder kError;
        private final ColumnBuilder eta;
        private final ColumnBuilder phi;
        private final ColumnBuilder charge;
        private final ColumnBuilder trueK;
        private final ColumnBuilder trueEta;
        private final ColumnBuilder truePhi;

        LegColumns(TableBuilder table, String leg) {
            k = table.column(leg + "_k");
            kError = table.column(leg + "_k_error");
            eta = table.column(leg + "_eta");
            phi = table.column(leg + "_phi");
            charge = table.column(leg + "_charge");
            trueK = table.column("gen_" + leg + "_k");
            trueEta = table.column("gen_" + leg + "_eta");
            truePhi = table.column("gen_" + leg + "_phi");
        }

        void add(ReconstructedMuon muon, GeneratedMuon truth) {
            k.add(muon.k());
            kError.add(muon.kError());
            eta.add(muon.eta());
            phi.add(muon.phi());
            charge.addWhole(muon.charge());
            trueK.add(truth.k());
            trueEta.add(truth.eta());
            truePhi.add(truth.phi());
        }
    }
}
