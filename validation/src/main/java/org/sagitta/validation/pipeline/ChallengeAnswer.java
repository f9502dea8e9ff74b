package org.sagitta.validation.pipeline;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.data.io.hdf5.SampleHdf5;
import org.sagitta.data.sample.Table;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.challenge.ChallengeFolder;

/** Our own answer to a challenge, from its public files alone: the calibration of a closure run. */
public final class ChallengeAnswer {
    private final Scenario scenario;
    private final int threads;

    /**
     * @param scenario the public one, for the pre-correction of the field
     * @param threads at least 1; no result depends on it
     */
    public ChallengeAnswer(Scenario scenario, int threads) {
        this.scenario = scenario;
        this.threads = threads;
    }

    /**
     * Calibrates the measured pairs against the simulated ones.
     *
     * @throws BadInputException (data) if a file cannot be read
     */
    public Correction answer(ChallengeFolder folder) {
        DimuonSample measured = pairs(folder, "data/");
        DimuonSample simulated = pairs(folder, "simulation/");
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Worlds worlds = new Worlds(CmsTracker.load(), scenario.seed());
            return new JpsiCalibration(executor, scenario, worlds).calibrate(measured, simulated);
        } finally {
            executor.shutdownNow();
        }
    }

    private static DimuonSample pairs(ChallengeFolder folder, String kind) {
        DimuonSample.Builder pairs = DimuonSample.builder(0);
        for (Path file : folder.files(kind)) {
            Table table = SampleHdf5.read(file).table("dimuon");
            for (int i = 0; i < table.rows(); i++) {
                try {
                    pairs.add(new Dimuon(
                            muon(table, "plus", i, Charge.POSITIVE),
                            muon(table, "minus", i, Charge.NEGATIVE),
                            table.column("mass_error").number(i)));
                } catch (IllegalArgumentException e) {
                    throw BadInputException.data(file + ": row " + i + ": " + e.getMessage());
                }
            }
        }
        if (pairs.size() == 0) {
            throw BadInputException.data("the challenge has no pairs in " + kind);
        }
        return pairs.build();
    }

    private static Muon muon(Table table, String leg, int row, Charge charge) {
        return new Muon(
                table.column(leg + "_k").number(row),
                table.column(leg + "_eta").number(row),
                table.column(leg + "_phi").number(row),
                charge);
    }
}
