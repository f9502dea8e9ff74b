package org.sagitta.data.io.events;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.io.IoReason;
import org.sagitta.geometry.input.BadInputException;

/**
 * Lines of a text file, plain or compressed with gzip, whatever its name; knows where it stands. Holds one line. For one
 * thread.
 */
public final class LineReader implements AutoCloseable {
    /** No event format needs longer lines; a file without line ends must not fill the memory. */
    private static final int LONGEST_LINE = 4_000_000;

    private static final int BUFFER = 1 << 16;
    private static final int MAGIC = 6;

    private final Path file;
    private final InputStream in;
    private final CountingInput raw;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private long number;
    private @Nullable String again;

    private LineReader(Path file, InputStream in, CountingInput raw) {
        this.file = file;
        this.in = in;
        this.raw = raw;
    }

    /** Counts what is read from the file. */
    private static final class CountingInput extends FilterInputStream {
        private long bytes;

        CountingInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            bytes += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            bytes += Math.max(0, count);
            return count;
        }
    }

    /**
     * Opens a file.
     *
     * @throws BadInputException (data) if it cannot be read, or is compressed in another way
     */
    public static LineReader open(Path file) {
        if (Files.isDirectory(file)) {
            throw BadInputException.data(file + ": is a folder, needed is a file");
        }
        try {
            CountingInput raw = new CountingInput(Files.newInputStream(file));
            return new LineReader(file, unpacked(file, raw), raw);
        } catch (IOException e) {
            throw BadInputException.data(file + ": cannot be read, " + IoReason.of(e));
        }
    }

    private static InputStream unpacked(Path file, InputStream raw) throws IOException {
        PushbackInputStream in = new PushbackInputStream(raw, MAGIC);
        try {
            byte[] magic = in.readNBytes(MAGIC);
            in.unread(magic);
            requireReadable(file, magic);
            boolean gzip = startsWith(magic, 0x1f, 0x8b);
            return gzip ? new GZIPInputStream(in, BUFFER) : in;
        } catch (EOFException | ZipException e) {
            in.close();
            throw damaged(file, 1);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static void requireReadable(Path file, byte[] magic) {
        String packing = "";
        if (startsWith(magic, 0xfd, '7', 'z', 'X', 'Z')) {
            packing = "xz";
        } else if (startsWith(magic, 'B', 'Z', 'h')) {
            packing = "bzip2";
        } else if (startsWith(magic, 0x28, 0xb5, 0x2f, 0xfd)) {
            packing = "zstd";
        }
        if (!packing.isEmpty()) {
            throw BadInputException.data(
                    file + ": is compressed with " + packing + ", allowed are plain text and gzip");
        }
        if (startsWith(magic, 'r', 'o', 'o', 't')) {
            throw BadInputException.data(file + ": is a ROOT file, allowed are plain text and gzip");
        }
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The next line without its end; null after the last one.
     *
     * @throws BadInputException (data) if the file cannot be read further, or a line is longer than 4 million bytes
     */
    public @Nullable String next() {
        String line = again;
        if (line != null) {
            again = null;
            return line;
        }
        try {
            line = read();
        } catch (EOFException | ZipException e) {
            throw damaged(file, number + 1);
        } catch (IOException e) {
            throw BadInputException.data(file + ": line " + (number + 1) + ": cannot be read, " + IoReason.of(e));
        }
        number += line == null ? 0 : 1;
        return line;
    }

    /** Has {@link #next} return a line, the last one that it returned, once more. */
    public void pushBack(String line) {
        again = line;
    }

    /** Number of the line last read, from 1. */
    public long number() {
        return number;
    }

    /** Bytes of the file read so far, before unpacking. */
    public long bytesRead() {
        return raw.bytes;
    }

    public Path file() {
        return file;
    }

    /** What is wrong with the line last read, in one line that names file and line. */
    public BadInputException bad(String what) {
        return badAt(number, what);
    }

    /** What is wrong with an earlier line. */
    public BadInputException badAt(long line, String what) {
        return BadInputException.data(file + ": line " + line + ": " + what);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw BadInputException.data(file + ": cannot be closed, " + IoReason.of(e));
        }
    }

    private @Nullable String read() throws IOException {
        ByteArrayOutputStream start = new ByteArrayOutputStream(0);
        while (true) {
            if (at == filled && !fill()) {
                return start.size() == 0 ? null : text(start.toByteArray());
            }
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            byte[] part = Arrays.copyOfRange(buffer, at, end);
            boolean complete = end < filled;
            at = complete ? end + 1 : end;
            if (complete && start.size() == 0) {
                return text(part);
            }
            start.writeBytes(part);
            if (complete) {
                return text(start.toByteArray());
            }
            if (start.size() > LONGEST_LINE) {
                throw BadInputException.data(file + ": line " + (number + 1) + ": is longer than " + LONGEST_LINE
                        + " bytes, which no line of an event is");
            }
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private static String text(byte[] bytes) {
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static BadInputException damaged(Path file, long line) {
        return BadInputException.data(
                file + ": line " + line + ": the gzip file is cut off or damaged here, needed is a complete one");
    }
}
