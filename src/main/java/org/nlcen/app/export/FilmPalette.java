package org.nlcen.app.export;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The 256 colours of one frame of a film. Three quarters of them are for the frame's own greys, without which a radiograph
 * shows bands; the rest stand for its colours. What has no colour of its own is dithered by error diffusion (Floyd and
 * Steinberg 1976); what has one is left alone, so that writing stays sharp.
 */
final class FilmPalette {
    private static final int MOST = 256;
    private static final int MOST_GREYS = 192;
    private static final int CHANNELS = 3;
    private static final double RIGHT = 7 / 16.0;
    private static final double[] BELOW = {3 / 16.0, 5 / 16.0, 1 / 16.0};

    /** The greys first. */
    private final int[] palette;

    private final int greys;
    private final Map<Integer, Integer> places = new HashMap<>();

    private FilmPalette(BufferedImage picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        List<Integer> plain = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        counts.keySet().forEach(rgb -> (grey(rgb) ? plain : others).add(rgb));
        List<Integer> chosen = new ArrayList<>(choose(plain, Math.max(MOST_GREYS, MOST - others.size()), counts));
        greys = chosen.size();
        chosen.addAll(choose(others, MOST - greys, counts));
        chosen.forEach(rgb -> places.put(rgb, places.size()));
        palette = chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The same picture with at most 256 colours; one that has no more keeps all of its own. */
    static BufferedImage reduce(BufferedImage picture) {
        return new FilmPalette(picture).draw(picture);
    }

    /** Colours that are near each other, to be shown as the one that occurs most. */
    private record Box(List<Integer> members, int channel, int low, int high) {
        static Box of(List<Integer> members) {
            Box widest = null;
            for (int channel = 0; channel < CHANNELS; channel++) {
                int shown = channel;
                int low =
                        members.stream().mapToInt(rgb -> part(rgb, shown)).min().orElseThrow();
                int high =
                        members.stream().mapToInt(rgb -> part(rgb, shown)).max().orElseThrow();
                if (widest == null || high - low > widest.range()) {
                    widest = new Box(members, channel, low, high);
                }
            }
            return widest;
        }

        int range() {
            return high - low;
        }

        Box half(boolean upper) {
            int middle = (low + high) / 2;
            return of(members.stream()
                    .filter(rgb -> part(rgb, channel) > middle == upper)
                    .toList());
        }
    }

    /** Halves the largest box of colours until there are enough, and takes the most frequent one of each. */
    private static List<Integer> choose(List<Integer> from, int most, Map<Integer, Integer> counts) {
        if (from.isEmpty()) {
            return from;
        }
        PriorityQueue<Box> boxes =
                new PriorityQueue<>(Comparator.comparingInt(Box::range).reversed());
        boxes.add(Box.of(from));
        while (boxes.size() < most && boxes.peek().range() > 0) {
            Box largest = boxes.remove();
            boxes.add(largest.half(false));
            boxes.add(largest.half(true));
        }
        return boxes.stream()
                .map(box -> box.members().stream()
                        .max(Comparator.comparing(counts::get))
                        .orElseThrow())
                .toList();
    }

    private BufferedImage draw(BufferedImage picture) {
        int width = picture.getWidth();
        BufferedImage reduced = new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model());
        WritableRaster raster = reduced.getRaster();
        double[][] errors = new double[width + 2][CHANNELS];
        for (int y = 0; y < picture.getHeight(); y++) {
            double[][] below = new double[width + 2][CHANNELS];
            for (int x = 0; x < width; x++) {
                int rgb = picture.getRGB(x, y) & 0xffffff;
                Integer exact = places.get(rgb);
                raster.setSample(x, y, 0, exact == null ? dithered(rgb, x, errors, below) : exact);
            }
            errors = below;
        }
        return reduced;
    }

    /** The place of the nearest colour; passes on what it differs by, in arrays that begin one pixel left of the picture. */
    private int dithered(int rgb, int x, double[][] row, double[][] below) {
        double[] wanted = new double[CHANNELS];
        for (int channel = 0; channel < CHANNELS; channel++) {
            wanted[channel] = part(rgb, channel) + row[x + 1][channel];
        }
        int nearest = nearest(wanted, grey(rgb) ? greys : palette.length);
        for (int channel = 0; channel < CHANNELS; channel++) {
            double error = wanted[channel] - part(palette[nearest], channel);
            row[x + 2][channel] += RIGHT * error;
            for (int i = 0; i < BELOW.length; i++) {
                below[x + i][channel] += BELOW[i] * error;
            }
        }
        return nearest;
    }

    private int nearest(double[] wanted, int among) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < among; i++) {
            double distance = 0;
            for (int channel = 0; channel < CHANNELS; channel++) {
                double difference = wanted[channel] - part(palette[i], channel);
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private IndexColorModel model() {
        byte[][] parts = new byte[CHANNELS][palette.length];
        for (int i = 0; i < palette.length; i++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                parts[channel][i] = (byte) part(palette[i], channel);
            }
        }
        return new IndexColorModel(8, palette.length, parts[0], parts[1], parts[2]);
    }

    private static boolean grey(int rgb) {
        return part(rgb, 0) == part(rgb, 1) && part(rgb, 1) == part(rgb, 2);
    }

    private static int part(int rgb, int channel) {
        return rgb >> 16 - 8 * channel & 0xff;
    }
}
