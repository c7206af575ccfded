package org.nlcen.dicom.parse;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.nlcen.image.Explanation;
import org.nlcen.image.ImageReadException;
import org.nlcen.image.ImageReadException.Reason;

/** Reads the header of a DICOM file, with or without file meta information (PS3.10 section 7). */
public final class DicomParser {
    private static final int PREAMBLE = 128;
    private static final int META_START = PREAMBLE + 4;
    private static final byte[] PREFIX = {'D', 'I', 'C', 'M'};

    private final Path path;
    /** The remark on a file that begins like a program, of the kind {0}. */
    public static final String PROGRAM_REMARK =
            "The first bytes are those of {0}: the file may be an image and a program at once. Do not run it.";

    private final List<Explanation> remarks = new ArrayList<>();

    private DicomParser(Path path) {
        this.path = path;
    }

    /** Whether the first bytes are those of a DICOM file; false for a file that cannot be read. */
    public static boolean looksLikeDicom(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(META_START + 8);
            return hasPrefix(head, PREAMBLE)
                    || hasPrefix(head, 0)
                    || Encoding.ofFirstElement(head, 0).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean hasPrefix(byte[] head, int at) {
        return head.length >= at + 4
                && head[at] == PREFIX[0]
                && head[at + 1] == PREFIX[1]
                && head[at + 2] == PREFIX[2]
                && head[at + 3] == PREFIX[3];
    }

    /**
     * Reads all but the pixel data.
     *
     * @throws ImageReadException if nothing could be made of the bytes
     */
    public static ParsedFile parse(Path path) throws ImageReadException {
        try {
            return new DicomParser(path).run();
        } catch (LimitExceededException e) {
            throw new ImageReadException(
                    path, Reason.UNSUPPORTED, Explanation.of("{0}; it is not opened.", e.explanation()), e);
        } catch (StackOverflowError e) {
            throw new ImageReadException(path, Reason.BROKEN, "its sequences never end; the file is damaged.", e);
        } catch (ImageReadException e) {
            throw e;
        } catch (IOException e) {
            throw new ImageReadException(
                    path, Reason.BROKEN, Explanation.of("it cannot be read: {0}.", String.valueOf(e.getMessage())), e);
        }
    }

    private ParsedFile run() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new ImageReadException(
                    path, Reason.NOT_AN_IMAGE, "there is no such file; it may have been moved or renamed.");
        }
        ByteSource file = new ByteSource.InFile(path);
        long size = file.size();
        if (size > Limits.FILE_BYTES) {
            throw new LimitExceededException("it is larger than {0} GiB", Limits.FILE_BYTES >> 30);
        }
        byte[] head = file.read(0, (int) Math.min(size, META_START + 8));
        warnOfPreamble(head);
        Attributes meta = new Attributes();
        long dataStart = 0;
        if (hasPrefix(head, PREAMBLE)) {
            dataStart = readMeta(file, META_START, meta);
        } else if (hasPrefix(head, 0)) {
            remarks.add(Explanation.of("The 128 bytes before the file's mark are missing."));
            dataStart = readMeta(file, 4, meta);
        } else if (head.length >= 8 && head[0] == 2 && head[1] == 0) {
            dataStart = readMeta(file, 0, meta);
        } else if (Encoding.ofFirstElement(head, 0).isEmpty()) {
            throw new ImageReadException(path, Reason.NOT_AN_IMAGE, "this is no DICOM file.");
        }
        String declared = meta.getString(Tag.TransferSyntaxUID, "").trim();
        return readDataSet(file, dataStart, meta, declared);
    }

    private void warnOfPreamble(byte[] head) {
        Preamble.executable(head).ifPresent(kind -> remarks.add(Explanation.of(PROGRAM_REMARK, Explanation.of(kind))));
    }

    private long readMeta(ByteSource file, long at, Attributes meta) throws IOException {
        MetaReader.End end = MetaReader.read(file, at, meta);
        if (end.damaged()) {
            remarks.add(
                    Explanation.of("The file's first part is damaged; the rest was read as far as it makes sense."));
        }
        return end.position();
    }

    private ParsedFile readDataSet(ByteSource file, long at, Attributes meta, String declared) throws IOException {
        ByteSource source = file;
        long start = at;
        if (declared.equals(TransferSyntaxUids.DEFLATED)) {
            source = new ByteSource.InMemory(inflate(file, at));
            start = 0;
        }
        if (source.size() - start < 8) {
            throw new ImageReadException(path, Reason.BROKEN, "it ends before its contents begin.");
        }
        byte[] first = source.read(start, 8);
        Optional<Encoding> found = Encoding.ofFirstElement(first, 0);
        Encoding encoding = found.orElse(Encoding.declaredBy(declared));
        if (declared.isEmpty()) {
            remarks.add(Explanation.of("The file does not say how it is encoded; that was found from its bytes."));
        } else if (encoding != Encoding.declaredBy(declared)) {
            remarks.add(Explanation.of("The file is encoded in another way than it says."));
        }
        Attributes data = new Attributes(encoding == Encoding.EXPLICIT_BIG);
        try (InputStream in = open(source, start)) {
            DataSetReader reader = new DataSetReader(in, encoding.uid(), source, start);
            reader.read(data);
            if (reader.trouble() != null) {
                remarks.add(Explanation.of("Damaged: {0}.", reader.trouble()));
            }
            String syntax = declared.isEmpty() ? encoding.uid() : declared;
            return new ParsedFile(
                    path,
                    meta,
                    data,
                    syntax,
                    Optional.ofNullable(reader.pixels()),
                    reader.trouble() == null && !reader.cutOff(),
                    remarks);
        }
    }

    private static InputStream open(ByteSource source, long at) throws IOException {
        if (source instanceof ByteSource.InMemory memory) {
            return new ByteArrayInputStream(memory.bytes(), (int) at, memory.bytes().length - (int) at);
        }
        InputStream in = Files.newInputStream(((ByteSource.InFile) source).path());
        try {
            in.skipNBytes(at);
            return new BufferedInputStream(in, 1 << 16);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The deflated part of a file (PS3.5 A.5: raw deflate; some writers add a zlib header). */
    private byte[] inflate(ByteSource file, long at) throws IOException {
        int length = Math.toIntExact(Math.min(file.size() - at, Limits.INFLATED_BYTES));
        byte[] packed = file.read(at, length);
        boolean zlib = length > 2 && packed[0] == 0x78 && ((packed[0] & 0xff) * 256 + (packed[1] & 0xff)) % 31 == 0;
        Inflater inflater = new Inflater(!zlib);
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            while (!inflater.finished()) {
                int n = inflater.inflate(buffer);
                if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    remarks.add(Explanation.of("Damaged: the compressed data end too early."));
                    break;
                }
                out.write(buffer, 0, n);
                if (out.size() > Limits.INFLATED_BYTES) {
                    throw new LimitExceededException("it unpacks to more than {0} MiB", Limits.INFLATED_BYTES >> 20);
                }
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IOException("its compressed data are damaged", e);
        } finally {
            inflater.end();
        }
    }
}
