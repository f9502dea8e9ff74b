/**
 * Benchmarks (JMH), one class per hot path; nobody depends on them. {@link org.sagitta.bench.Sample} holds what they
 * have in common.
 *
 * <p>Build and run from the root of the project:
 *
 * <pre>
 * mvn -q -pl bench -am package -DskipTests
 * java -jar bench/target/benchmarks.jar                      # all, some minutes
 * java -jar bench/target/benchmarks.jar TrackFit -f 1 -wi 3 -i 5
 * </pre>
 *
 * <p>Times are per operation that the name of the benchmark says: one field value, one step, one muon, one event, one
 * pair added to a calibration.
 */
@NullMarked
package org.sagitta.bench;

import org.jspecify.annotations.NullMarked;
