package org.sagitta.geometry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Geometry is the ground floor: it knows no field, track or file format of the other modules. */
@AnalyzeClasses(packages = "org.sagitta.geometry", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule STANDS_ALONE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.sagitta.geometry..", "java..", "org.jspecify..", "org.apache.commons.csv..");
}
