package org.sagitta.geometry.alignment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.input.DidYouMean;

/**
 * The levels of the support structures that can move as one body, subdetector by subdetector from the whole to the part:
 * the hierarchy of CMS's track-based alignment (Alignment/TrackerAlignment of the CMS software). A structure is named
 * by the path that the names of its sensors begin with, such as "TOB+/L3/inner/rod12"; where the hierarchy has halves
 * that the names do not know, they follow as "x-", "x+" (pixel, by the sign of x) or "y-", "y+" (TIB half shells, lower
 * and upper).
 */
public enum StructureLevel {
    /** "BPIX/x+". */
    BPIX_HALF_BARREL(Subdetector.BPIX, s -> "BPIX/" + halfInX(s)),
    /** "BPIX/x+/L1". */
    BPIX_LAYER(Subdetector.BPIX, s -> "BPIX/" + halfInX(s) + "/L" + s.address().layer()),
    /** "BPIX/L1/outer/ladder1". */
    BPIX_LADDER(Subdetector.BPIX, s -> beginning(s, 4)),
    /** "BPIX/L1/outer/ladder1/mod1". */
    BPIX_MODULE(Subdetector.BPIX, Sensor::name),

    /** "FPIX-". */
    FPIX_END(Subdetector.FPIX, s -> beginning(s, 1)),
    /** "FPIX-/x+". */
    FPIX_HALF_CYLINDER(Subdetector.FPIX, s -> beginning(s, 1) + "/" + halfInX(s)),
    /** "FPIX-/x+/D1". */
    FPIX_HALF_DISK(
            Subdetector.FPIX,
            s -> beginning(s, 1) + "/" + halfInX(s) + "/D" + s.address().layer()),
    /** "FPIX-/D1/blade1". */
    FPIX_BLADE(Subdetector.FPIX, s -> beginning(s, 3)),
    /** "FPIX-/D1/blade1/panel1". */
    FPIX_PANEL(Subdetector.FPIX, s -> beginning(s, 4)),
    /** "FPIX-/D1/blade1/panel1/plaq1". */
    FPIX_PLAQUETTE(Subdetector.FPIX, Sensor::name),

    /** "TIB-". */
    TIB_HALF_BARREL(Subdetector.TIB, s -> beginning(s, 1)),
    /** "TIB-/L1". */
    TIB_LAYER(Subdetector.TIB, s -> beginning(s, 2)),
    /** "TIB-/L1/y+". */
    TIB_HALF_SHELL(Subdetector.TIB, s -> beginning(s, 2) + "/" + halfInY(s)),
    /** "TIB-/L1/y+/inner". */
    TIB_SURFACE(
            Subdetector.TIB,
            s -> beginning(s, 2) + "/" + halfInY(s) + "/" + s.address().face()),
    /** "TIB-/L1/inner/string1". */
    TIB_STRING(Subdetector.TIB, s -> beginning(s, 4)),
    /** "TIB-/L1/inner/string1/mod1". */
    TIB_MODULE(Subdetector.TIB, s -> beginning(s, 5)),

    /** "TID-". */
    TID_END(Subdetector.TID, s -> beginning(s, 1)),
    /** "TID-/D1". */
    TID_DISK(Subdetector.TID, s -> beginning(s, 2)),
    /** "TID-/D1/R1". */
    TID_RING(Subdetector.TID, s -> beginning(s, 3)),
    /** "TID-/D1/R1/front". */
    TID_SIDE(Subdetector.TID, s -> beginning(s, 4)),
    /** "TID-/D1/R1/front/mod1". */
    TID_MODULE(Subdetector.TID, s -> beginning(s, 5)),

    /** "TOB-". */
    TOB_HALF_BARREL(Subdetector.TOB, s -> beginning(s, 1)),
    /** "TOB-/L1". */
    TOB_LAYER(Subdetector.TOB, s -> beginning(s, 2)),
    /** "TOB-/L1/inner/rod1". */
    TOB_ROD(Subdetector.TOB, s -> beginning(s, 4)),
    /** "TOB-/L1/inner/rod1/mod1". */
    TOB_MODULE(Subdetector.TOB, s -> beginning(s, 5)),

    /** "TEC-". */
    TEC_END(Subdetector.TEC, s -> beginning(s, 1)),
    /** "TEC-/W1". */
    TEC_DISK(Subdetector.TEC, s -> beginning(s, 2)),
    /** "TEC-/W1/front". */
    TEC_SIDE(Subdetector.TEC, s -> beginning(s, 3)),
    /** "TEC-/W1/front/petal1". */
    TEC_PETAL(Subdetector.TEC, s -> beginning(s, 4)),
    /** "TEC-/W1/front/petal1/R1". */
    TEC_RING(Subdetector.TEC, s -> beginning(s, 5)),
    /** "TEC-/W1/front/petal1/R1/mod1". */
    TEC_MODULE(Subdetector.TEC, s -> beginning(s, 6)),

    /** Every sensor of the whole tracker for itself, by its own name. */
    SENSOR(s -> true, Sensor::name);

    // Both are lambdas above, which keep no state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<Sensor> members;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Sensor, String> naming;

    StructureLevel(Subdetector subdetector, Function<Sensor, String> naming) {
        this(s -> s.address().subdetector() == subdetector, naming);
    }

    StructureLevel(Predicate<Sensor> members, Function<Sensor, String> naming) {
        this.members = members;
        this.naming = naming;
    }

    /** The level of a name as in scenario files: the name of the constant in lower case, as "tob_rod". */
    public static StructureLevel fromName(String name) {
        return Arrays.stream(values())
                .filter(level -> level.levelName().equals(name))
                .findFirst()
                .orElseThrow(() -> BadInputException.usage("structure level \"" + name + "\" does not exist"
                        + DidYouMean.hint(name, names()) + " (one of " + String.join(", ", names()) + ")"));
    }

    /** All names of {@link #fromName}, in the order of this enum. */
    public static List<String> names() {
        return Arrays.stream(values()).map(StructureLevel::levelName).toList();
    }

    private String levelName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True if the sensor belongs to a structure of this level. */
    public boolean holds(Sensor sensor) {
        return members.test(sensor);
    }

    /** Name of the structure of this level that holds the sensor, given that one does. */
    public String structureOf(Sensor sensor) {
        if (!holds(sensor)) {
            throw new IllegalArgumentException("sensor " + sensor.name() + " is not part of a " + this);
        }
        return naming.apply(sensor);
    }

    private static String halfInX(Sensor sensor) {
        return sensor.plane().origin().x() < 0 ? "x-" : "x+";
    }

    private static String halfInY(Sensor sensor) {
        return sensor.plane().origin().y() < 0 ? "y-" : "y+";
    }

    /** The first parts of a name. */
    private static String beginning(Sensor sensor, int parts) {
        String name = sensor.name();
        int end = -1;
        for (int i = 0; i < parts; i++) {
            end = name.indexOf('/', end + 1);
            if (end < 0) {
                return name;
            }
        }
        return name.substring(0, end);
    }
}
