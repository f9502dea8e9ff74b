package org.sagitta.geometry.alignment;

/** One way in which sensors are not where they should be. */
public sealed interface Displacement permits StructureDisplacement, WeakModeDisplacement {}
