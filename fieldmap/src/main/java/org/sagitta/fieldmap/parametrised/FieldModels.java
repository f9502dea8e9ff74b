package org.sagitta.fieldmap.parametrised;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.input.DidYouMean;

/**
 * Field models by the names used in scenarios, on the command line and in the published reference values:
 * {@code oae_3_8T}, {@code polyfit3d_3.81143026675623}, {@code uniform_3.8}, ... A number behind an underscore is the
 * nominal field [T].
 */
public final class FieldModels {
    /** The TOSCA parametrisation that CMS reconstruction uses. */
    public static final String TOSCA = "oae_3_8T";
    /** The field-mapper fit at the node where no interpolation in the nominal field is needed. */
    public static final String FIELD_MAPPER = "polyfit3d_3.81143026675623";

    private static final Pattern NUMBERED = Pattern.compile(
            "(polyfit3d_spline|polyfit3d|polyfit2d_piecewise|polyfit2d|uniform)_([+-]?\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?)");
    /** The part of a name that was meant as a nominal field. */
    private static final Pattern DECIMAL_TAIL = Pattern.compile("_[+-]?\\d+\\..*");

    private static final String OAE = "oae_";
    private static final String PARABOLIC = "parabolic_3_8T";
    private static final String SINGLE_PRECISION = "_float32";

    private FieldModels() {}

    /** Every model name, B standing for any nominal field in tesla, with what it is. */
    public static Map<String, String> known() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String set : OaeParameters.sets()) {
            names.put(
                    OAE + set,
                    "TOSCA 1103l, off-axis expansion, nominal "
                            + set.replace('_', '.').replace("T", " T"));
        }
        names.put("polyfit3d_B", "field mapper 2006, harmonics to degree 18, linear in B between nodes");
        names.put("polyfit3d_spline_B", "the same, cubic spline in B");
        names.put("polyfit2d_B", "field mapper 2006, axisymmetric, polynomial in B");
        names.put("polyfit2d_piecewise_B", "the same, linear in B between nodes");
        names.put(PARABOLIC, "rough fast form of oae_3_8T, not a magnetic field (div B up to 0.2 T/m)");
        names.put("uniform_B", "B along z everywhere");
        return Collections.unmodifiableMap(names);
    }

    /**
     * The field of that name.
     *
     * @throws BadInputException (usage) if there is none; the message suggests the nearest name
     */
    public static MagneticField byName(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            return numbered(name, numbered.group(1), Double.parseDouble(numbered.group(2)));
        }
        if (name.equals(PARABOLIC)) {
            return new ParabolicField();
        }
        if (name.startsWith(OAE) && OaeParameters.sets().contains(name.substring(OAE.length()))) {
            return new OaeField(OaeParameters.set(name.substring(OAE.length())));
        }
        throw unknown(name);
    }

    private static MagneticField numbered(String name, String family, double b) {
        if (!Double.isFinite(b)) {
            throw BadInputException.usage(
                    "field model " + name + ": the nominal field must be a finite number of tesla");
        }
        return switch (family) {
            case "polyfit3d" -> Polyfit3dField.of(b, Polyfit3dField.Interpolation.LINEAR);
            case "polyfit3d_spline" -> Polyfit3dField.of(b, Polyfit3dField.Interpolation.SPLINE);
            case "polyfit2d" -> Polyfit2dField.of(b, Polyfit2dField.Dependence.POLYNOMIAL);
            case "polyfit2d_piecewise" -> Polyfit2dField.of(b, Polyfit2dField.Dependence.PIECEWISE);
            default -> UniformField.alongZ(b);
        };
    }

    private static BadInputException unknown(String name) {
        if (name.endsWith(SINGLE_PRECISION)) {
            return BadInputException.usage("field model " + name
                    + ": single precision is the rounding of another program, not a model here; use "
                    + name.substring(0, name.length() - SINGLE_PRECISION.length()));
        }
        String family = DECIMAL_TAIL.matcher(name).replaceFirst("_B");
        return BadInputException.usage("field model " + name + " is unknown" + DidYouMean.hint(family, known().keySet())
                + "; known: " + String.join(", ", known().keySet()) + " (B: nominal field in tesla)");
    }
}
