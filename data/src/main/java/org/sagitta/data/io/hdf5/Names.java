package org.sagitta.data.io.hdf5;

/** Names of the attributes in sample files. */
final class Names {
    static final String VERSION = "version";
    static final String REVISION = "revision";
    static final String SAMPLE = "sample";
    static final String SCENARIO_NAME = "scenario_name";
    static final String SCENARIO = "scenario";
    static final String SEED = "seed";
    static final String NOTES = "notes";
    static final String TABLES = "tables";
    static final String ROWS = "n_rows";
    static final String COLUMNS = "columns";
    static final String UNITS = "units";
    static final String DESCRIPTION = "description";
    static final String COUNTS = "counts";
    static final String SEPARATOR = ",";

    private Names() {}
}
