package org.nlcen.house;

import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Who lives on which floor, and who may call whom (docs/design.md): a package imports only packages below it. */
@AnalyzeClasses(packages = "org.nlcen", importOptions = DoNotIncludeTests.class)
class FloorsTest {
    @ArchTest
    static final ArchRule IMAGE =
            floor("image", "pictures are what every other floor speaks about, so they may know none of them");

    @ArchTest
    static final ArchRule METRIC =
            floor("metric", "a figure must be checkable by hand from two masks, with nothing else around", "image");

    @ArchTest
    static final ArchRule DICOM =
            floor("dicom", "the rest of the program sees a SourceImage, whatever file it came from", "image", "metric");

    @ArchTest
    static final ArchRule DATASET =
            floor("dataset", "a collection on disk knows pictures and masks, not networks", "image", "metric");

    @ArchTest
    static final ArchRule NETWORK =
            floor("network", "an architecture is layers and nothing else; it can be read beside its paper");

    @ArchTest
    static final ArchRule MODEL = floor(
            "model",
            "a trained network is weights in an architecture; who attacks or trains it is not its business",
            "network",
            "dicom",
            "dataset",
            "image",
            "metric");

    @ArchTest
    static final ArchRule ATTACK = floor(
            "attack",
            "an attack needs a Segmenter and plain arrays, so that it can be tested with a gradient worked out by hand",
            "model",
            "dicom",
            "dataset",
            "image",
            "metric");

    @ArchTest
    static final ArchRule TRAINING = floor(
            "training",
            "training makes models; studies, windows and commands use it and not the other way round",
            "attack",
            "model",
            "network",
            "dicom",
            "dataset",
            "image",
            "metric");

    @ArchTest
    static final ArchRule STUDY = floor(
            "study",
            "a study runs the same with and without a window",
            "attack",
            "model",
            "network",
            "dicom",
            "dataset",
            "image",
            "metric");

    @ArchTest
    static final ArchRule NOTHING_KNOWS_THE_WINDOW = classes()
            .that()
            .resideInAPackage("org.nlcen.app..")
            .should()
            .onlyBeAccessed()
            .byAnyPackage("org.nlcen.app..")
            .because("every job of the window must also be done without one");

    @ArchTest
    static final ArchRule ONLY_THE_LAUNCHER_KNOWS_THE_COMMANDS = noClasses()
            .that()
            .resideOutsideOfPackage("org.nlcen.cli..")
            .and()
            .doNotHaveFullyQualifiedName("org.nlcen.app.Launcher")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.nlcen.cli..")
            .because("commands and window are two ways to the same floors, not to each other");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("org.nlcen.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a cycle cannot be read, tested or replaced one piece at a time");

    @ArchTest
    static final ArchRule JAVAFX_IN_THE_WINDOW_ONLY = onlyIn(
            "the toolkit needs a display and a thread of its own; no figure may depend on either",
            new String[] {"org.nlcen.app.."},
            "javafx..",
            "com.sun.javafx..",
            "org.controlsfx..",
            "atlantafx..",
            "org.kordamp..");

    @ArchTest
    static final ArchRule ENGINE_BEHIND_THE_SEGMENTER = onlyIn(
            "native memory has to be closed by hand; three packages know how, the others get plain arrays",
            new String[] {"org.nlcen.network..", "org.nlcen.model..", "org.nlcen.training.."},
            "ai.djl..");

    @ArchTest
    static final ArchRule DICOM_LIBRARY_AND_CODECS_IN_ONE_PLACE = onlyIn(
            "the library and its codecs fail in ways of their own on bad files; one package stands before them",
            new String[] {"org.nlcen.dicom.."},
            "org.aoju..",
            "com.twelvemonkeys..",
            "com.github.jaiimageio..",
            "jj2000..");

    @ArchTest
    static final ArchRule PICOCLI_IN_THE_COMMANDS_ONLY = onlyIn(
            "what a command is called is decided in one place",
            new String[] {"org.nlcen.cli.."},
            "picocli..",
            "me.tongfei..");

    @ArchTest
    static final ArchRule VIEW_MODELS_WITHOUT_CONTROLS = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene.control..", "javafx.scene.layout..", "javafx.fxml..", "javafx.stage..")
            .because("view models are tested without a toolkit")
            .allowEmptyShould(true);

    private static ArchRule floor(String name, String reason, String... below) {
        String[] own = Stream.concat(Stream.of(name), Stream.of(below))
                .map(part -> "org.nlcen." + part + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("org.nlcen." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("org.nlcen..").or(resideInAnyPackage(own)))
                .because(reason)
                .allowEmptyShould(true);
    }

    private static ArchRule onlyIn(String reason, String[] homes, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .because(reason);
    }
}
