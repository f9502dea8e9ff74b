package org.sagitta.kalman;

import java.util.List;
import org.sagitta.kalman.measurement.Hit;

/** A toy muon and the hits it left. */
public record ToyTrack(ToyTruth truth, List<Hit> hits) {}
