package org.nlcen.app.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.nlcen.app.drawing.DrawingModel;
import org.nlcen.app.drawing.DrawingModel.Layer;
import org.nlcen.app.library.GroundTruth;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.image.Mask;

/** The masks drawn by hand, at the image's full resolution. */
public final class DrawingsPart implements SessionPart {
    private final DrawingModel drawing;
    private JsonArray last = new JsonArray();
    private int lastRevision = -1;

    public DrawingsPart(DrawingModel drawing) {
        this.drawing = drawing;
    }

    @Override
    public String name() {
        return "drawings";
    }

    @Override
    public JsonElement save() {
        int revision = drawing.revisionProperty().get();
        if (revision != lastRevision) {
            // packing a large mask takes milliseconds, and sessions are kept every few seconds
            last = new JsonArray();
            for (Layer layer : Layer.values()) {
                drawing.drawn(layer).ifPresent(mask -> last.add(json(layer, mask)));
            }
            lastRevision = revision;
        }
        return last;
    }

    @Override
    public boolean settled() {
        return drawing.settled();
    }

    @Override
    public Runnable kept() {
        return drawing.whenSaved();
    }

    @Override
    public void inNoFile() {
        drawing.inNoFile();
    }

    /** The networks are to be measured against the drawn truth from the first. */
    @Override
    public OpenedImage prepare(OpenedImage image, JsonElement kept) {
        for (JsonElement one : kept.getAsJsonArray()) {
            if (layer(one) == Layer.TRUTH) {
                return image.with(GroundTruth.drawn(mask(one, image)));
            }
        }
        return image;
    }

    @Override
    public void restore(JsonElement kept) {
        Optional<IllegalArgumentException> damage = Optional.empty();
        for (JsonElement one : kept.getAsJsonArray()) {
            try {
                drawing.restore(layer(one), mask(one, drawing.image()));
            } catch (IllegalArgumentException e) {
                damage = Optional.of(e);
            }
        }
        if (damage.isPresent()) {
            throw damage.get();
        }
    }

    private static Layer layer(JsonElement json) {
        JsonElement name = json.getAsJsonObject().get("layer");
        if (name == null) {
            throw new IllegalArgumentException("a drawing of no layer");
        }
        return Layer.valueOf(name.getAsString().toUpperCase(Locale.ROOT));
    }

    private static Mask mask(JsonElement json, OpenedImage image) {
        return mask(
                json.getAsJsonObject(), image.source().width(), image.source().height());
    }

    static JsonObject json(Layer layer, Mask mask) {
        JsonObject json = new JsonObject();
        json.addProperty("layer", layer.name().toLowerCase(Locale.ROOT));
        json.addProperty("width", mask.width());
        json.addProperty("height", mask.height());
        json.addProperty("bits", Base64.getEncoder().encodeToString(packed(mask)));
        return json;
    }

    private static byte[] packed(Mask mask) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(mask.toBits().toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    /**
     * The size is compared before anything is unpacked: no file can ask for more memory than the image's mask takes.
     *
     * @throws IllegalArgumentException for what is no drawing of this size, or a damaged one
     */
    private static Mask mask(JsonObject json, int width, int height) {
        if (!json.has("width") || !json.has("height") || !json.has("bits")) {
            throw new IllegalArgumentException("a drawing without its pixels");
        }
        if (json.get("width").getAsInt() != width || json.get("height").getAsInt() != height) {
            throw new IllegalArgumentException("a drawing for an image of another size");
        }
        byte[] packed = Base64.getDecoder().decode(json.get("bits").getAsString());
        return Mask.of(width, height, BitSet.valueOf(unpacked(packed, (width * height + 7) / 8)));
    }

    /** @param most bytes */
    private static byte[] unpacked(byte[] packed, int most) {
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        byte[] bits = new byte[most];
        try {
            int length = 0;
            int step = 1;
            while (length < most && step > 0) {
                step = inflater.inflate(bits, length, most - length);
                length += step;
            }
            // the checksum stands behind the last byte
            inflater.inflate(new byte[1]);
            if (!inflater.finished()) {
                throw new IllegalArgumentException("a drawing that is cut off or too long");
            }
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("a damaged drawing", e);
        } finally {
            inflater.end();
        }
        return bits;
    }
}
