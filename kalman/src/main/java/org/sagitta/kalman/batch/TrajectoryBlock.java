package org.sagitta.kalman.batch;

import java.util.Arrays;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.SymMatrix5;

/**
 * Smoothed tracks of a block: per track how the fit ended, per hit the state on its plane from all hits of the track, before
 * the matter of the plane. Hits are numbered as in the {@link HitBlock}. It is memory that a fitter fills again for each
 * block. States of tracks that were not fitted are NaN.
 */
public final class TrajectoryBlock {
    /** Numbers of a state: u, v, direction of the reference track (3), deviations of phi and theta, q/p. */
    public static final int STATE = 8;

    private static final int COVARIANCE = FitBlock.COVARIANCE;

    private int size;
    private FitStatus[] status = new FitStatus[0];
    private double[] chi2 = new double[0];
    private int[] ndof = new int[0];
    private double[] states = new double[0];
    private double[] covariances = new double[0];

    /** Makes room for the tracks of a block of hits. */
    public void reset(HitBlock hits) {
        size = hits.size();
        if (size > status.length) {
            status = new FitStatus[size];
            chi2 = new double[size];
            ndof = new int[size];
        }
        int total = hits.begin(size);
        if (STATE * total > states.length) {
            states = new double[STATE * total];
            covariances = new double[COVARIANCE * total];
        }
        Arrays.fill(status, 0, size, FitStatus.NO_SEED);
    }

    /** Number of tracks. */
    public int size() {
        return size;
    }

    public FitStatus status(int track) {
        return status[track];
    }

    public double chi2(int track) {
        return chi2[track];
    }

    /** Measured coordinates minus five. */
    public int ndof(int track) {
        return ndof[track];
    }

    /** Parameters on the plane of a hit. */
    public LocalVector state(int hit) {
        int s = STATE * hit;
        Vec3 direction = new Vec3(states[s + 2], states[s + 3], states[s + 4]);
        return new LocalVector(
                states[s],
                states[s + 1],
                direction.phi() + states[s + 5],
                direction.theta() + states[s + 6],
                states[s + 7]);
    }

    /** Their covariance. */
    public SymMatrix5 covariance(int hit) {
        return SymMatrix5.ofLowerTriangle(Arrays.copyOfRange(covariances, COVARIANCE * hit, COVARIANCE * (hit + 1)));
    }

    /** Charge over momentum on the plane of a hit [1/GeV]. */
    public double qOverP(int hit) {
        return states[STATE * hit + 7];
    }

    /** Its variance. */
    public double qOverPVariance(int hit) {
        return covariances[COVARIANCE * (hit + 1) - 1];
    }

    /** Enters how the fit of a track ended; NaN and 0 where it failed. */
    public void put(int track, FitStatus how, double chi2OfTrack, int ndofOfTrack) {
        status[track] = how;
        chi2[track] = chi2OfTrack;
        ndof[track] = ndofOfTrack;
    }

    /** The array of states, for fitters: eight numbers per hit. */
    public double[] states() {
        return states;
    }

    /** The array of covariances, for fitters: the lower triangle per hit. */
    public double[] covariances() {
        return covariances;
    }

    /** Enters the state of a hit as parameters. */
    public void putState(int hit, LocalVector parameters, SymMatrix5 covariance) {
        Vec3 direction = Vec3.direction(parameters.phi(), parameters.theta());
        int s = STATE * hit;
        states[s] = parameters.u();
        states[s + 1] = parameters.v();
        states[s + 2] = direction.x();
        states[s + 3] = direction.y();
        states[s + 4] = direction.z();
        states[s + 5] = 0;
        states[s + 6] = 0;
        states[s + 7] = parameters.qOverP();
        System.arraycopy(covariance.lowerTriangle(), 0, covariances, COVARIANCE * hit, COVARIANCE);
    }

    /** Enters that there is no state on the planes of a track. */
    public void putNothing(int begin, int end) {
        Arrays.fill(states, STATE * begin, STATE * end, Double.NaN);
        Arrays.fill(covariances, COVARIANCE * begin, COVARIANCE * end, Double.NaN);
    }
}
