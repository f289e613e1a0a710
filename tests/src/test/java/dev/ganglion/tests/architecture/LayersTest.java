package dev.ganglion.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/** The walls between the modules and packages, and what no class does. */
@AnalyzeClasses(packages = "dev.ganglion", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
    private static final String CONNECTOME = "dev.ganglion.connectome..";
    private static final String ENVIRONMENTS = "dev.ganglion.environments..";
    private static final String CONTROLLERS = "dev.ganglion.controllers..";
    private static final String AGENTS = "dev.ganglion.agents..";
    private static final String EXPERIMENTS = "dev.ganglion.experiments..";

    @ArchTest
    static final ArchRule CONNECTOMES_SEE_NO_OTHER_MODULE = noClasses()
            .that()
            .resideInAPackage(CONNECTOME)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ENVIRONMENTS, CONTROLLERS, AGENTS, EXPERIMENTS);

    @ArchTest
    static final ArchRule ENVIRONMENTS_SEE_NO_OTHER_MODULE = noClasses()
            .that()
            .resideInAPackage(ENVIRONMENTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CONNECTOME, CONTROLLERS, AGENTS, EXPERIMENTS);

    @ArchTest
    static final ArchRule CONTROLLERS_SEE_NO_LEARNERS = noClasses()
            .that()
            .resideInAPackage(CONTROLLERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(AGENTS, EXPERIMENTS);

    @ArchTest
    static final ArchRule CONTROLLERS_SEE_ONLY_THE_CONTRACT_OF_ENVIRONMENTS = noClasses()
            .that()
            .resideInAPackage(CONTROLLERS)
            .should()
            .dependOnClassesThat(resideInAPackage(ENVIRONMENTS)
                    .and(not(resideInAnyPackage(
                            "dev.ganglion.environments",
                            "dev.ganglion.environments.signal",
                            "dev.ganglion.environments.options",
                            "dev.ganglion.environments.random"))));

    @ArchTest
    static final ArchRule AGENTS_SEE_NO_EXPERIMENTS = noClasses()
            .that()
            .resideInAPackage(AGENTS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(EXPERIMENTS);

    @ArchTest
    static final ArchRule JBOX2D_STAYS_IN_THE_PHYSICS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ganglion.environments.physics")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jbox2d..");

    @ArchTest
    static final ArchRule TENSORFLOW_STAYS_OUT_OF_BODIES_AND_CONNECTOMES = noClasses()
            .that()
            .resideInAnyPackage(ENVIRONMENTS, CONNECTOME)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tensorflow..");

    @ArchTest
    static final ArchRule ENVIRONMENTS_STREAM_ONLY_EXPERIENCE = noClasses()
            .that()
            .resideInAnyPackage(ENVIRONMENTS, CONNECTOME)
            .and()
            .resideOutsideOfPackage("dev.ganglion.environments.stream")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.reactivex..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.ganglion.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule RANDOMNESS_IS_NAMED_AND_PASSED_IN = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class, SecureRandom.class, SplittableRandom.class, ThreadLocalRandom.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule RESULTS_DO_NOT_DEPEND_ON_THE_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(CONNECTOME, ENVIRONMENTS, CONTROLLERS, AGENTS)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.time..");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_EXITS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ganglion.experiments.cli")
            .should()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule STATE_IS_NEVER_STATIC =
            fields().that().areStatic().should().beFinal();
}
