package org.nlcen.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.model.ModelSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrainingJobTest {
    private static final TrainingPlan PLAN =
            new TrainingPlan("unet-lung", 1, 2, 5, LearningRate.Kind.COSINE, 1e-3, Augmentation.LUNG, 1e-4);

    @TempDir
    private Path folder;

    @Test
    void whatAKilledRunWasSavingGoesAndItsCheckpointStays() throws IOException {
        Path checkpoint =
                Files.writeString(folder.resolve("checkpoint.safetensors"), "damaged, so that nothing is trained");
        Path draft = Files.writeString(folder.resolve(".checkpoint.safetensors.0a1b.tmp"), "half");
        Files.setLastModifiedTime(draft, FileTime.from(Instant.now().minusSeconds(60)));
        TrainingJob job = new TrainingJob(ModelSpec.find("unet-lung").orElseThrow(), PLAN, folder);
        TrainingJob.Material material = new TrainingJob.Material(
                TrainerTest.discs(2), Optional.empty(), new TrainingJob.Source("discs", "all", "any"), "train", 1e9);

        assertThatThrownBy(() -> job.run(material, new Silent(), () -> true)).isInstanceOf(IOException.class);

        assertThat(draft).doesNotExist();
        assertThat(checkpoint).exists();
    }

    private static final class Silent implements Trainer.Listener {
        @Override
        public void stepped(long step, long steps, double loss) {
            // never gets so far
        }

        @Override
        public void epoch(int epoch, double meanLoss, double rate) {
            // never gets so far
        }
    }
}
