package org.sagitta.data.io.yardstick;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.geometry.input.BadInputException;

class YardstickFileTest {
    private static final String FIRST = "-1 0.5 0.25 10 -8.6 0 1 2 1.5 2.5 3 4 3.5 4.5";
    private static final String SECOND = "1.0 0.5 0.25 12 0 0 1 2 1.5 2.5 3 4 3.5 4.5";

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("events.txt"), text);
    }

    @Test
    void tracksAreReadInOrder() throws IOException {
        var tracks = YardstickFile.read(file("2 2\n" + FIRST + "\n" + SECOND + "\n\n"), 2);
        assertEquals(2, tracks.size());
        assertEquals(-1, tracks.get(0).charge());
        assertEquals(12, tracks.get(1).pt());
        assertEquals(new YardstickTrack.Point(3, 4), tracks.get(0).points().get(1));
        assertEquals(-1 / (10 * Math.cosh(0.25)), tracks.get(0).qOverP(), 1e-15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|line 1: is empty",
                "2|line 1: has 1 values, must have 2",
                "2 3|line 1: says 3.0 planes, must be 2",
                "0.5 2|line 1: says 0.5 tracks, must be a positive integer",
                "2 2/-1 0.5 0.25 10 -8.6 0 1 2 1.5 2.5 3 4 3.5 4.5|line 2: is the last one, but line 1 says 2 tracks",
                "1 2/-1 0.5 0.25 10 -8.6 0 1 2 1.5 2.5 3 4 3.5|line 2: has 13 values, must have 14",
                "1 2/-1 0.5 0.25 10 nan 0 1 2 1.5 2.5 3 4 3.5 4.5|line 2: value 5 is 'nan', must be a number",
                "1 2/-1 0.5 0.25 10 NaN 0 1 2 1.5 2.5 3 4 3.5 4.5|line 2: value 5 is NaN, must be finite",
                "1 2/2 0.5 0.25 10 0 0 1 2 1.5 2.5 3 4 3.5 4.5|line 2: charge is 2.0, must be 1 or -1",
                "1 2/1 0.5 0.25 -10 0 0 1 2 1.5 2.5 3 4 3.5 4.5|line 2: pT is -10.0 GeV, must be positive"
            })
    void whatIsWrongIsSaidInOneLine(String text, String message) throws IOException {
        Path file = file(text.replace("/", "\n"));
        BadInputException e = assertThrows(BadInputException.class, () -> YardstickFile.read(file, 2));
        String said = String.valueOf(e.getMessage());
        assertTrue(said.startsWith(file + ": " + message), said);
    }

    @Test
    void missingFileIsNamed() {
        Path missing = folder.resolve("missing.txt");
        BadInputException e = assertThrows(BadInputException.class, () -> YardstickFile.read(missing, 2));
        assertEquals(missing + ": cannot be read: no such file or folder", e.getMessage());
    }
}
