package org.sagitta.validation.report;

/**
 * The two texts above a figure.
 *
 * @param label left, bold: what kind of data this is, as "Sagitta simulation" or "CMS Open Data record 545"
 * @param context right: which scenario, seed or selection
 */
public record ChartText(String label, String context) {

    /** The label of every figure made from simulated data. */
    public static final String SIMULATION = "Sagitta simulation";
}
