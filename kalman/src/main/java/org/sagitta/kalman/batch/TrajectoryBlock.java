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
    /** Tracks side by side whose states on a plane make a record, and where the first record begins. */
    public static final int LANES = 8;

    public static final int START = 2;

    /**
     * Numbers of a state: u, v, direction of the reference track (3), deviations of phi and theta, q/p, then the lower
     * triangle of the covariance. Each stands in a record for all lanes before the next one.
     */
    public static final int COVARIANCE = 8;

    private static final int Q_OVER_P = 7;
    private static final int RECORD = (COVARIANCE + FitBlock.COVARIANCE) * LANES;
    private static final int NOWHERE = -1;

    private int size;
    private FitStatus[] status = new FitStatus[0];
    private double[] chi2 = new double[0];
    private int[] ndof = new int[0];
    private int[] place = new int[0];
    private double[] records = new double[0];
    private int used;

    /** Makes room for the tracks of a block of hits. */
    public void reset(HitBlock hits) {
        size = hits.size();
        if (size > status.length) {
            status = new FitStatus[size];
            chi2 = new double[size];
            ndof = new int[size];
        }
        int total = hits.begin(size);
        if (total > place.length) {
            place = new int[total];
        }
        used = START;
        Arrays.fill(status, 0, size, FitStatus.NO_SEED);
        Arrays.fill(place, 0, total, NOWHERE);
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

    private double number(int hit, int n) {
        return place[hit] == NOWHERE ? Double.NaN : records[place[hit] + n * LANES];
    }

    /** Parameters on the plane of a hit. */
    public LocalVector state(int hit) {
        Vec3 direction = new Vec3(number(hit, 2), number(hit, 3), number(hit, 4));
        return new LocalVector(
                number(hit, 0),
                number(hit, 1),
                direction.phi() + number(hit, 5),
                direction.theta() + number(hit, 6),
                qOverP(hit));
    }

    /** Their covariance. */
    public SymMatrix5 covariance(int hit) {
        double[] triangle = new double[FitBlock.COVARIANCE];
        Arrays.setAll(triangle, n -> number(hit, COVARIANCE + n));
        return SymMatrix5.ofLowerTriangle(triangle);
    }

    /** Charge over momentum on the plane of a hit [1/GeV]. */
    public double qOverP(int hit) {
        return number(hit, Q_OVER_P);
    }

    /** Its variance. */
    public double qOverPVariance(int hit) {
        return number(hit, COVARIANCE + FitBlock.COVARIANCE - 1);
    }

    /** Enters how the fit of a track ended; NaN and 0 where it failed. */
    public void put(int track, FitStatus how, double chi2OfTrack, int ndofOfTrack) {
        status[track] = how;
        chi2[track] = chi2OfTrack;
        ndof[track] = ndofOfTrack;
    }

    /** A record for the states of up to {@link #LANES} tracks on a plane each: where it begins in {@link #records}. */
    public int newRecord() {
        if (used + RECORD > records.length) {
            records = Arrays.copyOf(records, Math.max(2 * records.length, used + RECORD));
        }
        int at = used;
        used += RECORD;
        return at;
    }

    /** The records, for fitters; another array after a new record. */
    public double[] records() {
        return records;
    }

    /** Enters where the state of a hit stands: the beginning of a record plus the lane. */
    public void putPlace(int hit, int at) {
        place[hit] = at;
    }

    /** Enters the state of a hit as parameters. */
    public void putState(int hit, LocalVector parameters, SymMatrix5 covariance) {
        Vec3 direction = Vec3.direction(parameters.phi(), parameters.theta());
        double[] numbers = {
            parameters.u(), parameters.v(), direction.x(), direction.y(), direction.z(), 0, 0, parameters.qOverP()
        };
        int at = newRecord();
        for (int n = 0; n < COVARIANCE; n++) {
            records[at + n * LANES] = numbers[n];
        }
        double[] triangle = covariance.lowerTriangle();
        for (int n = 0; n < FitBlock.COVARIANCE; n++) {
            records[at + (COVARIANCE + n) * LANES] = triangle[n];
        }
        putPlace(hit, at);
    }

    /** Enters that there is no state on the planes of a track. */
    public void putNothing(int begin, int end) {
        Arrays.fill(place, begin, end, NOWHERE);
    }
}
