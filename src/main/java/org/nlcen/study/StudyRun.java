package org.nlcen.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.nlcen.dataset.DatasetException;
import org.nlcen.dataset.Sample;
import org.nlcen.dataset.SampleFile;
import org.nlcen.model.Segmenter;

/**
 * Measures what a folder does not hold yet, in passes of one image or several: it may be stopped at any moment and loses no more
 * than the images of the pass under way. Damaged images are left out and told.
 */
public final class StudyRun {
    private static final double[] CLEAN = {0};

    private final RunFolder folder;
    private final List<SampleFile> files;
    private final Listener listener;

    /** Told how far it is; called on the thread that measures. */
    public interface Listener {
        /** Measuring of one network begins. */
        void begin(String model, int imagesLeft);

        /** One image is in the table. */
        void measured(String model, String image);

        /** An image that cannot be used. */
        void broken(String image, String why);
    }

    /** @param files in the order of measuring */
    public StudyRun(RunFolder folder, List<SampleFile> files, Listener listener) {
        this.folder = folder;
        this.files = List.copyOf(files);
        this.listener = listener;
    }

    /**
     * Clean and attacked figures of one network.
     *
     * @param epsilons strengths, 0 for clean
     * @param attacked how many images are attacked, from the first; of the others the clean figure is measured
     * @param batch images that share passes through the network, at least 1; each image's figures are its own but for
     *     rounding
     * @return number of images that could not be used
     * @throws IOException if the folder holds figures of other weights or the disk fails
     */
    public int measure(Segmenter segmenter, double[] epsilons, int attacked, AttackReading reading, int batch)
            throws IOException {
        folder.admit(segmenter.card());
        ResultsFile results = folder.results();
        String model = segmenter.card().id();
        List<SampleFile> attackedLeft = files.subList(0, Math.min(attacked, files.size())).stream()
                .filter(file -> !results.has(file.name(), model, epsilons))
                .toList();
        List<SampleFile> cleanLeft = files.subList(Math.min(attacked, files.size()), files.size()).stream()
                .filter(file -> !results.has(file.name(), model, CLEAN))
                .toList();
        listener.begin(model, attackedLeft.size() + cleanLeft.size());
        return measure(attackedLeft, segmenter, epsilons, reading, batch, results)
                + measure(cleanLeft, segmenter, CLEAN, reading, batch, results);
    }

    private int measure(
            List<SampleFile> left,
            Segmenter segmenter,
            double[] epsilons,
            AttackReading reading,
            int batch,
            ResultsFile results)
            throws IOException {
        int broken = 0;
        for (int start = 0; start < left.size(); start += batch) {
            List<SampleFile> group = left.subList(start, Math.min(left.size(), start + batch));
            List<Sample> samples = new ArrayList<>();
            for (SampleFile file : group) {
                try {
                    samples.add(file.read());
                } catch (DatasetException e) {
                    broken++;
                    listener.broken(file.name(), e.getMessage());
                }
            }
            if (!samples.isEmpty()) {
                results.add(ImageStudy.of(samples, segmenter, epsilons, reading, batch));
            }
            group.forEach(file -> listener.measured(segmenter.card().id(), file.name()));
        }
        return broken;
    }

    /**
     * The checks of one network's robustness.
     *
     * @param source the network whose attacks are transferred
     * @return number of images that could not be used
     */
    public int check(Segmenter segmenter, Optional<Segmenter> source, double epsilon) throws IOException {
        folder.admit(segmenter.card());
        ChecksFile checks = folder.checks();
        String model = segmenter.card().id();
        List<SampleFile> left =
                files.stream().filter(file -> !checks.has(file.name(), model)).toList();
        listener.begin(model, left.size());
        int broken = 0;
        for (SampleFile file : left) {
            try {
                checks.add(HonestyStudy.of(file.read(), segmenter, source, epsilon));
            } catch (DatasetException e) {
                broken++;
                listener.broken(file.name(), e.getMessage());
            }
            listener.measured(model, file.name());
        }
        return broken;
    }
}
