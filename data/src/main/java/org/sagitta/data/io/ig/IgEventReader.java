package org.sagitta.data.io.ig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;

/** From the tables of an event to its tracks with their hits. */
final class IgEventReader {
    private static final String TRACKS = "Tracks_V2";
    private static final String HITS = "TrackingRecHits_V1";
    private static final String MODULES = "TrackDets_V1";
    private static final String STRIP_CLUSTERS = "SiStripClusters_V1";
    private static final String TRACK_HITS = "TrackHits_V1";
    static final Set<String> NEEDED = Set.of(TRACKS, HITS, MODULES, STRIP_CLUSTERS, TRACK_HITS);

    private static final List<String> FRONT = List.of("front_1", "front_2", "front_3", "front_4");
    private static final List<String> BACK = List.of("back_1", "back_2", "back_3", "back_4");

    private final String where;
    private final IgTables tables;

    IgEventReader(String where, IgTables tables) {
        this.where = where;
        this.tables = tables;
    }

    IgEvent read(IgEventName name) {
        return new IgEvent(name, tracks(hitsOfTracks(hits())), stripClusters());
    }

    /** Hits and modules are two collections with one row for each hit. */
    private List<IgHit> hits() {
        IgTable hits = tables.table(HITS);
        IgTable modules = tables.table(MODULES);
        if (hits.size() != modules.size()) {
            throw BadInputException.data(where + ": " + HITS + " has " + hits.size() + " rows and " + MODULES + " has "
                    + modules.size() + "; there must be a module for each hit");
        }
        int position = hits.column("pos");
        int detId = modules.column("detid");
        List<Integer> front = FRONT.stream().map(modules::column).toList();
        List<Integer> back = BACK.stream().map(modules::column).toList();
        return IntStream.range(0, hits.size())
                .mapToObj(row -> new IgHit(
                        modules.integer(row, detId),
                        hits.point(row, position),
                        new IgModule(corners(modules, row, front), corners(modules, row, back))))
                .toList();
    }

    private static List<Vec3> corners(IgTable modules, int row, List<Integer> columns) {
        return columns.stream().map(column -> modules.point(row, column)).toList();
    }

    /**
     * The hits of each track. Some files count the hits of the electron tracks first although those are in a collection of
     * their own, so the smallest hit index stands for row 0.
     */
    private List<List<IgHit>> hitsOfTracks(List<IgHit> hits) {
        ArrayNode pairs = tables.association(TRACK_HITS);
        int offset = Integer.MAX_VALUE;
        for (int i = 0; i < pairs.size(); i++) {
            offset = Math.min(offset, index(pairs, i, 1));
        }
        List<List<IgHit>> ofTracks = new ArrayList<>();
        for (int i = 0; i < tables.table(TRACKS).size(); i++) {
            ofTracks.add(new ArrayList<>());
        }
        for (int i = 0; i < pairs.size(); i++) {
            int track = inRange(index(pairs, i, 0), ofTracks.size(), i, TRACKS);
            int hit = inRange(index(pairs, i, 1) - offset, hits.size(), i, HITS);
            ofTracks.get(track).add(hits.get(hit));
        }
        return ofTracks;
    }

    /** Index of one side of a pair [[collection, index], [collection, index]]. */
    private int index(ArrayNode pairs, int pair, int side) {
        JsonNode index = pairs.path(pair).path(side).path(1);
        if (!index.isInt()) {
            throw BadInputException.data(where + " " + TRACK_HITS + " pair " + pair + ": is " + pairs.path(pair)
                    + ", must be [[collection, index], [collection, index]]");
        }
        return index.intValue();
    }

    private int inRange(int index, int size, int pair, String collection) {
        if (index < 0 || index >= size) {
            throw BadInputException.data(where + " " + TRACK_HITS + " pair " + pair + ": points to row " + index
                    + " of " + collection + ", which has " + size + " rows");
        }
        return index;
    }

    private List<IgTrack> tracks(List<List<IgHit>> hits) {
        IgTable t = tables.table(TRACKS);
        int position = t.column("pos");
        int pt = t.column("pt");
        int eta = t.column("eta");
        int phi = t.column("phi");
        int charge = t.column("charge");
        int chi2 = t.column("chi2");
        int ndof = t.column("ndof");
        return IntStream.range(0, t.size())
                .mapToObj(row -> new IgTrack(
                        t.point(row, position),
                        t.positive(row, pt),
                        t.number(row, eta),
                        t.number(row, phi),
                        t.charge(row, charge),
                        t.number(row, chi2),
                        t.number(row, ndof),
                        hits.get(row)))
                .toList();
    }

    private List<IgCluster> stripClusters() {
        IgTable clusters = tables.table(STRIP_CLUSTERS);
        int detId = clusters.column("detid");
        int position = clusters.column("pos");
        return IntStream.range(0, clusters.size())
                .mapToObj(row -> new IgCluster(clusters.integer(row, detId), clusters.point(row, position)))
                .toList();
    }
}
