package org.sagitta.validation.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** How every class is written, whatever its room. */
@AnalyzeClasses(packages = Rooms.ROOT, importOptions = Rooms.MainOnly.class)
class CodeRulesTest {

    /** Endings of the names of public classes that change, because they gather, read on or are built up. */
    private static final List<String> CHANGING =
            List.of("Builder", "Sum", "Sums", "Tables", "Moments", "Accumulator", "Cursor", "Reader", "Writer");

    /** Classes of hot loops with working memory, owned by one thread; each says so in its Javadoc. */
    private static final List<String> OWNED_BY_ONE_THREAD = List.of(
            "org.sagitta.calibration.dimuon.PairMass",
            "org.sagitta.calibration.fit.MassResidual",
            "org.sagitta.calibration.likelihood.PeakMixture",
            "org.sagitta.calibration.model.SparseVector",
            "org.sagitta.data.simulation.hit.Cluster",
            "org.sagitta.kalman.propagation.Propagator");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrintsAndExits = noClasses()
            .that()
            .resideOutsideOfPackage(Rooms.CLI)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule publicClassesAreImmutable = fields().that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("org.sagitta.kalman.batch..")
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and(not(declaredInAChangingClass()))
            .and(not(setByTheCommandLineLibrary()))
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule whatChangesInAPublicClassIsPrivate = fields().that()
            .areNotFinal()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should()
            .bePrivate();

    @ArchTest
    static final ArchRule publicFieldsAreFinal =
            fields().that().arePublic().should().beFinal();

    @ArchTest
    static final ArchRule publicFieldsAreNoArrays =
            fields().that().arePublic().should().notHaveRawType(new ArrayType());

    @ArchTest
    static final ArchRule nothingStaticChanges =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule nothingIsStaticScratchMemory = fields().that()
            .areStatic()
            .should()
            .notHaveRawType(JavaClass.Predicates.assignableTo(ThreadLocal.class)
                    .or(JavaClass.Predicates.resideInAnyPackage("java.util.concurrent..")));

    @ArchTest
    static void everyPackageSaysWhatItIsAndIsNullMarked(JavaClasses classes) {
        Set<String> missing = new TreeSet<>();
        for (JavaClass javaClass : classes) {
            boolean marked = javaClass
                    .getPackage()
                    .tryGetPackageInfo()
                    .map(info -> info.isAnnotatedWith(NullMarked.class))
                    .orElse(false);
            if (!marked) {
                missing.add(javaClass.getPackageName());
            }
        }
        assertEquals(Set.of(), missing, "packages without a @NullMarked package-info");
    }

    private static DescribedPredicate<JavaField> declaredInAChangingClass() {
        return DescribedPredicate.describe(
                "declared in a class that is made to change",
                field -> OWNED_BY_ONE_THREAD.contains(field.getOwner().getName())
                        || CHANGING.stream()
                                .anyMatch(ending ->
                                        field.getOwner().getSimpleName().endsWith(ending)));
    }

    private static DescribedPredicate<JavaField> setByTheCommandLineLibrary() {
        return DescribedPredicate.describe(
                "set by the command line library",
                field -> Rooms.isIn(field.getOwner(), Rooms.CLI)
                        && !field.getModifiers().contains(JavaModifier.STATIC)
                        && annotatedWith(Option.class)
                                .or(annotatedWith(Parameters.class))
                                .or(annotatedWith(Mixin.class))
                                .or(annotatedWith(Spec.class))
                                .or(annotatedWith(ParentCommand.class))
                                .test(field));
    }

    private static final class ArrayType extends DescribedPredicate<JavaClass> {
        ArrayType() {
            super("array");
        }

        @Override
        public boolean test(JavaClass type) {
            return type.isArray();
        }
    }
}
