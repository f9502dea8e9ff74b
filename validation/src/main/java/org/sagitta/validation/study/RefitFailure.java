package org.sagitta.validation.study;

/**
 * A recorded track that could not be fitted.
 *
 * @param reason a word that failures are counted by
 * @param detail quantities and values, for people
 */
public record RefitFailure(String reason, String detail) implements RefitOutcome {}
