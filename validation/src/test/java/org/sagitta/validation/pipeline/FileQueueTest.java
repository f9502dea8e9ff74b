package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.sagitta.geometry.input.BadInputException;

class FileQueueTest {
    private final Queue<Runnable> given = new ArrayDeque<>();
    private final FileQueue queue = new FileQueue(given::add);
    private final List<String> written = new ArrayList<>();

    @Test
    void eachFileIsWrittenOnceWhoeverDoesIt() {
        queue.add(() -> written.add("a"));
        given.remove().run();
        queue.add(() -> written.add("b"));
        queue.add(() -> written.add("c"));
        queue.finish();
        given.forEach(Runnable::run);

        assertEquals(List.of("a", "b", "c"), written);
    }

    @Test
    void failureReachesWhoeverAddsTheNextFile() {
        queue.add(() -> {
            throw BadInputException.usage("disk full");
        });
        given.remove().run();

        BadInputException failure = assertThrows(BadInputException.class, () -> queue.add(() -> written.add("never")));

        assertEquals("disk full", failure.getMessage());
    }
}
