package org.sagitta.geometry.detector;

/** How a sensor is divided into channels. */
public sealed interface Topology permits StripTopology, PixelTopology {}
