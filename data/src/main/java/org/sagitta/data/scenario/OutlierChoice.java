package org.sagitta.data.scenario;

/** What the fit does with hits that disagree with the track of the others. */
public enum OutlierChoice {
    /** They take part like all others. */
    KEPT,
    /** Tracks of an unlikely chi2 are fitted again without them. */
    REJECTED
}
