package org.nlcen.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.DicomImage;
import org.nlcen.dicom.PixelDigest;
import org.nlcen.image.Explanation;
import org.nlcen.image.ImageReadException;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.SourceImage;
import org.nlcen.image.VoiTransform;
import org.nlcen.image.Windows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nlcen info}: what files are and how they are shown. */
@Command(
        name = "info",
        description = {
            "Says what files are and how they are shown. No patient data is printed.",
            "With --json one object a line: file, status (ok, not-an-image, unsupported, broken), reason, syntax, size"
                    + " (columns x rows x samples) and, for images, pixelSha256 and pixelMean of the first frame's"
                    + " stored values (32-bit little-endian signed, row by row, samples interleaved)."
        })
final class InfoCommand extends CliCommand {
    private static final Gson LINES = new GsonBuilder().disableHtmlEscaping().create();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "DICOM or picture files.")
    private List<Path> files;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        for (Path file : files) {
            Map<String, Object> facts = describe(file);
            out().println(json ? LINES.toJson(facts) : text(facts));
            out().flush();
        }
        return 0;
    }

    /** The facts in the order they are printed; never throws, so that the files behind are reached. */
    static Map<String, Object> describe(Path file) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("file", file.toString());
        facts.put("status", "ok");
        facts.put("reason", "");
        facts.put("syntax", "");
        facts.put("size", "");
        try {
            if (DicomFiles.isDicom(file)) {
                dicom(file, facts);
            } else {
                raster(file, facts);
            }
        } catch (ImageReadException e) {
            fail(facts, e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'), e.getMessage());
        } catch (OutOfMemoryError e) {
            fail(facts, "unsupported", "there is not enough memory to open it.");
        } catch (RuntimeException e) {
            fail(facts, "broken", "its contents make no sense; the file is damaged.");
        }
        return facts;
    }

    private static void fail(Map<String, Object> facts, String status, String reason) {
        facts.put("status", status);
        facts.put("reason", reason);
        facts.remove("pixelSha256");
        facts.remove("pixelMean");
    }

    private static void dicom(Path file, Map<String, Object> facts) throws ImageReadException {
        DicomHeader header = DicomFiles.header(file);
        facts.put("syntax", header.transferSyntax());
        DicomImage image = header.image();
        facts.put(
                "size",
                image.format().columns() + "x" + image.format().rows() + "x"
                        + image.format().samples());
        digest(image.stored(0), facts);
        facts.put("format", "DICOM");
        facts.put("kind", header.kind());
        facts.put("syntaxName", header.transferSyntaxName());
        facts.put("photometric", image.format().photometric());
        facts.put("bitsStored", image.format().bitsStored());
        facts.put("frames", image.frames());
        shown(image.frame(0), facts);
        facts.put("overlays", image.overlays(0).size());
        facts.put(
                "remarks", header.remarks().stream().map(Explanation::toString).toList());
    }

    private static void raster(Path file, Map<String, Object> facts) throws ImageReadException {
        SourceImage image = RasterFiles.read(file);
        PixelBlock pixels = image.pixels();
        facts.put("size", pixels.width() + "x" + pixels.height() + "x" + pixels.samples());
        digest(pixels, facts);
        facts.put("format", image.origin().format());
        facts.put("frames", image.origin().frames());
        shown(image, facts);
    }

    private static void digest(PixelBlock pixels, Map<String, Object> facts) {
        PixelDigest digest = PixelDigest.of(pixels);
        facts.put("pixelSha256", digest.sha256());
        facts.put("pixelMean", digest.mean());
    }

    private static void shown(SourceImage image, Map<String, Object> facts) {
        facts.put("inverted", image.inverted());
        facts.put(
                "windows",
                Windows.presets(image).stream().map(VoiTransform::name).toList());
        image.spacing()
                .ifPresent(mm -> facts.put(
                        "spacing",
                        Map.of(
                                "rowMm",
                                mm.rowMm(),
                                "columnMm",
                                mm.columnMm(),
                                "source",
                                mm.source().name())));
        facts.put("pixelAspect", image.aspect());
    }

    private static String text(Map<String, Object> facts) {
        StringBuilder text = new StringBuilder();
        facts.forEach((key, value) -> {
            if (!value.toString().isEmpty()) {
                text.append(text.isEmpty() ? "" : "  ")
                        .append(key)
                        .append(": ")
                        .append(value)
                        .append('\n');
            }
        });
        return text.toString().stripTrailing();
    }
}
