package org.sagitta.data.sample;

import java.util.List;
import org.sagitta.geometry.input.BadInputException;

/** Tables and where they come from: the content of one file. */
public record Sample(Provenance provenance, List<Table> tables) {
    public Sample {
        tables = List.copyOf(tables);
    }

    /**
     * A table by name.
     *
     * @throws BadInputException (data) if there is none
     */
    public Table table(String name) {
        for (Table table : tables) {
            if (table.name().equals(name)) {
                return table;
            }
        }
        throw BadInputException.data("sample " + provenance.sample() + " has no table '" + name + "', it has "
                + tables.stream().map(t -> "'" + t.name() + "'").toList());
    }
}
