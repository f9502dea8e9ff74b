package org.sagitta.validation.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sagitta.geometry.input.BadInputException;

/** Files that appear under their name only when they are complete. */
public final class WholeFile {

    /** Writes the content of one file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes to a temporary name in the same folder, then renames; folders are made as needed. On any failure the
     * temporary file is removed and a file that was there before stays as it was.
     *
     * @throws BadInputException of kind DATA if the file cannot be written
     */
    public static void write(Path file, Content content) {
        Path target = file.toAbsolutePath();
        try {
            Path folder = Files.createDirectories(folderOf(target));
            Path temporary = Files.createTempFile(folder, "." + target.getFileName(), ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                    content.writeTo(out);
                }
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw BadInputException.data(
                    "cannot write " + file + ": " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    private static Path folderOf(Path absolute) throws IOException {
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new IOException("not a file name");
        }
        return folder;
    }
}
