package org.sagitta.fieldmap.grid;

import java.nio.file.Path;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.input.BadInputException;

/** A field by the text that a user wrote: a model name, or {@code grid:PATH} for a field map in a file. */
public final class FieldSource {
    /** What a field map in a file starts with. */
    public static final String GRID_PREFIX = "grid:";

    private FieldSource() {}

    /**
     * The field of that name; field maps are interpolated with {@link Interpolation#CUBIC}.
     *
     * @throws BadInputException (usage) if no model has the name, (data) if the file is no field map
     */
    public static MagneticField open(String name) {
        if (!isGrid(name)) {
            return FieldModels.byName(name);
        }
        return FieldGridFile.read(Path.of(gridPath(name)), Interpolation.CUBIC);
    }

    /** Whether a name stands for a field map in a file. */
    public static boolean isGrid(String name) {
        return name.startsWith(GRID_PREFIX);
    }

    /** The name that stands for the field map in a file. */
    public static String grid(Path file) {
        return GRID_PREFIX + file;
    }

    /**
     * The path in the name of a field map.
     *
     * @throws BadInputException (usage) if there is none
     */
    public static String gridPath(String name) {
        String path = name.substring(GRID_PREFIX.length());
        if (path.isBlank()) {
            throw BadInputException.usage("field " + name + ": a path must follow " + GRID_PREFIX);
        }
        return path;
    }
}
