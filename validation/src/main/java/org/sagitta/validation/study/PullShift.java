package org.sagitta.validation.study;

/**
 * What an effect does to the pulls of one track parameter, of the same muons without and with it.
 *
 * @param parameter d0, z0, phi, theta or qoverp
 * @param shift of the mean, the outer 2.5 % of the changes on each side left out
 * @param width standard deviation with the effect, tails included
 * @param widthBefore the same without it
 * @param core half width of the central 68 % with the effect
 * @param widthError statistical error of {@code width - widthBefore}, as if the two were independent: an upper limit
 */
public record PullShift(
        String parameter,
        double shift,
        double shiftError,
        double width,
        double widthBefore,
        double core,
        double widthError) {

    static PullShift of(String parameter, double[] without, double[] with) {
        double[] changes = new double[with.length];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = with[i] - without[i];
        }
        Location shift = Location.of(changes);
        double before = deviation(without);
        double after = deviation(with);
        return new PullShift(
                parameter,
                shift.value(),
                shift.error(),
                after,
                before,
                Spread.of(with).halfWidth(),
                Math.hypot(before, after) / Math.sqrt(2.0 * with.length));
    }

    private static double deviation(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / values.length;
        return Math.sqrt(squares / values.length - mean * mean);
    }
}
