package org.nlcen.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.pytorch.jni.JniUtils;
import org.nlcen.image.AppFolders;
import org.nlcen.model.device.CudaLibraries;
import org.nlcen.model.device.GpuProbe;
import org.nlcen.model.device.GpuProbe.Finding;
import org.nlcen.model.device.GpuProbe.Machine;
import org.nlcen.model.device.Natives;
import org.nlcen.model.device.NativesException;
import org.nlcen.model.device.Obstacle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one way to the engine: settings first, then the choice of the device, then a manager. */
public final class Engines {
    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);
    private static final List<Consumer<DeviceInfo>> LISTENERS = new CopyOnWriteArrayList<>();

    private static final int WARM_CHANNELS = 16;
    private static final int WARM_SIDE = 64;

    /** Held while the machine code is loaded, and for good once the process ends. */
    private static final Lock LOADING = new ReentrantLock();

    private static DeviceInfo device;
    private static volatile Device place;

    private Engines() {}

    /**
     * A manager on the CPU for work that needs the engine, with the thread count the machine allows. The caller closes it. The
     * first call loads the native libraries: half a second, a few seconds when they must be unpacked.
     *
     * @throws NativesException if the machine code cannot be unpacked, with what to do
     */
    public static NDManager open() {
        load();
        return manager(Device.cpu());
    }

    /** As {@link #open}, on the GPU where there is one that passed its check. */
    static NDManager openBest() {
        load();
        return manager(place);
    }

    private static NDManager manager(Device where) {
        NDManager manager = NDManager.newBaseManager(where);
        JniUtils.setNumThreads(threads());
        return manager;
    }

    /** The device of this process; {@link DeviceInfo#current}. */
    static synchronized DeviceInfo device() {
        if (device == null) {
            device = DeviceInfo.of(GpuProbe.look(Machine.here()));
        }
        return device;
    }

    /** Calls {@code listener} whenever the device of this process becomes another one, on any thread. */
    public static void onDevice(Consumer<DeviceInfo> listener) {
        LISTENERS.add(listener);
    }

    /** Notes that not everything computes on the GPU any more. */
    static void trouble(Obstacle obstacle, String detail) {
        tell(device().but(obstacle, detail));
    }

    private static void tell(DeviceInfo now) {
        synchronized (Engines.class) {
            device = now;
        }
        LOG.info("device: {}; {}", now.name(), now.whyNotGpu().orElse("no obstacle"));
        LISTENERS.forEach(listener -> listener.accept(now));
    }

    /** Versions of the engine and of its machine code, as "DJL 1.2.3, PyTorch 4.5.6"; loads neither. */
    public static String versions() {
        String code = Natives.find("")
                .map(natives -> natives.version().replaceFirst("-.*", ""))
                .orElse("?");
        return "DJL " + Engine.getDjlVersion() + ", PyTorch " + code;
    }

    /** Chooses the machine code before the engine's first class is loaded: a failed loading cannot be tried again. */
    private static void load() {
        if (place == null) {
            loadOnce();
        }
    }

    private static synchronized void loadOnce() {
        if (place != null) {
            return;
        }
        ProcessSettings.apply(LOADING);
        LOADING.lock();
        try {
            chooseAndLoad();
        } finally {
            LOADING.unlock();
        }
    }

    private static void chooseAndLoad() {
        System.setProperty("offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        Machine machine = Machine.here();
        Finding finding = GpuProbe.look(machine);
        Path cache = Path.of(
                System.getProperty("DJL_CACHE_DIR", AppFolders.ofUser().engine().toString()));
        GpuTrial trial = new GpuTrial(cache);
        if (finding.card().isPresent()) {
            finding =
                    trial.failedBefore() ? Finding.of(Obstacle.FAILED_BEFORE, "") : prepareGpu(cache, machine, finding);
        }
        if (finding.card().isEmpty()) {
            use(cache, "cpu");
        }
        boolean gpu = finding.card().isPresent();
        if (gpu) {
            trial.begin();
        }
        loadNatives(gpu);
        place = Device.cpu();
        DeviceInfo found = DeviceInfo.of(finding);
        if (gpu) {
            Optional<DeviceInfo> failed = SelfCheck.failure(Device.gpu());
            // a full memory is another program's doing, and gone when that ends
            if (failed.flatMap(DeviceInfo::obstacle)
                    .filter(why -> why != Obstacle.MEMORY)
                    .isEmpty()) {
                trial.passed();
            }
            place = failed.isPresent() ? Device.cpu() : Device.gpu();
            found = failed.orElse(found);
        }
        tell(found);
    }

    private static void loadNatives(boolean gpu) {
        try {
            Engine.getInstance();
        } catch (LinkageError e) {
            Throwable reason = e;
            while (reason.getCause() != null) {
                reason = reason.getCause();
            }
            String remedy = gpu
                    ? "; this was the GPU's; start the program again, and it uses the CPU"
                    : "; NLCEN_DATA may name a folder whose files may be executed";
            throw new NativesException(
                    "the engine's machine code cannot be loaded: " + reason.getMessage() + remedy, e);
        }
    }

    private static Finding prepareGpu(Path cache, Machine machine, Finding found) {
        try {
            CudaLibraries.prepare(use(cache, "cu"), machine.cudnn());
            return found;
        } catch (NativesException | IOException e) {
            LOG.error("the GPU's machine code cannot be made ready", e);
            return Finding.of(Obstacle.ENGINE, String.valueOf(e.getMessage()));
        }
    }

    private static Path use(Path cache, String flavor) {
        Natives natives = Natives.find(flavor)
                .orElseThrow(
                        () -> new IllegalStateException("no machine code of PyTorch on the class path: " + flavor));
        Path folder = AppFolders.installation().flatMap(natives::shipped).orElseGet(() -> natives.unpack(cache));
        System.setProperty("PYTORCH_LIBRARY_PATH", folder.toString());
        // where the engine's bridge to Java lies, or is put
        System.setProperty("ENGINE_CACHE_DIR", folder.getParent().getParent().toString());
        System.setProperty("PYTORCH_FLAVOR", natives.flavor());
        System.setProperty("PYTORCH_VERSION", natives.version());
        return folder;
    }

    /**
     * Whether the process may end in the middle of a computation: where the engine is not unloaded then. Elsewhere the computation
     * must be over first.
     */
    public static boolean stayAtEnd() {
        return ProcessSettings.endsAtOnce();
    }

    /** Loads the engine before anyone waits for it, and lets its threads start; returns true. */
    public static boolean warmUp() {
        try (NDManager manager = open()) {
            NDArray picture = manager.ones(new Shape(1, WARM_CHANNELS, WARM_SIDE, WARM_SIDE));
            NDArray weight = manager.ones(new Shape(WARM_CHANNELS, WARM_CHANNELS, 3, 3));
            Conv2d.conv2d(picture, weight, manager.zeros(new Shape(WARM_CHANNELS)))
                    .singletonOrThrow()
                    .sum()
                    .getFloat();
            return true;
        }
    }

    /**
     * Whether a card that can may multiply in convolutions with TF32, ten bits behind the point instead of 23: {@code
     * NLCEN_TF32}, 0 or 1, else the property {@code nlcen.tf32}, else yes, as the engine has it. Read before the engine is loaded.
     */
    public static boolean tf32() {
        return !"0".equals(System.getenv().getOrDefault("NLCEN_TF32", System.getProperty("nlcen.tf32")));
    }

    /** Threads the engine may use: {@code NLCEN_THREADS}, else one for each core. */
    public static int threads() {
        int cores = Runtime.getRuntime().availableProcessors();
        String wanted = System.getenv().getOrDefault("NLCEN_THREADS", System.getProperty("nlcen.threads"));
        if (wanted == null || !wanted.matches("[1-9]\\d{0,2}")) {
            return cores;
        }
        return Math.min(cores, Integer.parseInt(wanted));
    }
}
