package org.sagitta.validation.study;

/** A fitted calibration parameter with its statistical error, in the units of the A/e/M model. */
public record ParameterValue(String name, double value, double sigma) {}
