package org.sagitta.validation.study;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.peak.PeakModel;
import org.sagitta.calibration.peak.ScaleModel;

/** The scale models that are tried on real data, what each extends, and how one of them is chosen. */
final class RealDataHierarchy {
    /** A step is taken if a gain this large has less than this probability without the parameters it adds. */
    static final double SIGNIFICANCE = 0.05;

    static final String ONE_A = "A";
    static final String A_BINS = "A in 6 bins";
    static final String A_AND_LOSS = "A, e";

    private static final EtaBinning LOSS_TWO = EtaBinning.of(0, 1.2, 2.4);
    private static final EtaBinning LOSS_THREE = EtaBinning.of(0, 0.8, 1.6, 2.4);

    private RealDataHierarchy() {}

    /**
     * A model and the smaller one it is compared with.
     *
     * @param scale the parameters
     * @param parent name of the smaller model; empty for the simplest
     */
    record Candidate(ScaleModel scale, Optional<String> parent) {}

    /** All models by name, a parent before its children. */
    static Map<String, Candidate> candidates() {
        Map<String, Candidate> all = new LinkedHashMap<>();
        ScaleModel one = ScaleModel.curvature();
        ScaleModel quadratic = ScaleModel.curvatureWithEtaSquared();
        ScaleModel bins = ScaleModel.curvatureInBins(PeakModel.SIX_BINS);
        all.put(ONE_A, new Candidate(one, Optional.empty()));
        all.put(A_AND_LOSS, new Candidate(one.withLoss(), Optional.of(ONE_A)));
        all.put("A, e in 2 bins", new Candidate(one.withLossInBins(LOSS_TWO), Optional.of(A_AND_LOSS)));
        all.put("A, e in 3 bins", new Candidate(one.withLossInBins(LOSS_THREE), Optional.of(A_AND_LOSS)));
        all.put("A1 + A2 eta^2", new Candidate(quadratic, Optional.of(ONE_A)));
        all.put("A1 + A2 eta^2, e", new Candidate(quadratic.withLoss(), Optional.of("A1 + A2 eta^2")));
        all.put(A_BINS, new Candidate(bins, Optional.of(ONE_A)));
        all.put("A in 6 bins, e", new Candidate(bins.withLoss(), Optional.of(A_BINS)));
        all.put("A, M0", new Candidate(one.withMisalignment(), Optional.of(ONE_A)));
        return all;
    }

    /**
     * Forward selection: from the simplest model to the significant step with the smallest probability, and on from
     * there until no step is significant.
     */
    static RealDataModel choose(List<RealDataModel> models) {
        RealDataModel chosen = models.get(0);
        while (true) {
            String from = chosen.name();
            Optional<RealDataModel> next = models.stream()
                    .filter(m -> m.step()
                            .filter(s -> s.parent().equals(from) && s.isSignificant(SIGNIFICANCE))
                            .isPresent())
                    .min(Comparator.comparingDouble(m -> m.step().orElseThrow().probability()));
            if (next.isEmpty()) {
                return chosen;
            }
            chosen = next.get();
        }
    }
}
