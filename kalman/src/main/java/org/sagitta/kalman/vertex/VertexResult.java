package org.sagitta.kalman.vertex;

/** What a vertex fit gives: a vertex, or the reason why there is none. */
public sealed interface VertexResult permits DimuonVertex, NoVertex {}
