package org.sagitta.data.io.ig;

/** An event by the numbers of its run and itself. */
public record IgEventName(long run, long event) {
    /** Where the event is inside the file. */
    String member() {
        return "Events/Run_" + run + "/Event_" + event;
    }

    @Override
    public String toString() {
        return "run " + run + " event " + event;
    }
}
