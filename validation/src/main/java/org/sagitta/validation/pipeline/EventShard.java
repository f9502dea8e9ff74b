package org.sagitta.validation.pipeline;

/**
 * Which part of the files of a job this process makes: part {@code index} of {@code count}, from 0. All parts together make
 * the same files as one process alone.
 */
public record EventShard(int index, int count) {
    /** The whole job. */
    public static final EventShard ALL = new EventShard(0, 1);

    /** Checks that index is below count. */
    public EventShard {
        if (count < 1 || index < 0 || index >= count) {
            throw new IllegalArgumentException("shard " + index + "/" + count + ": must be 0/N to N-1/N");
        }
    }

    /** First of this many files that belongs to this part. */
    long first(long files) {
        return Math.multiplyExact(files, index) / count;
    }

    /** First of this many files that belongs to the next part. */
    long end(long files) {
        return Math.multiplyExact(files, index + 1L) / count;
    }
}
