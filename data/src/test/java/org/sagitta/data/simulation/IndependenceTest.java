package org.sagitta.data.simulation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A closed loop proves nothing: the truth shares neither the fit nor its propagation. */
@AnalyzeClasses(packages = "org.sagitta.data.simulation", importOptions = ImportOption.DoNotIncludeTests.class)
class IndependenceTest {
    @ArchTest
    static final ArchRule THE_TRUTH_HAS_ITS_OWN_PROPAGATION = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.sagitta.kalman.fit..", "org.sagitta.kalman.propagation..", "org.sagitta.kalman.state..");
}
