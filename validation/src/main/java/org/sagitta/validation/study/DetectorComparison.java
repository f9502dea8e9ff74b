package org.sagitta.validation.study;

/**
 * Our figure beside a published one.
 *
 * @param ours in the unit of the published figure
 * @param error statistical; zero for straight rays
 */
public record DetectorComparison(PublishedFigure published, double ours, double error) {
    /** Ours over the published figure. */
    public double ratio() {
        return ours / published.value();
    }
}
