package org.sagitta.data.io.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.geometry.input.BadInputException;

class LineReaderTest {
    @TempDir
    private Path folder;

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
            gz.write(plain);
        }
        return out.toByteArray();
    }

    private static List<String> all(Path file) {
        List<String> found = new ArrayList<>();
        try (LineReader lines = LineReader.open(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                found.add(line);
                assertEquals(found.size(), lines.number());
            }
            assertNull(lines.next());
        }
        return found;
    }

    @Test
    void plainAndPackedFilesHaveTheSameLines() throws IOException {
        String big = "x".repeat(200_000);
        byte[] text = ("one\r\n\n" + big + "\nlast").getBytes(StandardCharsets.UTF_8);
        Path plain = Files.write(folder.resolve("a"), text);
        // the name says nothing
        Path packed = Files.write(folder.resolve("b.txt"), gzip(text));
        assertEquals(List.of("one", "", big, "last"), all(plain));
        assertEquals(all(plain), all(packed));
    }

    @Test
    void aPackedFileCutAnywhereIsRefused() throws IOException {
        byte[] whole = gzip("some text\nand more of it\n".repeat(20).getBytes(StandardCharsets.UTF_8));
        for (int length = 2; length < whole.length; length++) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            BadInputException e = assertThrows(BadInputException.class, () -> all(cut));
            assertTrue(String.valueOf(e.getMessage()).contains("gzip file is cut off or damaged"), e.getMessage());
        }
        whole[whole.length / 2] ^= 0x10;
        Path damaged = Files.write(folder.resolve("cut"), whole);
        assertThrows(BadInputException.class, () -> all(damaged));
    }

    @ParameterizedTest
    @CsvSource({"fd377a585a00, xz", "425a68393141, bzip2", "28b52ffd0458, zstd", "726f6f74aaaa, ROOT"})
    void otherPackingsAreNamed(String magic, String name) throws IOException {
        Path file = Files.write(folder.resolve("f"), java.util.HexFormat.of().parseHex(magic));
        BadInputException e = assertThrows(BadInputException.class, () -> LineReader.open(file));
        assertTrue(String.valueOf(e.getMessage()).contains(name), e.getMessage());
        assertEquals(BadInputException.Kind.DATA, e.kind());
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThrows(BadInputException.class, () -> LineReader.open(folder));
        BadInputException e = assertThrows(BadInputException.class, () -> LineReader.open(folder.resolve("none")));
        assertTrue(String.valueOf(e.getMessage()).contains("no such file"), e.getMessage());
    }

    @Test
    void aLineWithoutEndDoesNotFillTheMemory() throws IOException {
        Path file = Files.write(folder.resolve("long"), gzip(new byte[5_000_000]));
        BadInputException e = assertThrows(BadInputException.class, () -> all(file));
        assertTrue(String.valueOf(e.getMessage()).contains("is longer than"), e.getMessage());
    }
}
