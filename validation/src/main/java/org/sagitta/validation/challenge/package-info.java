/**
 * A calibration challenge: a public data set with a hidden truth, the sealed file that holds the truth, and the score of
 * anybody's correction. Start at {@link org.sagitta.validation.challenge.ChallengeFolder}, which names the files, and at
 * {@link org.sagitta.validation.challenge.Seal}, which says what the sealing is worth. Samples are made by the pipeline.
 */
@NullMarked
package org.sagitta.validation.challenge;

import org.jspecify.annotations.NullMarked;
