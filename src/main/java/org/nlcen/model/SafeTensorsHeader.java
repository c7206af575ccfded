package org.nlcen.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import org.nlcen.image.Explanation;

/**
 * What a safetensors file says of itself, every number checked: the arrays lie one behind the other, without holes and without
 * sharing, up to the end of the file. So no header can ask for more memory than the file is long.
 *
 * @param entries arrays by name
 * @param metadata free texts by name
 */
record SafeTensorsHeader(Map<String, Entry> entries, Map<String, String> metadata) {
    private static final String METADATA = "__metadata__";
    private static final int MAX_ARRAYS = 20_000;
    private static final int MAX_DIMENSIONS = 8;
    private static final int SHOWN = 80;
    private static final long MAX_BYTES = 1L << 28;

    /** One array's place in a file, from the end of the header on. */
    record Entry(DataType type, Shape shape, long begin, long end) {}

    /**
     * @param text JSON
     * @param available bytes behind the header
     * @throws IOException if anything in it is not as it must be; the message has no path
     */
    static SafeTensorsHeader parse(String text, long available) throws IOException {
        JsonObject header = object(text);
        if (header.size() > MAX_ARRAYS) {
            throw ModelLoadException.of("the header lists too many arrays");
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> value : header.entrySet()) {
            String name = shown(value.getKey());
            try {
                if (value.getKey().equals(METADATA)) {
                    value.getValue()
                            .getAsJsonObject()
                            .entrySet()
                            .forEach(given -> metadata.put(
                                    given.getKey(), given.getValue().getAsString()));
                } else {
                    entries.put(value.getKey(), entry(name, value.getValue().getAsJsonObject()));
                }
            } catch (ArithmeticException
                    | NullPointerException
                    | IllegalStateException
                    | IndexOutOfBoundsException
                    | NumberFormatException
                    | UnsupportedOperationException
                    | ClassCastException e) {
                throw new ModelLoadException(Explanation.of("the header's entry {0} is damaged", name), e);
            }
        }
        requireWhole(entries, available);
        return new SafeTensorsHeader(entries, metadata);
    }

    private static JsonObject object(String text) throws IOException {
        try {
            return JsonParser.parseString(text).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException | NumberFormatException | StackOverflowError e) {
            throw new ModelLoadException(Explanation.of("the header is not readable; the file is damaged"), e);
        }
    }

    private static Entry entry(String name, JsonObject value) throws IOException {
        DataType type =
                switch (value.get("dtype").getAsString()) {
                    case "F16" -> DataType.FLOAT16;
                    case "F32" -> DataType.FLOAT32;
                    default -> throw ModelLoadException.of("array {0} has a type other than F16 and F32", name);
                };
        JsonArray dimensions = value.getAsJsonArray("shape");
        if (dimensions.size() > MAX_DIMENSIONS) {
            throw ModelLoadException.of("array {0} has too many dimensions", name);
        }
        long[] shape = new long[dimensions.size()];
        long count = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = whole(dimensions.get(i));
            if (shape[i] < 1) {
                throw ModelLoadException.of("array {0} has an impossible shape", name);
            }
            count = Math.multiplyExact(count, shape[i]);
        }
        JsonArray offsets = value.getAsJsonArray("data_offsets");
        long begin = whole(offsets.get(0));
        long end = whole(offsets.get(1));
        long bytes = Math.multiplyExact(count, type.getNumOfBytes());
        if (offsets.size() != 2 || begin < 0 || Math.subtractExact(end, begin) != bytes || bytes > MAX_BYTES) {
            throw ModelLoadException.of("array {0} does not fit its place; the file is cut off or altered", name);
        }
        return new Entry(type, new Shape(shape), begin, end);
    }

    private static long whole(JsonElement number) {
        return number.getAsBigDecimal().longValueExact();
    }

    private static void requireWhole(Map<String, Entry> entries, long available) throws IOException {
        List<Map.Entry<String, Entry>> inOrder = new ArrayList<>(entries.entrySet());
        inOrder.sort(Comparator.comparingLong(entry -> entry.getValue().begin()));
        long at = 0;
        for (Map.Entry<String, Entry> entry : inOrder) {
            if (entry.getValue().begin() != at) {
                throw ModelLoadException.of(
                        "array {0} does not lie behind the one before; the file is cut off or altered",
                        shown(entry.getKey()));
            }
            at = entry.getValue().end();
        }
        if (at != available) {
            throw ModelLoadException.of(
                    "the arrays take {0} bytes, the file has {1} for them; it is cut off or altered", at, available);
        }
    }

    /** A name from a file as a message may show it. */
    private static String shown(String name) {
        String plain = name.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "..." : plain;
    }
}
