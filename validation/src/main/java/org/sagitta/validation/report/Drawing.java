package org.sagitta.validation.report;

import java.awt.Graphics2D;
import java.nio.file.Path;

/** Something that can be drawn on a sheet. Lengths are in pixels. */
public interface Drawing {
    int width();

    int height();

    /** Draws everything, the white background included. */
    void draw(Graphics2D g);

    /** Writes the drawing as SVG under its final name in one step. */
    default void writeSvg(Path file) {
        SvgWriter.write(this, file);
    }
}
