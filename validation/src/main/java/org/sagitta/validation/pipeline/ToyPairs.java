package org.sagitta.validation.pipeline;

import java.util.function.Function;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.dimuon.PairMass;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.data.generation.Acceptance;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.generation.GeneratedPair;
import org.sagitta.data.generation.PairGenerator;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.validation.study.InjectedBias;
import org.sagitta.validation.study.PairSample;
import org.sagitta.validation.study.ResolutionTable;
import org.sagitta.validation.study.ResolutionTable.Sigmas;
import org.sagitta.validation.study.TruthPair;

/**
 * Pairs without tracks: true muons after radiation as the scenario generates them, Gaussian errors of curvature and
 * direction as tracks of the ideal world claim them, and a bias that a known correction takes away again. The error of the
 * mass is the one that the tracks would claim, so it is computed from what was measured; the errors that are drawn
 * belong to the true muon. Immutable, shared between threads.
 */
final class ToyPairs implements PairSupplier {
    /** Events of one sample are numbered from its experiment times this. */
    private static final long EVENTS_PER_EXPERIMENT = 1L << 32;

    private final Function<Resonance, PairGenerator> generators;
    private final Scenario scenario;
    private final ResolutionTable resolution;
    private final long seed;

    ToyPairs(Scenario scenario, ResolutionTable resolution, long seed) {
        this(scenario::generator, scenario, resolution, seed);
    }

    /** @param generators other ones than those of the scenario, whose name and acceptance stay */
    ToyPairs(Function<Resonance, PairGenerator> generators, Scenario scenario, ResolutionTable resolution, long seed) {
        this.generators = generators;
        this.scenario = scenario;
        this.resolution = resolution;
        this.seed = seed;
    }

    @Override
    public PairSample pairs(PairRequest request, AemCorrection truth) {
        Resonance resonance = request.resonance();
        PairGenerator generator = generators.apply(resonance);
        Acceptance acceptance = scenario.acceptance(resonance);
        RandomStream stream = RandomStream.of(
                scenario.name() + "/toy/" + request.sample() + "/" + resonance.name(), RandomPurpose.GENERATION);
        PairSample.Builder pairs = PairSample.builder(request.pairs());
        long first = request.experiment() * EVENTS_PER_EXPERIMENT;
        for (long event = first; !pairs.isFull(); event++) {
            EventRandom random = EventRandom.of(seed, stream, event);
            GeneratedPair pair = generator.generate(random);
            EventRandom noise = random.branch(RandomPurpose.SIMULATION_PLUS);
            Muon plus = measured(pair.plus(), Charge.POSITIVE, truth, noise);
            Muon minus = measured(pair.minus(), Charge.NEGATIVE, truth, noise);
            if (acceptance.accepts(plus.pt(), plus.eta()) && acceptance.accepts(minus.pt(), minus.eta())) {
                pairs.add(
                        new Dimuon(plus, minus, massSigma(plus, minus)),
                        new TruthPair(event, pair.plus().k(), pair.minus().k(), pair.mass()));
            }
        }
        return pairs.build();
    }

    private Muon measured(GeneratedMuon muon, Charge charge, AemCorrection truth, EventRandom noise) {
        double pt = muon.pt();
        double trueEta = muon.eta();
        Sigmas sigmas = resolution.at(pt, trueEta);
        double k = (1 + sigmas.curvature() * noise.gaussian()) / pt;
        double eta = trueEta + sigmas.eta() * noise.gaussian();
        double phi = muon.phi() + sigmas.phi() * noise.gaussian();
        // A track of the wrong charge has a curvature below zero; it is far outside any acceptance.
        return new Muon(InjectedBias.biased(truth, Math.abs(k), eta, phi, charge), eta, phi, charge);
    }

    /**
     * sigma_m from the errors of both legs, which are independent: m^2 = 2 (cosh d_eta - cos d_phi) / (k1 k2) for the
     * directions, where the muon mass does not matter; {@link PairMass} for the curvatures.
     */
    private double massSigma(Muon plus, Muon minus) {
        PairMass mass = new PairMass();
        mass.setAngles(plus.eta(), plus.phi(), minus.eta(), minus.phi());
        mass.setCurvatures(plus.k(), minus.k());
        double dEta = plus.eta() - minus.eta();
        double dPhi = plus.phi() - minus.phi();
        double twice = 2 * (Math.cosh(dEta) - Math.cos(dPhi));
        Sigmas a = resolution.at(plus);
        Sigmas b = resolution.at(minus);
        double variance = square(mass.slopePlus() * a.curvature())
                + square(mass.slopeMinus() * b.curvature())
                + square(Math.sinh(dEta) / twice) * (square(a.eta()) + square(b.eta()))
                + square(Math.sin(dPhi) / twice) * (square(a.phi()) + square(b.phi()));
        return mass.mass() * Math.sqrt(variance);
    }

    private static double square(double x) {
        return x * x;
    }
}
