package fr.comptoir.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The direction of the river: stages know the model and nothing of each other; what joins them lies above. */
@AnalyzeClasses(packages = "fr.comptoir", importOptions = ArchitectureTest.NoTests.class)
class ArchitectureTest {
    /** Leaves tests out, in whichever folder a build puts them. */
    static final class NoTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    private static final List<String> STAGES = List.of(
            "site", "registry", "customers", "ingest", "engine", "store", "report", "validate", "paper", "demo");

    @ArchTest
    static final ArchRule modelKnowsOnlyTheJdk = classes()
            .that()
            .resideInAPackage(within("model"))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", within("model"));

    @ArchTest
    static void stagesAreBlindToEachOther(JavaClasses classes) {
        for (String stage : STAGES) {
            String[] others = STAGES.stream()
                    .filter(other -> !other.equals(stage))
                    .map(ArchitectureTest::within)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(within(stage))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule nothingFlowsBackToWhatJoinsTheStages = noClasses()
            .that()
            .resideOutsideOfPackages(within("operation"), within("server"), within("cli"), within("benchmarks"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(within("operation"), within("server"), within("cli"));

    @ArchTest
    static final ArchRule operationsDoNotKnowTheCommandLine = noClasses()
            .that()
            .resideInAPackage(within("operation"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(within("server"), within("cli"))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theProgramDoesNotKnowItsTests = noClasses()
            .that()
            .resideOutsideOfPackage(within("testkit"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(within("testkit"));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("fr.comptoir.(**)").should().beFreeOfCycles();

    private static String within(String module) {
        return "fr.comptoir." + module + "..";
    }
}
