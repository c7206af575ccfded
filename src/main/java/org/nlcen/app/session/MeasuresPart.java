package org.nlcen.app.session;

import java.util.List;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import org.nlcen.app.measure.MeasureModel;
import org.nlcen.image.measure.Shape;

/** The measurements on the image, in its pixels; their numbers are worked out anew. */
public final class MeasuresPart implements SessionPart {
    private static final Gson GSON = new Gson();
    private static final Map<String, Class<? extends Shape>> KINDS = Map.of(
            "distance", Shape.Distance.class,
            "angle", Shape.Angle.class,
            "probe", Shape.Probe.class,
            "ellipse", Shape.Ellipse.class,
            "polygon", Shape.Polygon.class);

    private final MeasureModel measures;

    public MeasuresPart(MeasureModel measures) {
        this.measures = measures;
    }

    @Override
    public String name() {
        return "measurements";
    }

    @Override
    public JsonElement save() {
        JsonArray all = new JsonArray();
        measures.all().forEach(one -> all.add(json(one.shape())));
        return all;
    }

    @Override
    public void restore(JsonElement kept) {
        List<Shape> shapes =
                kept.getAsJsonArray().asList().stream().map(MeasuresPart::shape).toList();
        measures.clear();
        shapes.forEach(measures::add);
    }

    static JsonObject json(Shape shape) {
        JsonObject json = GSON.toJsonTree(shape).getAsJsonObject();
        KINDS.forEach((name, type) -> {
            if (type.isInstance(shape)) {
                json.addProperty("kind", name);
            }
        });
        return json;
    }

    /** @throws IllegalArgumentException for what is no measurement */
    static Shape shape(JsonElement json) {
        JsonElement kind = json.getAsJsonObject().get("kind");
        Class<? extends Shape> type = kind == null ? null : KINDS.get(kind.getAsString());
        if (type == null) {
            throw new IllegalArgumentException("no such measurement: " + kind);
        }
        try {
            Shape shape = GSON.fromJson(json, type);
            if (GSON.toJsonTree(shape).getAsJsonObject().size() < type.getRecordComponents().length) {
                throw new IllegalArgumentException("a measurement without its points");
            }
            return shape;
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("no measurement", e);
        }
    }
}
