package org.sagitta.data.io.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sagitta.geometry.input.BadInputException;

/** Finds columns by name, whatever the blanks and capitals of the header. */
final class TableColumns {
    private static final List<String> CARTESIAN = List.of("px", "py", "pz");
    private static final List<String> POLAR = List.of("pt", "eta", "phi");

    private final Map<String, Integer> indexOf = new LinkedHashMap<>();

    /**
     * @param file name of the file for messages
     * @throws BadInputException (data) if a name occurs twice, or the charge or all ways to get the momentum are missing
     */
    TableColumns(String file, List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            String name = normalised(header.get(i));
            if (!name.isEmpty() && indexOf.putIfAbsent(name, i) != null) {
                throw BadInputException.data(file + ", line 1: column '" + name + "' occurs twice");
            }
        }
        List<String> missing = new ArrayList<>();
        addMissing(missing, 1);
        addMissing(missing, 2);
        if (!missing.isEmpty()) {
            throw BadInputException.data(file + ", line 1: column " + String.join(", ", missing)
                    + " missing; needed are px, py, pz (or pt, eta, phi) and q of both muons, found "
                    + String.join(", ", indexOf.keySet()));
        }
    }

    private void addMissing(List<String> missing, int muon) {
        if (!has("q" + muon)) {
            missing.add("q" + muon);
        }
        // a misspelt px must not switch silently to pt, eta, phi, which may come from another track fit
        if (hasSomeCartesian() || !hasAll(POLAR, muon)) {
            CARTESIAN.stream().map(c -> c + muon).filter(c -> !has(c)).forEach(missing::add);
        }
    }

    private boolean hasSomeCartesian() {
        return CARTESIAN.stream().anyMatch(name -> has(name + 1) || has(name + 2));
    }

    /** Whether the momentum of a muon (1 or 2) is taken from px, py, pz; otherwise from pt, eta, phi. */
    boolean isCartesian(int muon) {
        return hasAll(CARTESIAN, muon);
    }

    boolean has(String name) {
        return indexOf.containsKey(name);
    }

    /** Position of a column that is known to exist, by its normalised name. */
    int index(String name) {
        Integer index = indexOf.get(name);
        if (index == null) {
            throw new IllegalArgumentException("no column " + name);
        }
        return index;
    }

    private boolean hasAll(List<String> names, int muon) {
        return names.stream().allMatch(name -> has(name + muon));
    }

    private static String normalised(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
