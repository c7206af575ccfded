package org.nlcen.app.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.attack.Outcome;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.log.AuditLog;
import org.nlcen.attack.AttackGoal;
import org.nlcen.attack.AttackPlan;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.write.ModelIdentity;
import org.nlcen.dicom.write.SecondaryCapture;
import org.nlcen.dicom.write.SecondaryCapture.Manipulation;
import org.nlcen.dicom.write.SegmentationWriter;
import org.nlcen.dicom.write.SegmentationWriter.BinarySegment;
import org.nlcen.dicom.write.SegmentationWriter.FractionalSegment;
import org.nlcen.dicom.write.Structure;
import org.nlcen.image.Geometry;
import org.nlcen.image.Masks;
import org.nlcen.image.NetworkInputs;
import org.nlcen.image.PixelBlock;
import org.nlcen.model.ModelCard;
import org.nlcen.model.Task;

/** What the bench shows, as DICOM files; no controls, and safe off the window's thread once made. */
final class DicomExports {

    /** What one network said, taken while the window's thread could not change it. */
    private record Answer(ModelCard card, Optional<Outcome> clean, Optional<Outcome> shown) {
        /** That of the image that is shown; 0 where none is. */
        double epsilon() {
            return shown.map(Outcome::epsilon).orElse(0.0);
        }
    }

    private final OpenedImage image;
    private final AttackPlan plan;
    private final AttackGoal.Kind goalKind;
    private final Optional<ModelCard> source;
    private final List<Answer> answers;

    /** Takes the state of the bench; on the window's thread. */
    DicomExports(OpenedImage image, BenchModel bench) {
        this.image = image;
        this.plan = bench.plan();
        this.goalKind = plan.goal().kindWith(bench.truth());
        this.source = bench.source().map(ColumnModel::card);
        this.answers = bench.columns().stream()
                .map(column -> new Answer(column.card(), column.clean(), column.shown()))
                .toList();
    }

    /** Whether a segmentation can refer to the image. */
    static boolean canSegment(OpenedImage image, BenchModel bench) {
        return image != null
                && image.frames().header().isPresent()
                && bench.columns().stream().anyMatch(column -> column.clean().isPresent());
    }

    /**
     * Writes the answers to the clean image, one segment a network. Answers to attacked images are no segmentations of
     * the patient's image and stay out.
     *
     * @param fractional probabilities, else masks
     * @return number of segments
     */
    int writeSegmentation(Path target, boolean fractional) throws IOException {
        DicomHeader header = image.frames().header().orElseThrow();
        SegmentationWriter writer = new SegmentationWriter(
                header, image.source().origin().frame(), image.source().origin().frames());
        Geometry geometry = image.input().geometry();
        List<BinarySegment> masks = new ArrayList<>();
        List<FractionalSegment> probabilities = new ArrayList<>();
        for (Answer answer : answers) {
            if (answer.clean().isPresent()) {
                ModelCard card = answer.card();
                Structure structure = card.task() == Task.SKIN ? Structure.SKIN_LESION : Structure.LUNG;
                float[] foreground =
                        answer.clean().get().example().segmentation().foreground();
                if (fractional) {
                    float[] full = Masks.probabilitiesToSource(foreground, geometry);
                    probabilities.add(new FractionalSegment(card.name(), structure, identity(card), full));
                } else {
                    masks.add(new BinarySegment(
                            card.name(), structure, identity(card), Masks.toSource(foreground, geometry)));
                }
            }
        }
        if (fractional) {
            writer.writeFractional(target, probabilities);
        } else {
            writer.writeBinary(target, masks);
        }
        return masks.size() + probabilities.size();
    }

    /**
     * Writes the attacked image of every network that is shown one.
     *
     * @param folder where they go; no file there is replaced
     * @return the files
     */
    List<Path> writeAttacked(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Answer answer : answers) {
            Optional<Outcome> attacked = answer.shown().filter(outcome -> outcome.epsilon() > 0);
            if (attacked.isPresent()) {
                double epsilon = attacked.get().epsilon();
                ModelCard target = source.orElse(answer.card());
                PixelBlock pixels = NetworkInputs.toPixels(
                        attacked.get().example().image(), image.input().channels());
                String level = epsilon == Math.rint(epsilon) ? String.valueOf((int) epsilon) : String.valueOf(epsilon);
                Path file = free(folder, "manipulated-" + target.id() + "-epsilon-" + level);
                SecondaryCapture.writeAttacked(file, pixels, new Manipulation(attack(), epsilon, identity(target)));
                files.add(file);
                if (source.isPresent()) {
                    // all networks are shown the same image
                    break;
                }
            }
        }
        return files;
    }

    /** Writes a picture of the panes; text in the image's own pixels is declared. */
    void writeScreen(Path target, PixelBlock screen) throws IOException {
        StringBuilder text = new StringBuilder("Panes of NLCEN Viewer.");
        for (Answer answer : answers) {
            answer.shown().ifPresent(outcome -> text.append(' ')
                    .append(answer.card().name())
                    .append(outcome.epsilon() == 0 ? ": clean" : ": " + attack() + ", epsilon " + outcome.epsilon())
                    .append(" (weights SHA-256 ")
                    .append(answer.card().sha256())
                    .append(")."));
        }
        boolean namesInPixels = image.frames()
                .header()
                .map(DicomHeader::burnedInText)
                .filter(found -> found == DicomHeader.BurnedInText.YES || found == DicomHeader.BurnedInText.LIKELY)
                .isPresent();
        SecondaryCapture.writeScreen(target, screen, text.toString(), namesInPixels);
    }

    /** What the audit log says of {@link #writeSegmentation}. */
    Map<String, String> segmentationAudit(String kind) {
        return audit(kind, answers.stream().filter(answer -> answer.clean().isPresent()), 0);
    }

    /** What the audit log says of {@link #writeAttacked}. */
    Map<String, String> attackedAudit(String kind) {
        Stream<Answer> attacked = answers.stream().filter(answer -> answer.epsilon() > 0);
        return source.isPresent()
                ? AuditLog.export(
                        kind, method(), shownEpsilon(), List.of(source.get().sha256()))
                : audit(kind, attacked, shownEpsilon());
    }

    /** What the audit log says of {@link #writeScreen}, or of another picture of the panes. */
    Map<String, String> screenAudit(String kind) {
        return audit(kind, answers.stream().filter(answer -> answer.shown().isPresent()), shownEpsilon());
    }

    private Map<String, String> audit(String kind, Stream<Answer> of, double epsilon) {
        return AuditLog.export(
                kind,
                method(),
                epsilon,
                of.map(answer -> answer.card().sha256()).toList());
    }

    private double shownEpsilon() {
        return answers.stream().mapToDouble(Answer::epsilon).max().orElse(0);
    }

    private String method() {
        return plan.settings().method().name();
    }

    private String attack() {
        String method = method().replace('_', '-');
        String goal = goalKind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return method + ", goal " + goal;
    }

    private static ModelIdentity identity(ModelCard card) {
        String version = DicomExports.class.getPackage().getImplementationVersion();
        return new ModelIdentity(card.id(), version == null ? "development" : version, card.sha256());
    }

    private static Path free(Path folder, String name) {
        Path file = folder.resolve(name + ".dcm");
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + "-" + i + ".dcm");
        }
        return file;
    }
}
