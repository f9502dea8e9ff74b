package org.sagitta.data.simulation;

/** Why a simulated muon was followed no further. */
public enum TrackEnd {
    /** It left the cylinder around all sensors: the ordinary end. */
    LEFT_TRACKER,
    /** Its momentum fell below {@link TrackSimulator#MIN_MOMENTUM}. */
    STOPPED,
    /** It turned by more than half a circle in the transverse plane: what a looper does later is not simulated. */
    TURNED_BACK,
    /** It flew further than {@link TrackSimulator#MAX_PATH}. */
    TOO_LONG,
    /** It came to the edge of the domain of the truth field. */
    LEFT_FIELD
}
