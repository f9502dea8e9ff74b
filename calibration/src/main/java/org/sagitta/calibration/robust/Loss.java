package org.sagitta.calibration.robust;

/**
 * The influence psi(u) of an event with pull u on an M-estimate, which solves sum psi(u) du/dp = 0 (Huber and Ronchetti,
 * Robust Statistics, 2nd ed., chapter 3). Implementations are immutable and odd in u.
 */
public interface Loss {

    /** What is minimised: the integral of psi from 0 to u; u^2 / 2 near u = 0. */
    double rho(double u);

    /** Influence psi(u). */
    double psi(double u);

    /** Weight psi(u) / u of the event in a least-squares step; psi'(0) at u = 0; never negative. */
    double weight(double u);

    /** Slope psi'(u). */
    double slope(double u);
}
