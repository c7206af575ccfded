package org.nlcen.dicom.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.nlcen.dicom.parse.Limits;
import org.nlcen.dicom.parse.PixelElement;
import org.nlcen.dicom.parse.PixelElement.Segment;

/** Which fragments of encapsulated pixel data make up a frame (PS3.5 A.4). */
final class FrameLocator {
    private final PixelElement pixels;
    private final int frames;

    FrameLocator(PixelElement pixels, int frames) {
        this.pixels = pixels;
        this.frames = frames;
    }

    /** The code stream of a frame, its fragments joined. */
    byte[] read(int frame) throws IOException {
        List<Segment> fragments = fragmentsOf(frame);
        long length = fragments.stream().mapToLong(Segment::length).sum();
        if (fragments.isEmpty() || length == 0) {
            throw CodecException.broken("the pixel data of frame {0} are missing", frame + 1);
        }
        if (length > 2L * Limits.FRAME_SAMPLES) {
            throw CodecException.unsupported("a compressed frame is larger than any clinical one");
        }
        byte[] joined = new byte[(int) length];
        int at = 0;
        for (Segment fragment : fragments) {
            byte[] part = pixels.source().read(fragment.offset(), (int) fragment.length());
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    private List<Segment> fragmentsOf(int frame) throws IOException {
        List<Segment> segments = pixels.segments();
        if (segments.isEmpty()) {
            return List.of();
        }
        List<Segment> fragments = segments.subList(1, segments.size());
        if (frames == 1) {
            return fragments;
        }
        if (fragments.size() == frames) {
            return fragments.subList(frame, frame + 1);
        }
        List<Integer> starts = startsFromTable(segments.get(0), fragments);
        if (starts.size() != frames) {
            starts = startsFromMarkers(fragments);
        }
        if (frame >= starts.size()) {
            return List.of();
        }
        int end = frame + 1 < starts.size() ? starts.get(frame + 1) : fragments.size();
        return fragments.subList(starts.get(frame), end);
    }

    /** Fragment indices from the basic offset table, empty where it does not fit. */
    private List<Integer> startsFromTable(Segment table, List<Segment> fragments) throws IOException {
        if (table.length() != 4L * frames || fragments.isEmpty()) {
            return List.of();
        }
        byte[] offsets = pixels.source().read(table.offset(), (int) table.length());
        long origin = fragments.get(0).offset() - 8;
        List<Integer> starts = new ArrayList<>();
        int fragment = 0;
        for (int i = 0; i < frames; i++) {
            long offset = (offsets[4 * i] & 0xffL)
                    | (offsets[4 * i + 1] & 0xffL) << 8
                    | (offsets[4 * i + 2] & 0xffL) << 16
                    | (offsets[4 * i + 3] & 0xffL) << 24;
            while (fragment < fragments.size() && fragments.get(fragment).offset() - 8 < origin + offset) {
                fragment++;
            }
            if (fragment == fragments.size() || fragments.get(fragment).offset() - 8 != origin + offset) {
                return List.of();
            }
            starts.add(fragment);
        }
        return starts;
    }

    /** Fragments that begin as a code stream does: JPEG's SOI or JPEG 2000's SOC. */
    private List<Integer> startsFromMarkers(List<Segment> fragments) throws IOException {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < fragments.size(); i++) {
            Segment fragment = fragments.get(i);
            if (fragment.length() < 2) {
                continue;
            }
            byte[] mark = pixels.source().read(fragment.offset(), 2);
            int marker = (mark[0] & 0xff) << 8 | (mark[1] & 0xff);
            if (marker == 0xffd8 || marker == 0xff4f) {
                starts.add(i);
            }
        }
        return starts;
    }
}
