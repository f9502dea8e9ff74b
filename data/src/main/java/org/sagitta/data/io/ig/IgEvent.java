package org.sagitta.data.io.ig;

import java.util.List;

/**
 * What an event display file says of the silicon tracks of one event.
 *
 * @param tracks in the order of the file
 * @param stripClusters all clusters of the strip detector, also those on no track
 */
public record IgEvent(IgEventName name, List<IgTrack> tracks, List<IgCluster> stripClusters) {
    public IgEvent {
        tracks = List.copyOf(tracks);
        stripClusters = List.copyOf(stripClusters);
    }
}
