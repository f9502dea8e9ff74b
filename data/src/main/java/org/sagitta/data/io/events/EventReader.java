package org.sagitta.data.io.events;

import java.util.Optional;
import org.sagitta.geometry.input.BadInputException;

/** Reads the events of a file one after the other, holding one at a time. Used by one thread at a time. */
public interface EventReader extends AutoCloseable {

    /**
     * The next event; empty when the file has come to its proper end, which has then been checked to be there.
     *
     * @throws BadInputException (data) if the file is cut off or holds something that is not allowed; one line with file,
     *     line, value and what is allowed
     */
    Optional<ExternalEvent> next();

    /** Name of the format, for people. */
    String format();

    /** Bytes of the file used so far, compressed ones if it is; for showing progress. */
    long bytesRead();

    @Override
    void close();
}
