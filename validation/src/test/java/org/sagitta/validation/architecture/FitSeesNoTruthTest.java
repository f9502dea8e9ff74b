package org.sagitta.validation.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.BatchTrackFitter;
import org.sagitta.kalman.batch.FitBlock;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.batch.TrajectoryBlock;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.measurement.Hit;

/**
 * The fit sees hits and the conditions of the reconstruction, nothing else. That {@code kalman} knows no other module but
 * geometry and fieldmap, and {@code data} not the fit, is in {@link ModuleOrderTest}; here, that hits carry no truth and that
 * nothing but hits is handed in.
 */
@AnalyzeClasses(packages = Rooms.ROOT, importOptions = Rooms.MainOnly.class)
class FitSeesNoTruthTest {

    /** Classes that build a fit and so decide which conditions it gets: those of the reconstruction, or ideal ones. */
    private static final Set<String> BUILDERS = Set.of("ChainFit", "RecordedTrackFitter", "YardstickRun");

    private static final Set<Class<?>> HITS_AND_RESULTS =
            Set.of(List.class, HitBlock.class, FitBlock.class, TrajectoryBlock.class);

    @Test
    void aHitIsASensorAndItsCoordinates() {
        for (Class<?> hit : Hit.class.getPermittedSubclasses()) {
            List<Class<?>> components = Arrays.stream(hit.getRecordComponents())
                    .<Class<?>>map(RecordComponent::getType)
                    .toList();
            assertEquals(int.class, components.get(0), hit.getName());
            assertTrue(components.size() <= 3, hit.getName());
            components.subList(1, components.size()).forEach(c -> assertEquals(double.class, c, hit.getName()));
        }
    }

    /** One by one, as a list, or from another block, of which the same is true. */
    @Test
    void aBlockOfHitsIsFilledWithHits() {
        for (Method method : publicMethods(HitBlock.class)) {
            for (Class<?> parameter : method.getParameterTypes()) {
                assertTrue(
                        Set.of(List.class, HitBlock.class, int.class, double.class)
                                .contains(parameter),
                        method.toString());
            }
        }
    }

    @Test
    void aFitIsHandedHits() {
        for (Class<?> fitter : List.of(TrackFitter.class, BatchTrackFitter.class)) {
            for (Method method : publicMethods(fitter)) {
                for (Class<?> parameter : method.getParameterTypes()) {
                    assertTrue(HITS_AND_RESULTS.contains(parameter), method.toString());
                }
            }
        }
    }

    @Test
    void aFitHasOneWorld() {
        for (Constructor<?> constructor : TrackFitter.class.getConstructors()) {
            long worlds = Arrays.stream(constructor.getParameterTypes())
                    .filter(Conditions.class::equals)
                    .count();
            assertEquals(1, worlds, constructor.toString());
        }
    }

    /** Matter beside the sensors is part of the truth; the fit knows planes. */
    @ArchTest
    static final ArchRule FIT_KNOWS_NO_MATTER_BESIDE_THE_SENSORS = noClasses()
            .that()
            .resideInAnyPackage("org.sagitta.kalman..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.sagitta.geometry.passive..");

    /** A new class here has to be looked at: does it hand the truth to the fit? */
    @ArchTest
    void fewClassesBuildFits(JavaClasses classes) {
        Set<String> builders = classes.stream()
                .filter(resideInAPackage(Rooms.VALIDATION).or(resideInAPackage(Rooms.DATA)))
                .flatMap(c -> c.getAccessesFromSelf().stream())
                .filter(access -> access instanceof JavaConstructorCall
                        || access.getTarget().getName().equals("create"))
                .filter(access -> isFitter(access.getTargetOwner().getSimpleName()))
                .map(access -> access.getOriginOwner().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(BUILDERS), builders);
    }

    private static boolean isFitter(String name) {
        return name.equals("BatchTrackFitters")
                || (name.endsWith("TrackFitter") && !name.equals("RecordedTrackFitter"));
    }

    private static List<Method> publicMethods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()))
                .toList();
    }
}
