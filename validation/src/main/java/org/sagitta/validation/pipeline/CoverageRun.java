package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.fit.FitOptions;
import org.sagitta.calibration.fit.IterativeCalibration;
import org.sagitta.calibration.fit.NotConvergedException;
import org.sagitta.calibration.fit.ReferencedCalibration;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.target.TabulatedTarget;
import org.sagitta.data.generation.BeamSpot;
import org.sagitta.data.generation.MuonGun;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.validation.pipeline.PairSupplier.PairRequest;
import org.sagitta.validation.study.ClaimedResolution;
import org.sagitta.validation.study.CoverageAccumulator;
import org.sagitta.validation.study.CoverageResult;
import org.sagitta.validation.study.ResolutionTable;
import org.sagitta.validation.study.ScaleGradient;
import org.sagitta.validation.study.ScaleGradients;

/**
 * Pseudo-experiments: each draws a truth, makes a sample of J/psi that is wrong by it and one of the ideal world, calibrates
 * with the standard model, and compares parameters and scales with the truth in units of the errors that were quoted. Nothing
 * is shared between experiments but the resolution of the toy muons: each has an ideal sample and a target of its own.
 */
public final class CoverageRun {
    private static final int RESOLUTION_MUONS = 20_000;

    /** Pairs over which the gradient of a mass scale is averaged: it varies by far less than the errors to be tested. */
    private static final int GRADIENT_PAIRS = 20_000;

    private final CoverageRequest request;
    private final AemModel model;
    private final ProgressListener progress;

    public CoverageRun(CoverageRequest request, ProgressListener progress) {
        this.request = request;
        this.model = AemModels.of(request.scenario().calibration().model());
        this.progress = progress;
    }

    /** Experiments with toy pairs. */
    public CoverageResult toys() throws InterruptedException {
        ToyPairs toys = toyPairs();
        return run(toys, gradients(toys));
    }

    /** Experiments with pairs that are simulated and fitted. */
    public CoverageResult simulated() throws InterruptedException {
        return run(new SimulatedPairs(request.scenario(), request.seed()), gradients(toyPairs()));
    }

    private ToyPairs toyPairs() throws InterruptedException {
        return new ToyPairs(request.scenario(), resolution(request, progress), request.seed());
    }

    /** What tracks claim in the ideal world; a second of work, on one thread so that no bit depends on their number. */
    static ResolutionTable resolution(CoverageRequest request, ProgressListener progress) throws InterruptedException {
        Scenario ideal = request.scenario().idealPartner();
        BeamSpot spot = ideal.beamSpot();
        MuonGun gun = new MuonGun(
                new BeamSpot(spot.sigmaXy(), spot.sigmaZ()),
                ClaimedResolution.PT_MIN,
                ClaimedResolution.PT_MAX,
                ClaimedResolution.ABS_ETA_MAX,
                0);
        return MuonRun.of(ideal, gun, request.seed())
                .run(ClaimedResolution::new, RESOLUTION_MUONS, 1, progress)
                .table();
    }

    private List<ScaleGradient> gradients(ToyPairs toys) {
        ScaleGradients gradients = new ScaleGradients(model);
        AemCorrection none = AemCorrection.identity(model);
        List<ScaleGradient> all = new ArrayList<>();
        for (Resonance resonance : List.of(Resonance.UPSILON_1S, Resonance.Z)) {
            PairRequest pairs = new PairRequest("gradient", resonance, 0, GRADIENT_PAIRS);
            all.addAll(gradients.ofMass(resonance.name(), toys.pairs(pairs, none)));
        }
        all.addAll(gradients.ofLegs());
        return all;
    }

    /** A truth and what was found; nothing if the fit did not settle. */
    private record Experiment(AemCorrection truth, Optional<AemCorrection> found) {}

    private CoverageResult run(PairSupplier pairs, List<ScaleGradient> gradients) throws InterruptedException {
        CoverageAccumulator sums = new CoverageAccumulator(model, gradients);
        ExecutorService executor = Executors.newFixedThreadPool(request.threads());
        try {
            new OrderedBlocks(executor, request.threads()).run(number -> experiment(number, pairs), experiment -> {
                experiment.ifPresent(e -> add(sums, e));
                progress.progress("pseudo-experiments", sums.experiments(), request.experiments());
                return sums.experiments() < request.experiments();
            });
        } finally {
            executor.shutdownNow();
        }
        return sums.result();
    }

    private static void add(CoverageAccumulator sums, Experiment experiment) {
        experiment.found().ifPresentOrElse(found -> sums.add(experiment.truth(), found), sums::addFailure);
    }

    /** Nothing beyond the last experiment, which another thread may ask for before it knows that it was the last. */
    private Optional<Experiment> experiment(long number, PairSupplier pairs) {
        if (number >= request.experiments()) {
            return Optional.empty();
        }
        RandomStream stream = RandomStream.of(request.scenario().name() + "/bias", RandomPurpose.GENERATION);
        EventRandom random = EventRandom.of(request.seed(), stream, number);
        AemCorrection truth = request.bias().draw(model, random::gaussian);
        AemCorrection none = AemCorrection.identity(model);
        DimuonSample measured = pairs.pairs(jpsi("measured", number), truth).measured();
        DimuonSample ideal = pairs.pairs(jpsi("ideal", number), none).measured();
        return Optional.of(new Experiment(truth, calibrated(measured, ideal)));
    }

    private PairRequest jpsi(String sample, long experiment) {
        return new PairRequest(sample, Resonance.JPSI, Math.toIntExact(experiment), request.jpsi());
    }

    private Optional<AemCorrection> calibrated(DimuonSample measured, DimuonSample ideal) {
        IterativeCalibration calibration = new IterativeCalibration(FitOptions.standard(model), BlockReducer.serial());
        try {
            return Optional.of(new ReferencedCalibration(calibration)
                    .calibrate(measured, ideal, TabulatedTarget.of(ideal))
                    .correction());
        } catch (NotConvergedException e) {
            return Optional.empty();
        }
    }
}
