package org.sagitta.validation.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.List;

/** The rooms of the house, as package patterns, and which classes the rules look at. */
final class Rooms {
    static final String ROOT = "org.sagitta";
    static final String GEOMETRY = "org.sagitta.geometry..";
    static final String UNITS = "org.sagitta.geometry.units..";
    static final String LINEAR = "org.sagitta.geometry.linear..";
    static final String INPUT = "org.sagitta.geometry.input..";
    static final String FIELDMAP = "org.sagitta.fieldmap..";
    static final String KALMAN = "org.sagitta.kalman..";
    static final String FIT = "org.sagitta.kalman.fit..";
    static final String VERTEX = "org.sagitta.kalman.vertex..";
    static final String CALIBRATION = "org.sagitta.calibration..";
    static final String DATA = "org.sagitta.data..";
    static final String SCENARIO = "org.sagitta.data.scenario..";
    static final String HDF5 = "org.sagitta.data.io.hdf5..";
    static final String VALIDATION = "org.sagitta.validation..";
    static final String PIPELINE = "org.sagitta.validation.pipeline..";
    static final String STUDY = "org.sagitta.validation.study..";
    static final String REPORT = "org.sagitta.validation.report..";
    static final String CLI = "org.sagitta.validation.cli..";
    static final String BENCH = "org.sagitta.bench..";

    private static final List<String> TEST_FOLDERS = List.of("/test-classes/", "-tests.jar");

    private Rooms() {}

    /** Leaves out the tests of all modules. */
    static final class MainOnly implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return TEST_FOLDERS.stream().noneMatch(location::contains);
        }
    }

    static boolean isIn(JavaClass javaClass, String room) {
        return JavaClass.Predicates.resideInAPackage(room).test(javaClass);
    }
}
