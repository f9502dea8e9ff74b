package org.sagitta.geometry.alignment;

import java.util.Arrays;
import java.util.List;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.input.DidYouMean;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * The nine systematic misalignments that CMS studies, and a tenth: coherent movements of all sensors that change the
 * fit's chi2 little and the measured momentum or angle much.
 *
 * <p>Formulas and default amplitudes are those of the CMS software, Alignment/TrackerAlignment/plugins/
 * TrackerSystematicMisalignments.cc and its configuration; r, phi, z are the cylindrical coordinates of the sensor's
 * centre in centimetres, eps the amplitude, delta a phase. The defaults move the edge of the tracker by about 600 um.
 *
 * <p>Every sensor is shifted rigidly by the shift of its own centre, also each side of a double-sided module; sensors
 * are not rotated. Modes in phi move the centre along its circle exactly, not along the tangent: r does not change.
 *
 * <p>The tenth, {@link #QUADRATIC_SAGITTA}, is our own. CMS's sagitta mode grows with r only linearly, so it turns tracks and
 * scales their curvature, but adds none; a shift that grows with r^2 bends straight tracks, towards or away from one side.
 */
public enum WeakMode {
    /** (dx, dy) = eps (x, y). */
    RADIAL("radial", 5e-4, "", (p, eps, delta) -> radially(p, eps)),
    /** dz = eps r. */
    TELESCOPE("telescope", 5e-4, "", (p, eps, delta) -> new Vec3(0, 0, eps * p.perp())),
    /** dphi = eps (r - 57 cm). */
    LAYER_ROTATION(
            "layerRot", 9.43e-6, "1/cm", (p, eps, delta) -> aroundBeam(p, eps * (p.perp() - Constants.R_AT_REST))),
    /** (dx, dy) = eps (x, y) (271.846^2 cm2 - z^2). */
    BOWING("bowing", 6.77e-9, "1/cm2", (p, eps, delta) -> radially(p, eps * (Constants.EDGE_SQUARED - p.z() * p.z()))),
    /** dz = eps z. */
    Z_EXPANSION("zExp", 2.02e-4, "", (p, eps, delta) -> new Vec3(0, 0, eps * p.z())),
    /** dphi = eps z. */
    TWIST("twist", 2.04e-6, "1/cm", (p, eps, delta) -> aroundBeam(p, eps * p.z())),
    /** (dx, dy) = eps (x, y) cos(2 phi + delta). */
    ELLIPTICAL("elliptical", 5e-4, "", (p, eps, delta) -> radially(p, eps * Math.cos(2 * p.phi() + delta))),
    /** dz = eps cos(phi + delta). */
    SKEW("skew", 5.5e-2, "cm", (p, eps, delta) -> new Vec3(0, 0, eps * Math.cos(p.phi() + delta))),
    /** (dx, dy) = eps r (sin delta, cos delta). */
    SAGITTA(
            "sagitta",
            5e-4,
            "",
            (p, eps, delta) -> new Vec3(Math.sin(delta), Math.cos(delta), 0).times(eps * p.perp())),
    /** (dx, dy) = eps r^2 (cos delta, sin delta); ours, with an amplitude that moves the edge as much as those of CMS do. */
    QUADRATIC_SAGITTA(
            "quadraticSagitta",
            5e-6,
            "1/cm",
            (p, eps, delta) -> new Vec3(Math.cos(delta), Math.sin(delta), 0).times(eps * p.perp() * p.perp()));

    /** Numbers of CMS's formulas, in a class of their own because constants of an enum cannot see its static fields. */
    private static final class Constants {
        /** The radius [cm] that a layer rotation leaves in place, so that the tracker as a whole does not turn. */
        static final double R_AT_REST = 57.0;
        /** Square of the half length of the tracker [cm2]. */
        static final double EDGE_SQUARED = 271.846 * 271.846;
    }

    /** Shift [cm] of a centre [cm]. */
    private interface Formula {
        Vec3 shift(Vec3 centre, double eps, double delta);
    }

    private final String modeName;
    private final double defaultAmplitude;
    private final String amplitudeUnit;

    // A lambda above, which keeps no state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Formula formula;

    WeakMode(String modeName, double defaultAmplitude, String amplitudeUnit, Formula formula) {
        this.modeName = modeName;
        this.defaultAmplitude = defaultAmplitude;
        this.amplitudeUnit = amplitudeUnit;
        this.formula = formula;
    }

    /** The mode of this name. @throws BadInputException (usage) if there is none */
    public static WeakMode fromName(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.modeName.equals(name))
                .findFirst()
                .orElseThrow(() -> BadInputException.usage("weak mode \"" + name + "\" does not exist"
                        + DidYouMean.hint(name, names()) + " (one of " + String.join(", ", names()) + ")"));
    }

    /** All names, in the order of this enum. */
    public static List<String> names() {
        return Arrays.stream(values()).map(WeakMode::modeName).toList();
    }

    /** The name that CMS uses, and scenarios. */
    public String modeName() {
        return modeName;
    }

    /** The default amplitude, for the first nine that of CMS, in {@link #amplitudeUnit()}. */
    public double defaultAmplitude() {
        return defaultAmplitude;
    }

    /** Unit of the amplitude in the formula: a power of cm, empty for a pure number. */
    public String amplitudeUnit() {
        return amplitudeUnit;
    }

    /**
     * Shift [mm] of a sensor whose centre is at a position [mm].
     *
     * @param amplitude in units of the default amplitude; may be negative
     * @param deltaRad the phase delta [rad]; only elliptical, skew and the two sagittas have one, the others ignore it
     */
    public Vec3 displacement(Vec3 position, double amplitude, double deltaRad) {
        return formula.shift(position.times(1 / Units.CM), amplitude * defaultAmplitude, deltaRad)
                .times(Units.CM);
    }

    private static Vec3 radially(Vec3 p, double scale) {
        return new Vec3(scale * p.x(), scale * p.y(), 0);
    }

    /** (x, y) turned by dphi less (x, y), without cancellation: 1 - cos = 2 sin^2(dphi / 2). */
    private static Vec3 aroundBeam(Vec3 p, double dphi) {
        double half = Math.sin(0.5 * dphi);
        double cosLessOne = -2 * half * half;
        double sin = Math.sin(dphi);
        return new Vec3(p.x() * cosLessOne - p.y() * sin, p.y() * cosLessOne + p.x() * sin, 0);
    }
}
