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
        if (!name.startsWith(GRID_PREFIX)) {
            return FieldModels.byName(name);
        }
        String path = name.substring(GRID_PREFIX.length());
        if (path.isBlank()) {
            throw BadInputException.usage("field " + name + ": a path must follow " + GRID_PREFIX);
        }
        return FieldGridFile.read(Path.of(path), Interpolation.CUBIC);
    }
}
