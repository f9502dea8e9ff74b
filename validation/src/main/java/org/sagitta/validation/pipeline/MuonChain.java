package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomStream;
import org.sagitta.data.simulation.TrackEnd;
import org.sagitta.data.simulation.TrackSimulator;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.kalman.batch.BatchTrackFitter;
import org.sagitta.kalman.batch.FitBlock;
import org.sagitta.kalman.batch.FitStatus;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.batch.lanes.HoleFinder;
import org.sagitta.kalman.propagation.Propagation;
import org.sagitta.kalman.propagation.Propagator;
import org.sagitta.kalman.propagation.Transported;
import org.sagitta.kalman.state.FreeState;
import org.sagitta.validation.study.TrackStudy;

/**
 * The way of a block of muons: generate, simulate in the true world, fit in the reconstruction, compare with the truth at
 * the beam line. Owned by one thread at a time; a muon is the same whichever chain makes it.
 */
final class MuonChain {
    private static final String NO_TRUTH = "TRUTH_LOST";

    private final MuonSource source;
    private final TrackSimulator simulator;
    private final Propagator trueField;
    private final HoleFinder holes;
    private final BatchTrackFitter fitter;
    private final CleanTracks clean;
    private final long seed;
    private final RandomStream stream;
    private final HitBlock hits = new HitBlock();
    /** The same hits and the holes between them. */
    private final HitBlock planes = new HitBlock();

    private final FitBlock fits = new FitBlock();
    private final List<TrackEnd> ends = new ArrayList<>();
    private final List<GeneratedMuon> muons = new ArrayList<>();

    /**
     * @param trueField carries the truth from its vertex to the beam line
     * @param stream of the random numbers of the simulation
     */
    MuonChain(
            MuonSource source,
            TrackSimulator simulator,
            Propagator trueField,
            HoleFinder holes,
            BatchTrackFitter fitter,
            CleanTracks clean,
            long seed,
            RandomStream stream) {
        this.source = source;
        this.simulator = simulator;
        this.trueField = trueField;
        this.holes = holes;
        this.fitter = fitter;
        this.clean = clean;
        this.seed = seed;
        this.stream = stream;
    }

    /** Adds muons {@code first} to {@code first + count - 1}; fewer if the thread is interrupted meanwhile. */
    void add(long first, int count, TrackStudy<?> study) {
        hits.clear();
        ends.clear();
        muons.clear();
        for (int i = 0; i < count && !Thread.currentThread().isInterrupted(); i++) {
            GeneratedMuon muon = source.muon(first + i);
            muons.add(muon);
            ends.add(simulator.simulate(muon, EventRandom.of(seed, stream, first + i), hits));
        }
        planes.clear();
        holes.addHoles(hits, planes);
        fitter.fit(planes, fits);
        for (int i = 0; i < muons.size(); i++) {
            add(i, muons.get(i), study);
        }
    }

    private void add(int place, GeneratedMuon muon, TrackStudy<?> study) {
        FitStatus status = fits.status(place);
        if (!clean.isClean(ends.get(place), hits, place)) {
            study.addOther(status.name());
        } else if (status != FitStatus.FITTED) {
            study.addFailure(muon.momentum().eta(), muon.pt(), status.name());
        } else if (atBeamLine(muon) instanceof Transported truth) {
            study.addFitted(
                    muon.momentum().eta(),
                    muon.pt(),
                    fits.perigee(place),
                    truth.parameters(),
                    fits.chi2(place),
                    fits.ndof(place));
        } else {
            study.addOther(NO_TRUTH);
        }
    }

    /** The true muon, without matter on the way as in the fit, which knows of none before the first hit. */
    private Propagation atBeamLine(GeneratedMuon muon) {
        Vec3 direction = muon.momentum().unit();
        Plane start = Plane.spannedBy(
                muon.vertex(), new Vec3(-Math.sin(muon.phi()), Math.cos(muon.phi()), 0), new Vec3(0, 0, 1));
        return trueField.toBeamLine(new FreeState(muon.vertex(), direction, muon.qOverP()), start);
    }
}
