package org.sagitta.data.io.events;

import org.sagitta.geometry.linear.Vec3;

/**
 * A muon of the final state, as the file states it.
 *
 * @param charge +1 or -1, from the particle number: 13 is the negative muon
 * @param momentum [GeV]
 * @param vertex where it is made [mm]
 * @param parentPdgId particle number of the nearest ancestor that is no muon; 0 if the file names none
 * @param parent which particle of the event that ancestor is, from 1 in the order of the file; 0 if the file names none
 */
public record ExternalMuon(int charge, Vec3 momentum, Vec3 vertex, int parentPdgId, int parent) {}
