package org.sagitta.validation.study;

/**
 * Relative shift of the mass of some pairs, m/m_before - 1.
 *
 * @param low lower edge of the bin
 * @param high upper edge
 * @param pairs how many
 * @param shift mean
 * @param error of the mean, from the scatter of the pairs
 * @param predicted mean of the closed form
 * @param after mean after a calibration on J/psi
 * @param afterError of it, the calibration included
 */
public record MassShift(
        double low,
        double high,
        long pairs,
        double shift,
        double error,
        double predicted,
        double after,
        double afterError) {}
