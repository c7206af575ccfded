package org.nlcen.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import org.nlcen.image.Mask;
import org.nlcen.image.Masks;
import org.nlcen.image.NetworkInput;
import org.nlcen.image.NetworkInputs;
import org.nlcen.image.phantom.ChestPhantom;
import org.nlcen.image.phantom.Phantom;
import org.nlcen.image.phantom.SkinPhantom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What networks answered to one phantom on the CPU when their weights were taken in, by the hash of the weights: a few sums
 * that no wrong weight, layer or device leaves as they are. {@code nlcen models answers} makes them.
 */
public final class StoredAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(StoredAnswers.class);
    /** Devices add in another order; the sums of 65,536 numbers differ by far less than this part. */
    private static final double TOLERANCE = 2e-3;

    private static final long SEED = 1;

    /** How an answer stands to the stored one. */
    public enum Match {
        /** None is stored for these weights. */
        NONE,
        SAME,
        DIFFERENT
    }

    /**
     * One network's answer.
     *
     * @param model id of the network, for who reads the file
     * @param sum of all probabilities
     * @param edge sum of the differences of neighbours in a row
     * @param gradient sum of the gradient's magnitudes
     */
    public record Answer(String model, double sum, double edge, double gradient) {}

    /**
     * What every network is asked.
     *
     * @param input the first phantom of the task
     * @param truth its exact mask at 256x256; the gradient is that towards its inverse
     */
    public record Question(NetworkInput input, Mask truth) {
        public static Question of(Task task) {
            boolean skin = task == Task.SKIN;
            Phantom phantom = skin ? SkinPhantom.of(SEED) : ChestPhantom.of(SEED);
            return new Question(NetworkInputs.of(phantom.image(), skin), Masks.toNetwork(phantom.mask()));
        }
    }

    private final Map<String, Answer> answers;

    public StoredAnswers(Map<String, Answer> answers) {
        this.answers = Map.copyOf(answers);
    }

    /** Those the program brings. */
    public static StoredAnswers read() {
        try (InputStream in = StoredAnswers.class.getResourceAsStream("answers.json")) {
            if (in == null) {
                return new StoredAnswers(Map.of());
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            Map<String, Answer> read = new Gson().fromJson(reader, new TypeToken<Map<String, Answer>>() {}.getType());
            return new StoredAnswers(read == null ? Map.of() : read);
        } catch (IOException | JsonParseException e) {
            LOG.error("The stored answers cannot be read", e);
            return new StoredAnswers(Map.of());
        }
    }

    /** Asks a network; takes a forward pass and a gradient. */
    public static Answer ask(Segmenter network) {
        Question question = Question.of(network.card().task());
        NetworkInput input = question.input();
        float[] foreground = network.segment(input).foreground();
        float[] gradient = network.inputGradient(
                        input.values(), input.channels(), question.truth().inverse())
                .gradient();
        return of(network.card().id(), foreground, gradient);
    }

    /** The sums of an answer. */
    public static Answer of(String model, float[] foreground, float[] gradient) {
        double sum = 0;
        double edge = 0;
        for (int i = 0; i < foreground.length; i++) {
            sum += foreground[i];
            edge += i == 0 ? 0 : Math.abs(foreground[i] - foreground[i - 1]);
        }
        double magnitude = 0;
        for (float value : gradient) {
            magnitude += Math.abs(value);
        }
        return new Answer(model, sum, edge, magnitude);
    }

    /** Whether an answer is stored for weights of this hash. */
    public boolean has(String sha256) {
        return answers.containsKey(sha256);
    }

    /** Compares an answer to the {@link Question}. */
    public Match compare(ModelCard card, float[] foreground, float[] gradient) {
        Answer wanted = answers.get(card.sha256());
        Answer found = of(card.id(), foreground, gradient);
        LOG.info("self-test of weights {}: {}", card.sha256(), found);
        if (wanted == null) {
            return Match.NONE;
        }
        boolean same =
                near(wanted.sum, found.sum) && near(wanted.edge, found.edge) && near(wanted.gradient, found.gradient);
        return same ? Match.SAME : Match.DIFFERENT;
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }
}
