package org.sagitta.data.io.ig;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.sagitta.data.io.IoReason;
import org.sagitta.geometry.input.BadInputException;

/**
 * An event display file of CMS: a zip whose members {@code Events/Run_N/Event_N} are JSON texts with tables. Other members
 * are ignored.
 */
public final class IgFile {
    /** More than any event display needs, and less than a machine has. */
    private static final int LARGEST_EVENT_BYTES = 256_000_000;

    private static final Pattern EVENT = Pattern.compile("Events/Run_(\\d{1,18})/Event_(\\d{1,18})");

    private final Path path;
    private final List<IgEventName> events;

    private IgFile(Path path, List<IgEventName> events) {
        this.path = path;
        this.events = events;
    }

    /**
     * Reads the table of contents.
     *
     * @throws BadInputException (data) if the file cannot be read, is no zip or holds no event
     */
    public static IgFile open(Path path) {
        List<IgEventName> events;
        try (ZipFile zip = new ZipFile(path.toFile())) {
            events = zip.stream()
                    .map(ZipEntry::getName)
                    .map(EVENT::matcher)
                    .filter(Matcher::matches)
                    .map(m -> new IgEventName(Long.parseLong(m.group(1)), Long.parseLong(m.group(2))))
                    .toList();
        } catch (IOException e) {
            throw unreadable(path.toString(), e);
        }
        if (events.isEmpty()) {
            throw BadInputException.data(path + ": holds no event; members Events/Run_N/Event_N are needed");
        }
        return new IgFile(path, events);
    }

    /** The events in the order of the file. */
    public List<IgEventName> events() {
        return events;
    }

    /**
     * Reads one event.
     *
     * @param name one of {@link #events()}
     * @throws BadInputException (data) if the text is damaged, a collection or column is missing, or a number that is
     *     needed is none; the message names file, event, collection, row, column and value
     */
    public IgEvent read(IgEventName name) {
        String where = path + " " + name.member();
        byte[] json;
        try (ZipFile zip = new ZipFile(path.toFile())) {
            json = content(zip, name, where);
        } catch (IOException e) {
            throw unreadable(where, e);
        }
        BareNan.replace(json);
        return new IgEventReader(where, IgTables.parse(where, json)).read(name);
    }

    private static byte[] content(ZipFile zip, IgEventName name, String where) throws IOException {
        ZipEntry entry = zip.getEntry(name.member());
        if (entry == null) {
            throw BadInputException.data(where + ": is not in the file");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] json = in.readNBytes(LARGEST_EVENT_BYTES + 1);
            if (json.length > LARGEST_EVENT_BYTES) {
                throw BadInputException.data(
                        where + ": is larger than " + LARGEST_EVENT_BYTES + " bytes, which no event is");
            }
            return json;
        }
    }

    private static BadInputException unreadable(String where, IOException e) {
        boolean damaged = e instanceof ZipException || e instanceof EOFException;
        String reason =
                damaged ? "is no complete zip file (" + IoReason.of(e) + ")" : "cannot be read, " + IoReason.of(e);
        return BadInputException.data(where + ": " + reason);
    }
}
