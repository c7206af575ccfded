package org.nlcen.house;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

/** Habits that a compiler does not know. */
@AnalyzeClasses(packages = "org.nlcen", importOptions = DoNotIncludeTests.class)
class HabitsTest {
    @ArchTest
    static final ArchRule TERMINAL_BELONGS_TO_THE_COMMANDS = noClasses()
            .that()
            .resideOutsideOfPackage("org.nlcen.cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("a window has no terminal, and a command's results must stay clean of chatter");

    @ArchTest
    static final ArchRule ONE_LOG =
            NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.because("messages go through slf4j into one file");

    @ArchTest
    static final ArchRule SPECIFIC_EXCEPTIONS = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.because(
            "who catches must be able to tell a damaged file from a full disk");

    @ArchTest
    static final ArchRule SEEDED_CHANCE = noClasses()
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(SplittableRandom.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class)
            .because("every result can be made again from its seed");

    @ArchTest
    static final ArchRule NO_NETWORK = noClasses()
            .that()
            .resideOutsideOfPackage("org.nlcen.dicom.net..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.ServerSocket")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.URLConnection")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .because("patient images stay on the computer: nothing is sent, and only the archive reader fetches");

    @ArchTest
    static final ArchRule NO_JAVA_DESERIALISATION = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .because("a file must never be able to choose which code runs");

    @ArchTest
    static final ArchRule NO_NUMBERS_INSIDE_GRAPHS = noClasses()
            .that()
            .resideInAPackage("org.nlcen.network..")
            .or()
            .haveSimpleName("TrainingLoss")
            .should()
            .callMethod(NDArray.class, "mul", Number.class)
            .orShould()
            .callMethod(NDArray.class, "div", Number.class)
            .orShould()
            .callMethod(NDArray.class, "pow", Number.class)
            .because("the graph would point to a number that Java has given up; Scalars keeps it");
}
