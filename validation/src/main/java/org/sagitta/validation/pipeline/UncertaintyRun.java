package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.fit.FitOptions;
import org.sagitta.calibration.fit.IterativeCalibration;
import org.sagitta.calibration.fit.ReferencedCalibration;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.FieldRatio;
import org.sagitta.calibration.robust.TukeyBiweight;
import org.sagitta.calibration.target.TabulatedTarget;
import org.sagitta.data.generation.Acceptance;
import org.sagitta.data.generation.Continuum;
import org.sagitta.data.generation.PairGenerator;
import org.sagitta.data.generation.Radiation;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.GenerationChoice;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.validation.pipeline.PairSupplier.PairRequest;
import org.sagitta.validation.study.ResolutionTable;
import org.sagitta.validation.study.UncertaintyPart;
import org.sagitta.validation.study.UncertaintyStudy;

/**
 * The parts of the error of a calibration on J/psi, with toy pairs: one calibration, and others that differ from it in one
 * assumption. All share their random numbers, so that a shift has hardly any noise.
 */
public final class UncertaintyRun {
    private static final int GRADIENT_PAIRS = 20_000;

    /** Under the J/psi after a usual selection of muons, and how fast it falls [1/GeV]. */
    private static final Continuum BACKGROUND_UNDER_JPSI = new Continuum(0.02, 1, 0.06);

    private static final double TIGHTER = 3.5;
    private static final double WIDER = 6;

    private static final double FAR = 2.5;
    private static final double TILT = 1e-4;

    private final CoverageRequest request;
    private final AemModel model;
    private final ResolutionTable resolution;
    private final ProgressListener progress;

    /** @param request the bias does not matter */
    public UncertaintyRun(CoverageRequest request, ProgressListener progress) throws InterruptedException {
        this.request = request;
        this.model = AemModels.of(request.scenario().calibration().model());
        this.resolution = CoverageRun.resolution(request, progress);
        this.progress = progress;
    }

    /** All parts: statistical ones of the first experiment, then what each change does on the average of all. */
    public List<UncertaintyPart> parts() throws InterruptedException {
        ToyPairs toys = toys(request.scenario().generation());
        UncertaintyStudy study = new UncertaintyStudy(
                model, toys.pairs(gradient(Resonance.UPSILON_1S), none()), toys.pairs(gradient(Resonance.Z), none()));
        Map<Change, List<List<Double>>> differences = new EnumMap<>(Change.class);
        for (Change change : Change.values()) {
            differences.put(change, new ArrayList<>());
        }
        List<UncertaintyPart> parts = new ArrayList<>();
        long[] done = new long[1];
        ExecutorService executor = Executors.newFixedThreadPool(request.threads());
        try {
            new OrderedBlocks(executor, request.threads()).run(this::experiment, experiment -> {
                experiment.ifPresent(e -> {
                    if (done[0]++ == 0) {
                        parts.addAll(statistical(study, e.nominal()));
                    }
                    e.changes()
                            .forEach((change, d) -> Objects.requireNonNull(differences.get(change))
                                    .add(d));
                });
                progress.progress("parts of the error", done[0], request.experiments());
                return done[0] < request.experiments();
            });
        } finally {
            executor.shutdownNow();
        }
        differences.forEach((change, all) -> parts.add(
                change == Change.FIELD_RATIO
                        ? study.preCorrected(change.text, all, wrongRatio())
                        : study.systematic(change.text, all)));
        return List.copyOf(parts);
    }

    /** An assumption that is changed. */
    private enum Change {
        RADIATION("radiation of another kind in the ideal world"),
        BACKGROUND("background: 2 % continuum, in the data alone"),
        TIGHTER_LOSS("window: biweight of " + TIGHTER + " instead of " + TukeyBiweight.STANDARD_C),
        WIDER_LOSS("window: biweight of " + WIDER + " instead of " + TukeyBiweight.STANDARD_C),
        FIELD_RATIO("field ratio: too large by 1e-4 |eta| / 2.5");

        private final String text;

        Change(String text) {
            this.text = text;
        }
    }

    private record Experiment(ReferencedCalibration.Result nominal, Map<Change, List<Double>> changes) {}

    private static List<UncertaintyPart> statistical(UncertaintyStudy study, ReferencedCalibration.Result nominal) {
        return List.of(
                study.statistical(
                        "statistics of the data",
                        nominal.scenario().correction().covariance()),
                study.statistical(
                        "statistics of the ideal world",
                        nominal.ideal().correction().covariance()),
                study.statistical("statistics together", nominal.correction().covariance()));
    }

    private Optional<Experiment> experiment(long number) {
        if (number >= request.experiments()) {
            return Optional.empty();
        }
        GenerationChoice generation = request.scenario().generation();
        DimuonSample measured = jpsi(generation, "measured", number);
        DimuonSample ideal = jpsi(generation, "ideal", number);
        FitOptions options = FitOptions.standard(model);
        ReferencedCalibration.Result nominal = calibrate(measured, ideal, options);
        Map<Change, List<Double>> changes = new EnumMap<>(Change.class);
        for (Change change : Change.values()) {
            ReferencedCalibration.Result changed = switch (change) {
                case RADIATION -> {
                    GenerationChoice other = with(generation, other(generation.radiation()), generation.continuum());
                    yield calibrate(measured, jpsi(other, "ideal", number), options);
                }
                case BACKGROUND -> {
                    GenerationChoice other = with(generation, generation.radiation(), BACKGROUND_UNDER_JPSI);
                    yield calibrate(jpsi(other, "measured", number), ideal, options);
                }
                case TIGHTER_LOSS -> calibrate(measured, ideal, options.withLoss(new TukeyBiweight(TIGHTER)));
                case WIDER_LOSS -> calibrate(measured, ideal, options.withLoss(new TukeyBiweight(WIDER)));
                case FIELD_RATIO -> calibrate(wrongRatio().correcting(measured), ideal, options);
            };
            changes.put(change, difference(nominal.correction(), changed.correction()));
        }
        return Optional.of(new Experiment(nominal, changes));
    }

    private List<Double> difference(AemCorrection nominal, AemCorrection changed) {
        List<Double> difference = new ArrayList<>();
        for (int i = 0; i < model.size(); i++) {
            difference.add(changed.value(i) - nominal.value(i));
        }
        return difference;
    }

    private static Radiation other(Radiation radiation) {
        return radiation == Radiation.MULTI_PHOTON_CORRECTED
                ? Radiation.MULTI_PHOTON
                : Radiation.MULTI_PHOTON_CORRECTED;
    }

    private static FieldRatio wrongRatio() {
        return FieldRatio.tabulate(new double[] {-FAR, 0, FAR}, 1, (eta, phi) -> 1 + TILT * Math.abs(eta) / FAR);
    }

    private DimuonSample jpsi(GenerationChoice generation, String sample, long experiment) {
        PairRequest pairs = new PairRequest(sample, Resonance.JPSI, Math.toIntExact(experiment), request.jpsi());
        return toys(generation).pairs(pairs, none()).measured();
    }

    private ReferencedCalibration.Result calibrate(DimuonSource measured, DimuonSource ideal, FitOptions options) {
        return new ReferencedCalibration(new IterativeCalibration(options, BlockReducer.serial()))
                .calibrate(measured, ideal, TabulatedTarget.of(ideal));
    }

    private AemCorrection none() {
        return AemCorrection.identity(model);
    }

    private static PairRequest gradient(Resonance resonance) {
        return new PairRequest("gradient", resonance, 0, GRADIENT_PAIRS);
    }

    private static GenerationChoice with(GenerationChoice other, Radiation radiation, Continuum continuum) {
        return new GenerationChoice(
                radiation,
                other.zLine(),
                other.zSpectra(),
                other.zAngles(),
                other.bFraction(),
                continuum,
                other.polarisation());
    }

    private ToyPairs toys(GenerationChoice generation) {
        Scenario scenario = request.scenario();
        return new ToyPairs(
                resonance -> {
                    Acceptance acceptance = scenario.acceptance(resonance).loosened();
                    double energy = scenario.centreOfMassEnergy();
                    return new PairGenerator(
                            generation.production(resonance, energy),
                            generation.decay(resonance, energy),
                            scenario.beamSpot(),
                            acceptance);
                },
                scenario,
                resolution,
                request.seed());
    }
}
