package org.sagitta.validation.study;

/**
 * What the simulation knows of a pair and no calibration may see.
 *
 * @param event number of the event in its sample, from 0
 * @param kPlus 1/pT of the positive muon after radiation, at the vertex [1/GeV]
 * @param kMinus the same of the negative muon [1/GeV]
 * @param mass mass of the two muons after radiation [GeV]
 */
public record TruthPair(long event, double kPlus, double kMinus, double mass) {}
