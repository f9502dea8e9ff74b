package org.sagitta.validation.pipeline;

import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.data.generation.Acceptance;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.validation.study.InjectedBias;
import org.sagitta.validation.study.PairSample;

/**
 * Pairs of the full chain, simulated and fitted in the ideal partner of a scenario, whose fitted curvatures then get a bias
 * that a known correction takes away again. So every error is one of a real track, and the truth of every parameter is known
 * exactly. Shared between threads.
 */
final class SimulatedPairs implements PairSupplier {
    private static final int BLOCK = 512;

    private final Scenario ideal;
    private final Worlds worlds;
    private final KernelWarmup warmup = new KernelWarmup();

    SimulatedPairs(Scenario scenario, long seed) {
        this.ideal = scenario.idealPartner();
        this.worlds = new Worlds(CmsTracker.load(), seed);
    }

    @Override
    public PairSample pairs(PairRequest request, AemCorrection truth) {
        Resonance resonance = request.resonance();
        String sample =
                ideal.name() + "/full/" + request.sample() + "/" + request.experiment() + "/" + resonance.name();
        PairFeed feed = PairFeed.generated(ideal.generator(resonance), worlds.seed(), sample);
        Acceptance acceptance = ideal.acceptance(resonance);
        PairChains chains = chains(sample, acceptance.loosened());
        PairSample.Builder pairs = PairSample.builder(request.pairs());
        for (long first = 0; !pairs.isFull(); first += BLOCK) {
            for (PairOutcome outcome : chains.outcomes(FeedEvent.pairs(feed.events(first, BLOCK)))) {
                if (outcome instanceof FittedPair pair && !pairs.isFull()) {
                    Dimuon measured = biased(pair.dimuon(), truth);
                    if (accepts(acceptance, measured.plus()) && accepts(acceptance, measured.minus())) {
                        pairs.add(measured, pair.truth());
                    }
                }
            }
            Patience.require(sample, pairs.size(), first + BLOCK, "");
        }
        return pairs.build();
    }

    private static boolean accepts(Acceptance acceptance, Muon leg) {
        return acceptance.accepts(leg.pt(), leg.eta());
    }

    /** Worlds are made by one thread at a time. */
    private synchronized PairChains chains(String sample, Acceptance acceptance) {
        return new PairChains(ideal, sample, worlds, acceptance, warmup);
    }

    private static Dimuon biased(Dimuon pair, AemCorrection truth) {
        return pair.withCurvatures(biased(pair.plus(), truth), biased(pair.minus(), truth));
    }

    private static double biased(Muon leg, AemCorrection truth) {
        return InjectedBias.biased(truth, leg.k(), leg.eta(), leg.phi(), leg.charge());
    }
}
