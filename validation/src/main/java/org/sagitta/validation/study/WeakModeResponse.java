package org.sagitta.validation.study;

/**
 * How the measured curvature answers to one weak mode, against the closed form.
 *
 * <p>The response is an offset of the measurement, not a correction: k_measured / k_before - 1 = a + q m / k. The
 * amplitude is the least-squares projection of the response of all legs on the shape that the closed form predicts,
 * in units of the prediction, so that 1 is full agreement in sign and size.
 *
 * @param mode CMS's name
 * @param component what the closed form predicts: "A" (charge-even), "M" (charge-odd) or "none"
 * @param shape the predicted dependence on eta and phi, in words
 * @param predicted size of the predicted offset: dimensionless for A, 1/GeV for M, 0 for none
 * @param amplitude projection on the shape in units of the prediction; NaN where none is predicted
 * @param even largest of |mean over phi| of the charge-even offset over bins of eta
 * @param odd the same of the charge-odd offset q (k_measured - k_before) [1/GeV]
 */
public record WeakModeResponse(
        String mode, String component, String shape, double predicted, double amplitude, double even, double odd) {}
