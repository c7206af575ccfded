package org.nlcen.app.preferences;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.nlcen.app.preferences.Preferences.Values;

/** What values may be, and how those of two programs come together. */
final class PreferenceRules {
    private static final String RECENT = "recentFiles";
    private static final int MOST_RECENT = 12;
    private static final double LEAST_SIDE = 320;
    private static final double MOST_SIDE = 16_384;

    private PreferenceRules() {}

    /** The same values with those that cannot be set back to their defaults. */
    static Values sane(Values read) {
        Values usual = new Values();
        if (read == null) {
            return usual;
        }
        read.theme = "light".equals(read.theme) ? "light" : "dark";
        read.language = Objects.requireNonNullElse(read.language, "");
        read.modelsFolder = Objects.requireNonNullElse(read.modelsFolder, "");
        read.firstWindow =
                List.of("file", "automatic", "full").contains(read.firstWindow) ? read.firstWindow : usual.firstWindow;
        read.windowWidth = within(read.windowWidth, LEAST_SIDE, MOST_SIDE, usual.windowWidth);
        read.windowHeight = within(read.windowHeight, LEAST_SIDE, MOST_SIDE, usual.windowHeight);
        read.threads = (int) within(read.threads, 0, 256, usual.threads);
        read.memoryPercent = read.memoryPercent == 0 ? 0 : (int) within(read.memoryPercent, 10, 80, 0);
        read.autosaveSeconds = (int) within(read.autosaveSeconds, 0, 3600, usual.autosaveSeconds);
        read.zoomPercent = (int) within(read.zoomPercent, 75, 200, usual.zoomPercent);
        read.recentFiles = withoutNulls(read.recentFiles);
        read.hiddenModels = withoutNulls(read.hiddenModels);
        read.shownModels = withoutNulls(read.shownModels);
        read.windows = withoutNulls(read.windows);
        read.archives =
                withoutNulls(read.archives).stream().map(SavedArchive::sane).toList();
        Map<String, String> shortcuts = new LinkedHashMap<>();
        if (read.shortcuts != null) {
            read.shortcuts.forEach((id, keys) -> {
                if (id != null && keys != null) {
                    shortcuts.put(id, keys);
                }
            });
        }
        read.shortcuts = shortcuts;
        return read;
    }

    /**
     * The file to write: of each value the own one where this program changed it since {@code base}, else what the file
     * holds now. Recent files of both are kept, the own ones first. What another version wrote and this one does not know
     * stays.
     */
    static JsonObject merge(JsonObject base, JsonObject mine, JsonObject now) {
        JsonObject merged = now.deepCopy();
        for (Map.Entry<String, JsonElement> value : mine.entrySet()) {
            String key = value.getKey();
            boolean changed = !value.getValue().equals(base.get(key));
            if (changed || !now.has(key)) {
                boolean both = key.equals(RECENT)
                        && now.has(RECENT)
                        && !now.get(RECENT).equals(base.get(RECENT));
                merged.add(key, both ? joined(value.getValue(), now.get(RECENT)) : value.getValue());
            }
        }
        return merged;
    }

    private static JsonElement joined(JsonElement first, JsonElement second) {
        if (!first.isJsonArray() || !second.isJsonArray()) {
            return first;
        }
        Set<JsonElement> files = new LinkedHashSet<>();
        first.getAsJsonArray().forEach(files::add);
        second.getAsJsonArray().forEach(files::add);
        JsonArray joined = new JsonArray();
        files.stream().limit(MOST_RECENT).forEach(joined::add);
        return joined;
    }

    private static <T> List<T> withoutNulls(List<T> list) {
        List<T> kept = new ArrayList<>();
        if (list != null) {
            list.stream().filter(Objects::nonNull).forEach(kept::add);
        }
        return kept;
    }

    private static double within(double value, double least, double most, double otherwise) {
        return value >= least && value <= most ? value : otherwise;
    }
}
