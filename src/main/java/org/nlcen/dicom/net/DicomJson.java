package org.nlcen.dicom.net;

import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Reads the DICOM JSON model (PS3.18 annex F) as far as a study list needs it. */
final class DicomJson {
    private DicomJson() {}

    static RemoteStudy study(JsonObject object) {
        String images = text(object, "00201208");
        return new RemoteStudy(
                text(object, "0020000D"),
                text(object, "00100010"),
                text(object, "00100020"),
                text(object, "00080020"),
                text(object, "00081030"),
                text(object, "00080061"),
                images.matches("\\d{1,9}") ? Integer.parseInt(images) : -1);
    }

    /** The values of an attribute, joined; empty where it is missing. */
    private static String text(JsonObject object, String tag) {
        List<String> values = new ArrayList<>();
        JsonElement attribute = object.get(tag);
        if (attribute != null
                && attribute.isJsonObject()
                && attribute.getAsJsonObject().has("Value")) {
            for (JsonElement value : attribute.getAsJsonObject().getAsJsonArray("Value")) {
                if (value.isJsonObject() && value.getAsJsonObject().has("Alphabetic")) {
                    values.add(value.getAsJsonObject().get("Alphabetic").getAsString());
                } else if (value.isJsonPrimitive()) {
                    values.add(value.getAsString());
                }
            }
        }
        return String.join(", ", values);
    }
}
