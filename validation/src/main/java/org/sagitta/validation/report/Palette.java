package org.sagitta.validation.report;

import java.awt.Color;

/** The colours of the figures: the six-colour set that CMS figures use, told apart by colour-blind readers, and black. */
public enum Palette {
    BLACK(0x000000),
    BLUE(0x5790fc),
    ORANGE(0xf89c20),
    RED(0xe42536),
    PURPLE(0x964a8b),
    GREY(0x9c9ca1),
    VIOLET(0x7a21dd);

    private final Color colour;

    Palette(int rgb) {
        this.colour = new Color(rgb);
    }

    Color colour() {
        return colour;
    }

    /** A light tint, for areas behind the points. */
    Color tint() {
        int whitening = 3; // parts of white to one part of colour
        return new Color(
                (colour.getRed() + whitening * 255) / (whitening + 1),
                (colour.getGreen() + whitening * 255) / (whitening + 1),
                (colour.getBlue() + whitening * 255) / (whitening + 1));
    }
}
