package org.sagitta.data.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import org.sagitta.geometry.input.BadInputException;

/**
 * Writes files so that the final name never holds half a file: the content goes to a temporary name in the same folder,
 * which is renamed when everything has been written and removed when anything fails. Missing parent folders are made.
 * A target that exists and is no regular file (a pipe, {@code /dev/stdout}) cannot be renamed to; a stream is then
 * written straight to it.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes a file through a buffered stream, which the content need not close.
     *
     * @throws BadInputException (usage) if the file cannot be written, naming the file and the reason
     */
    public static void write(Path target, IoConsumer<OutputStream> content) {
        if (isSpecial(target)) {
            try (OutputStream out = Files.newOutputStream(target)) {
                content.accept(out);
            } catch (IOException e) {
                throw cannotWrite(target, e);
            }
            return;
        }
        writeByName(target, temporary -> {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                content.accept(out);
            }
        });
    }

    /** Writes a text file in UTF-8; the text brings its own line ends. */
    public static void writeText(Path target, String text) {
        write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes a file through a library that wants a file name: the content receives the temporary name and must create
     * that file.
     *
     * @throws BadInputException (usage) if the file cannot be written, naming the file and the reason
     */
    public static void writeByName(Path target, IoConsumer<Path> content) {
        try {
            if (Files.isDirectory(target) || isSpecial(target)) {
                throw new IOException("it is not a regular file");
            }
            Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            writeAndRename(real, content);
        } catch (IOException e) {
            throw cannotWrite(target, e);
        }
    }

    private static void writeAndRename(Path real, IoConsumer<Path> content) throws IOException {
        Path folder = real.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path temporary = temporaryName(real);
        try {
            content.accept(temporary);
            Files.move(temporary, real, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static boolean isSpecial(Path target) {
        return Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target);
    }

    /** Hidden, in the same folder so that the rename stays on one file system; the random part only avoids clashes. */
    private static Path temporaryName(Path real) {
        long mark = ThreadLocalRandom.current().nextLong() & Long.MAX_VALUE;
        return real.resolveSibling("." + real.getFileName() + "." + Long.toHexString(mark) + ".part");
    }

    private static BadInputException cannotWrite(Path target, IOException e) {
        BadInputException bad = BadInputException.usage("cannot write " + target + ": " + IoReason.of(e));
        bad.initCause(e);
        return bad;
    }
}
