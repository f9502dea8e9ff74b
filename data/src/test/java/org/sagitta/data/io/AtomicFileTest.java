package org.sagitta.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagitta.geometry.input.BadInputException;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void writesIntoMissingFolders() throws IOException {
        Path file = folder.resolve("a/b/c.txt");
        AtomicFile.writeText(file, "één\n");
        assertEquals("één\n", Files.readString(file));
        assertEquals(List.of("c.txt"), names(folder.resolve("a/b")));
    }

    @Test
    void replacesWhatWasThere() throws IOException {
        Path file = folder.resolve("c.txt");
        AtomicFile.writeText(file, "a long first text");
        AtomicFile.writeText(file, "short");
        assertEquals("short", Files.readString(file));
    }

    @Test
    void failureKeepsTheOldFileAndLeavesNothingBehind() throws IOException {
        Path file = folder.resolve("c.txt");
        AtomicFile.writeText(file, "old");
        BadInputException bad = assertThrows(
                BadInputException.class,
                () -> AtomicFile.write(file, out -> {
                    out.write("half".getBytes(StandardCharsets.UTF_8));
                    throw new IOException("disk full\nsecond line");
                }));
        assertEquals("cannot write " + file + ": disk full", bad.getMessage());
        assertEquals(BadInputException.Kind.USAGE, bad.kind());
        assertThrows(
                IllegalStateException.class,
                () -> AtomicFile.write(file, out -> {
                    throw new IllegalStateException("bug");
                }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("c.txt"), names(folder));
    }

    @Test
    void folderIsNoFile() throws IOException {
        BadInputException bad = assertThrows(BadInputException.class, () -> AtomicFile.writeText(folder, "x"));
        assertEquals("cannot write " + folder + ": it is not a regular file", bad.getMessage());
        Path file = folder.resolve("file");
        AtomicFile.writeText(file, "x");
        bad = assertThrows(BadInputException.class, () -> AtomicFile.writeText(file.resolve("below"), "x"));
        assertTrue(String.valueOf(bad.getMessage()).contains("part of its path is a file"), bad.getMessage());
    }

    @Test
    void linkStaysALink() throws IOException {
        Path file = folder.resolve("real.txt");
        AtomicFile.writeText(file, "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
        AtomicFile.writeText(link, "new");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void librariesWriteByName() throws IOException {
        Path file = folder.resolve("named");
        AtomicFile.writeByName(file, path -> {
            assertFalse(Files.exists(file));
            Files.writeString(path, "x");
        });
        assertEquals("x", Files.readString(file));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
