package org.sagitta.geometry.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {
    @Test
    void namesTheNearestWord() {
        List<String> words = List.of("radial", "telescope", "twist");
        assertEquals(", did you mean \"twist\"?", DidYouMean.hint("Twits", words));
        assertEquals(", did you mean \"radial\"?", DidYouMean.hint("radiall", words));
    }

    @Test
    void saysNothingWhenNothingIsNear() {
        assertEquals("", DidYouMean.hint("spaghetti", List.of("radial", "twist")));
        assertEquals("", DidYouMean.hint("x", List.of()));
    }

    /** The textbook pair of Levenshtein's distance: three changes. */
    @Test
    void countsLetters() {
        assertEquals(3, DidYouMean.distance("kitten", "sitting"));
        assertEquals(4, DidYouMean.distance("", "four"));
    }
}
