package org.sagitta.kalman.batch;

import java.util.Arrays;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Param;
import org.sagitta.kalman.state.PerigeeState;
import org.sagitta.kalman.state.SymMatrix5;

/**
 * The results of a block as columns, one entry per track in the order of the hits. It is memory that a fitter fills again
 * for each block; read it before the next one. Parameters and covariance of a track that was not fitted are NaN.
 */
public final class FitBlock {
    /** Numbers in the lower triangle of a covariance. */
    public static final int COVARIANCE = Param.SIZE * (Param.SIZE + 1) / 2;

    private int size;
    private FitStatus[] status = new FitStatus[0];
    private double[] parameters = new double[0];
    private double[] covariance = new double[0];
    private double[] chi2 = new double[0];
    private int[] ndof = new int[0];
    private int[] iterations = new int[0];

    /** Makes room for a number of tracks. */
    public void reset(int tracks) {
        size = tracks;
        if (tracks > status.length) {
            status = new FitStatus[tracks];
            parameters = new double[Param.SIZE * tracks];
            covariance = new double[COVARIANCE * tracks];
            chi2 = new double[tracks];
            ndof = new int[tracks];
            iterations = new int[tracks];
        }
        Arrays.fill(status, 0, tracks, FitStatus.NO_SEED);
    }

    /** Number of tracks. */
    public int size() {
        return size;
    }

    public FitStatus status(int track) {
        return status[track];
    }

    /** A parameter at the closest approach to the beam line; see {@link PerigeeState}. */
    public double parameter(int track, Param param) {
        return parameters[Param.SIZE * track + param.index()];
    }

    /** Entry {@code n} of the lower triangle of the covariance, by rows. */
    public double covariance(int track, int n) {
        return covariance[COVARIANCE * track + n];
    }

    public double chi2(int track) {
        return chi2[track];
    }

    /** Measured coordinates minus five. */
    public int ndof(int track) {
        return ndof[track];
    }

    /** How often the track was linearised. */
    public int iterations(int track) {
        return iterations[track];
    }

    /** Parameters and covariance at the closest approach to the beam line. */
    public PerigeeState perigee(int track) {
        int p = Param.SIZE * track;
        return new PerigeeState(
                new LocalVector(
                        parameters[p], parameters[p + 1], parameters[p + 2], parameters[p + 3], parameters[p + 4]),
                SymMatrix5.ofLowerTriangle(
                        Arrays.copyOfRange(covariance, COVARIANCE * track, COVARIANCE * (track + 1))));
    }

    /** Enters a track that was not fitted. */
    public void fail(int track, FitStatus reason) {
        status[track] = reason;
        Arrays.fill(parameters, Param.SIZE * track, Param.SIZE * (track + 1), Double.NaN);
        Arrays.fill(covariance, COVARIANCE * track, COVARIANCE * (track + 1), Double.NaN);
        chi2[track] = Double.NaN;
        ndof[track] = 0;
        iterations[track] = 0;
    }

    /** Enters a fitted track, but for its parameters and covariance. */
    public void fitted(int track, double chi2OfTrack, int ndofOfTrack, int iterationsOfTrack) {
        status[track] = FitStatus.FITTED;
        chi2[track] = chi2OfTrack;
        ndof[track] = ndofOfTrack;
        iterations[track] = iterationsOfTrack;
    }

    /** Enters a parameter at the beam line. */
    public void setParameter(int track, int index, double value) {
        parameters[Param.SIZE * track + index] = value;
    }

    /** Enters an entry of the lower triangle of the covariance. */
    public void setCovariance(int track, int n, double value) {
        covariance[COVARIANCE * track + n] = value;
    }
}
