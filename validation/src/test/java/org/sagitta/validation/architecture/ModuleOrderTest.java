package org.sagitta.validation.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import java.io.File;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Who may know whom: the table of docs/decisions/0001-module-order.md, one rule for each line. */
@AnalyzeClasses(packages = Rooms.ROOT, importOptions = Rooms.MainOnly.class)
class ModuleOrderTest {

    @ArchTest
    static final ArchRule geometryKnowsNothingAboveIt = inRoom(Rooms.GEOMETRY, Rooms.GEOMETRY);

    @ArchTest
    static final ArchRule fieldmapKnowsOfGeometryOnlyUnitsAndVectors =
            inRoom(Rooms.FIELDMAP, Rooms.FIELDMAP, Rooms.UNITS, Rooms.LINEAR, Rooms.INPUT);

    @ArchTest
    static final ArchRule kalmanKnowsFieldAndGeometryOnly =
            inRoom(Rooms.KALMAN, Rooms.KALMAN, Rooms.GEOMETRY, Rooms.FIELDMAP);

    @ArchTest
    static final ArchRule kalmanDrawsNoRandomNumbersAndReadsNoFiles = noClasses()
            .that()
            .resideInAPackage(Rooms.KALMAN)
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.commons.rng..", "java.nio.file..")
                    .or(type(Random.class))
                    .or(type(ThreadLocalRandom.class))
                    .or(type(File.class)));

    @ArchTest
    static final ArchRule calibrationStandsOnTheGround =
            inRoom(Rooms.CALIBRATION, Rooms.CALIBRATION, Rooms.UNITS, Rooms.INPUT);

    @ArchTest
    static final ArchRule dataDoesNotKnowTheFit = inRoom(
                    Rooms.DATA, Rooms.DATA, Rooms.GEOMETRY, Rooms.FIELDMAP, Rooms.KALMAN)
            .andShould()
            .onlyDependOnClassesThat(resideOutsideOfPackage(Rooms.FIT).and(resideOutsideOfPackage(Rooms.VERTEX)));

    @ArchTest
    static final ArchRule studiesKnowNeitherPipelineNorReport = noClasses()
            .that()
            .resideInAPackage(Rooms.STUDY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Rooms.PIPELINE, Rooms.REPORT, Rooms.CLI);

    @ArchTest
    static final ArchRule pipelineKnowsNeitherReportNorCommandLine = noClasses()
            .that()
            .resideInAPackage(Rooms.PIPELINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Rooms.REPORT, Rooms.CLI);

    @ArchTest
    static final ArchRule reportsKnowNeitherPipelineNorCommandLine = noClasses()
            .that()
            .resideInAPackage(Rooms.REPORT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Rooms.PIPELINE, Rooms.CLI);

    @ArchTest
    static final ArchRule nobodyKnowsTheBenchmarks = noClasses()
            .that()
            .resideOutsideOfPackage(Rooms.BENCH)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(Rooms.BENCH);

    @ArchTest
    static final ArchRule modulesHaveNoCycles =
            slices().matching("org.sagitta.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.sagitta.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule hdf5StaysInItsPackage = library("io.jhdf..", Rooms.HDF5);

    @ArchTest
    static final ArchRule yamlStaysWithTheScenarios = library("org.snakeyaml..", Rooms.SCENARIO);

    @ArchTest
    static final ArchRule chartsStayInReports = noClasses()
            .that()
            .resideOutsideOfPackage(Rooms.REPORT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jfree..", "org.apache.batik..", "java.awt..");

    @ArchTest
    static final ArchRule commandLineLibrariesStayInTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage(Rooms.CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei..");

    @ArchTest
    static final ArchRule vectorsStayInTheirKernels =
            library("jdk.incubator.vector..", "org.sagitta.kalman.batch.simd..");

    /** Of this project, the classes of a room depend on the rooms listed only; libraries are free. */
    private static ClassesShouldConjunction inRoom(String room, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("org.sagitta..").or(resideInAnyPackage(allowed)));
    }

    private static ArchRule library(String library, String home) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .allowEmptyShould(true);
    }
}
