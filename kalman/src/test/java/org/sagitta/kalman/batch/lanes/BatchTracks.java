package org.sagitta.kalman.batch.lanes;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.ToySimulation;
import org.sagitta.kalman.batch.BatchTrackFitter;
import org.sagitta.kalman.batch.FitBlock;
import org.sagitta.kalman.batch.FitStatus;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.state.Param;

/** Toy tracks of all momenta and what the batch tests compare of them. */
public final class BatchTracks {
    private BatchTracks() {}

    /** Muons of 0.7 GeV to 1 TeV in |eta| below 2.4, with the hits that they leave; an empty one among them. */
    public static List<List<Hit>> toys(Conditions conditions, int n, long seed) {
        ToySimulation toy = new ToySimulation(conditions, seed);
        List<List<Hit>> tracks = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            tracks.add(toy.simulate(toy.muon(0.7, 1000, 2.4)).hits());
        }
        tracks.add(n / 2, List.of());
        return tracks;
    }

    /** Every number of a block, for comparison to the bit. */
    public static List<Long> bits(FitBlock fits) {
        List<Long> bits = new ArrayList<>();
        for (int i = 0; i < fits.size(); i++) {
            bits.addAll(bits(fits, i));
        }
        return bits;
    }

    /** Every number of a track. */
    public static List<Long> bits(FitBlock fits, int track) {
        List<Long> bits = new ArrayList<>();
        bits.add((long) fits.status(track).name().hashCode());
        bits.add(Double.doubleToLongBits(fits.chi2(track)));
        bits.add((long) fits.iterations(track));
        if (fits.status(track) == FitStatus.FITTED) {
            for (double x : fits.perigee(track).covariance().lowerTriangle()) {
                bits.add(Double.doubleToLongBits(x));
            }
            for (Param param : Param.values()) {
                bits.add(Double.doubleToLongBits(fits.parameter(track, param)));
            }
        }
        return bits;
    }

    static FitBlock fit(BatchTrackFitter fitter, List<List<Hit>> tracks) {
        FitBlock fits = new FitBlock();
        fitter.fit(HitBlock.of(tracks), fits);
        return fits;
    }
}
