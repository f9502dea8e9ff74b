package org.sagitta.kalman.vertex;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.MomentumState;
import org.sagitta.kalman.state.PerigeeState;
import org.sagitta.kalman.state.SymMatrix3;
import org.sagitta.kalman.state.SymMatrix5;

/**
 * Joins two muons in a common point, with an optional beam spot: the full vertex fit of P. Billoir and S. Qian, Nucl. Instr. Meth.
 * A311 (1992) 139, as one least-squares problem.
 *
 * <p>Unknown are the point and, at the point, phi, theta and q/p of both muons: nine numbers b. Measured are the states p_i of
 * the two at the beam line with their covariances C_i, and the beam spot v_0 with its covariance C_0. With p_i(b) of {@link HelixAtPoint}
 *
 * <pre>
 *   chi2(b) = sum_i (p_i - p_i(b))^T C_i^-1 (p_i - p_i(b)) + (v - v_0)^T C_0^-1 (v - v_0)
 * </pre>
 *
 * is minimised by Gauss-Newton steps from the point half way between the two closest approaches. The mass follows from the six numbers of the
 * two momenta and their full 6 x 6 covariance. The field along z is that at the start point, and the same between the beam line and
 * the vertex: for vertices within 10 cm of the beam line. Matter in between is not seen. One instance per thread.
 */
public final class DimuonVertexFit {
    private static final int UNKNOWNS = 9;
    private static final int PER_LEG = 3;

    private static final int MAX_STEPS = 10;

    /** Largest change of an unknown, in its standard deviations, that needs no further step. */
    private static final double SETTLED = 1e-4;

    private final FieldCursor field;
    private final Optional<BeamSpot> beamSpot;

    /** @param field of the reconstruction */
    public DimuonVertexFit(FieldCursor field, Optional<BeamSpot> beamSpot) {
        this.field = field;
        this.beamSpot = beamSpot;
    }

    /** The vertex of two tracks; with their order that of the two in the result changes, and nothing else. */
    public VertexResult fit(PerigeeState first, PerigeeState second) {
        try {
            return minimise(MeasuredLeg.of(first, 0), MeasuredLeg.of(second, 1));
        } catch (ArithmeticException e) {
            // Only the inversion of a covariance that is not positive throws this.
            return new NoVertex(NoVertex.Reason.SINGULAR, String.valueOf(e.getMessage()));
        }
    }

    private VertexResult minimise(MeasuredLeg first, MeasuredLeg second) {
        Vec3 start =
                first.perigee().position().plus(second.perigee().position()).times(0.5);
        double bz = field.at(start).z();
        double[] b = startValues(start, first, second);
        for (int step = 0; step < MAX_STEPS; step++) {
            NormalEquations equations = new NormalEquations();
            first.addTo(equations, b, bz);
            second.addTo(equations, b, bz);
            beamSpot.ifPresent(spot -> equations.add(spot, b));
            DMatrixRMaj covariance = new DMatrixRMaj(UNKNOWNS, UNKNOWNS);
            if (!equations.invert(covariance)) {
                return new NoVertex(
                        NoVertex.Reason.SINGULAR, "the two tracks do not determine a point near " + start + " mm");
            }
            double largest = equations.step(covariance, b);
            if (!Double.isFinite(largest)) {
                break;
            }
            if (largest < SETTLED) {
                return vertex(b, covariance, chi2(b, bz, first, second));
            }
        }
        return new NoVertex(NoVertex.Reason.NO_CONVERGENCE, "after " + MAX_STEPS + " steps from " + start + " mm");
    }

    private static double[] startValues(Vec3 start, MeasuredLeg first, MeasuredLeg second) {
        PerigeeState a = first.perigee();
        PerigeeState b = second.perigee();
        return new double[] {
            start.x(), start.y(), start.z(), a.phi(), a.theta(), a.qOverP(), b.phi(), b.theta(), b.qOverP()
        };
    }

    private double chi2(double[] b, double bz, MeasuredLeg first, MeasuredLeg second) {
        double chi2 = first.chi2(b, bz) + second.chi2(b, bz);
        if (beamSpot.isPresent()) {
            Vec3 d = new Vec3(b[0], b[1], b[2]).minus(beamSpot.get().centre());
            Vec3 s = beamSpot.get().sigma();
            chi2 += square(d.x() / s.x()) + square(d.y() / s.y()) + square(d.z() / s.z());
        }
        return chi2;
    }

    private static double square(double x) {
        return x * x;
    }

    private VertexResult vertex(double[] b, DMatrixRMaj covariance, double chi2) {
        PairKinematics.Leg first = new PairKinematics.Leg(b[3], b[4], b[5]);
        PairKinematics.Leg second = new PairKinematics.Leg(b[6], b[7], b[8]);
        double mass = PairKinematics.mass(first, second);
        double[] gradient = new double[UNKNOWNS];
        System.arraycopy(PairKinematics.gradient(first, second, mass), 0, gradient, PER_LEG, PER_LEG);
        System.arraycopy(PairKinematics.gradient(second, first, mass), 0, gradient, 2 * PER_LEG, PER_LEG);
        double variance = 0;
        for (int i = 0; i < UNKNOWNS; i++) {
            for (int j = 0; j < UNKNOWNS; j++) {
                variance += gradient[i] * covariance.get(i, j) * gradient[j];
            }
        }
        return new DimuonVertex(
                new Vec3(b[0], b[1], b[2]),
                block(covariance, 0, 1, 2),
                momentum(b, covariance, 0),
                momentum(b, covariance, 1),
                new DimuonMass(mass, Math.sqrt(variance)),
                chi2,
                1 + beamSpot.map(BeamSpot::dimension).orElse(0));
    }

    private static MomentumState momentum(double[] b, DMatrixRMaj covariance, int leg) {
        int phi = PER_LEG * (leg + 1);
        SymMatrix3 c = block(covariance, phi + 2, phi + 1, phi);
        // d(lambda) = -d(theta)
        SymMatrix3 turned =
                SymMatrix3.ofLowerTriangle(c.at(0, 0), -c.at(1, 0), c.at(1, 1), c.at(2, 0), -c.at(2, 1), c.at(2, 2));
        return new MomentumState(
                b[phi + 2], 0.5 * Math.PI - b[phi + 1], Math.IEEEremainder(b[phi], 2 * Math.PI), turned);
    }

    private static SymMatrix3 block(DMatrixRMaj c, int i, int j, int k) {
        return SymMatrix3.ofLowerTriangle(c.get(i, i), c.get(j, i), c.get(j, j), c.get(k, i), c.get(k, j), c.get(k, k));
    }

    /** Sum of J^T W J and J^T W r over all measurements. */
    private static final class NormalEquations {
        private final DMatrixRMaj matrix = new DMatrixRMaj(UNKNOWNS, UNKNOWNS);
        private final double[] right = new double[UNKNOWNS];

        /** A measurement of one unknown. */
        private void add(int i, double residual, double sigma) {
            matrix.add(i, i, 1 / (sigma * sigma));
            right[i] += residual / (sigma * sigma);
        }

        void add(BeamSpot spot, double[] b) {
            add(0, spot.centre().x() - b[0], spot.sigma().x());
            add(1, spot.centre().y() - b[1], spot.sigma().y());
            add(2, spot.centre().z() - b[2], spot.sigma().z());
        }

        /** A measured track: the columns of J of the unknowns {@code index}, and W times them. */
        void add(int[] index, LocalVector[] columns, LocalVector[] weighted, LocalVector residual) {
            for (int i = 0; i < index.length; i++) {
                right[index[i]] += weighted[i].dot(residual);
                for (int j = 0; j < index.length; j++) {
                    matrix.add(index[i], index[j], columns[i].dot(weighted[j]));
                }
            }
        }

        boolean invert(DMatrixRMaj covariance) {
            LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(UNKNOWNS);
            if (!solver.setA(matrix)) {
                return false;
            }
            solver.invert(covariance);
            return true;
        }

        /** Adds the step to b; returns its largest component in standard deviations. */
        double step(DMatrixRMaj covariance, double[] b) {
            DMatrixRMaj change = new DMatrixRMaj(UNKNOWNS, 1);
            CommonOps_DDRM.mult(covariance, DMatrixRMaj.wrap(UNKNOWNS, 1, right), change);
            double largest = 0;
            for (int i = 0; i < UNKNOWNS; i++) {
                b[i] += change.get(i);
                largest = Math.max(largest, Math.abs(change.get(i)) / Math.sqrt(covariance.get(i, i)));
            }
            return largest;
        }
    }

    /** One muon as measured at the beam line, and which of the unknowns are its own. */
    private record MeasuredLeg(PerigeeState perigee, SymMatrix5 weight, int first) {
        static MeasuredLeg of(PerigeeState perigee, int leg) {
            return new MeasuredLeg(perigee, perigee.covariance().inverse(), PER_LEG * (leg + 1));
        }

        private HelixAtPoint helix(double[] b, double bz) {
            return new HelixAtPoint(bz, new Vec3(b[0], b[1], b[2]), b[first], b[first + 1], b[first + 2]);
        }

        private LocalVector residual(HelixAtPoint helix) {
            LocalVector d = perigee.parameters().minus(helix.perigee());
            return new LocalVector(d.u(), d.v(), Math.IEEEremainder(d.phi(), 2 * Math.PI), d.theta(), d.qOverP());
        }

        double chi2(double[] b, double bz) {
            LocalVector r = residual(helix(b, bz));
            return r.dot(weight.times(r));
        }

        void addTo(NormalEquations equations, double[] b, double bz) {
            HelixAtPoint helix = helix(b, bz);
            LocalVector[] columns = new LocalVector[2 * PER_LEG];
            System.arraycopy(helix.byPoint(), 0, columns, 0, PER_LEG);
            System.arraycopy(helix.byMomentum(), 0, columns, PER_LEG, PER_LEG);
            LocalVector[] weighted = new LocalVector[columns.length];
            for (int i = 0; i < columns.length; i++) {
                weighted[i] = weight.times(columns[i]);
            }
            int[] index = {0, 1, 2, first, first + 1, first + 2};
            equations.add(index, columns, weighted, residual(helix));
        }
    }
}
