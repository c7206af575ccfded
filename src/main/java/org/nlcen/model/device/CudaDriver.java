package org.nlcen.model.device;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;

/** The driver's own library, which comes with every installed driver: {@code libcuda.so.1}, {@code nvcuda.dll}. */
public final class CudaDriver implements Driver {
    private static final int NAME_BYTES = 256;
    private static final int CAPABILITY_MAJOR = 75;
    private static final int CAPABILITY_MINOR = 76;

    private final String library;

    public CudaDriver() {
        this(Platform.isWindows() ? "nvcuda" : "libcuda.so.1");
    }

    /** @param library name or path */
    CudaDriver(String library) {
        this.library = library;
    }

    /** The part of CUDA's driver interface that describes cards; names and types are NVIDIA's. */
    private interface Cuda extends Library {
        int cuInit(int flags);

        int cuDriverGetVersion(IntByReference version);

        int cuDeviceGetCount(IntByReference count);

        int cuDeviceGet(IntByReference device, int ordinal);

        int cuDeviceGetName(byte[] name, int length, int device);

        int cuDeviceGetAttribute(IntByReference value, int attribute, int device);

        int cuDeviceTotalMem_v2(LongByReference bytes, int device);
    }

    @Override
    public Optional<Answer> ask() {
        if (Platform.isMac()) {
            return Optional.empty();
        }
        Cuda cuda;
        try {
            cuda = Native.load(library, Cuda.class);
        } catch (UnsatisfiedLinkError e) {
            return Optional.empty();
        }
        IntByReference number = new IntByReference();
        cuda.cuDriverGetVersion(number);
        int version = number.getValue();
        int error = cuda.cuInit(0);
        if (error == 0) {
            error = cuda.cuDeviceGetCount(number);
        }
        if (error != 0) {
            return Optional.of(new Answer(version, error, List.of()));
        }
        List<Card> cards = new ArrayList<>();
        int count = number.getValue();
        for (int ordinal = 0; ordinal < count; ordinal++) {
            cuda.cuDeviceGet(number, ordinal);
            cards.add(card(cuda, number.getValue()));
        }
        return Optional.of(new Answer(version, 0, cards));
    }

    private static Card card(Cuda cuda, int device) {
        byte[] name = new byte[NAME_BYTES];
        cuda.cuDeviceGetName(name, NAME_BYTES - 1, device);
        LongByReference bytes = new LongByReference();
        cuda.cuDeviceTotalMem_v2(bytes, device);
        return new Card(
                Native.toString(name, StandardCharsets.US_ASCII.name()),
                attribute(cuda, CAPABILITY_MAJOR, device),
                attribute(cuda, CAPABILITY_MINOR, device),
                bytes.getValue());
    }

    private static int attribute(Cuda cuda, int attribute, int device) {
        IntByReference value = new IntByReference();
        cuda.cuDeviceGetAttribute(value, attribute, device);
        return value.getValue();
    }
}
