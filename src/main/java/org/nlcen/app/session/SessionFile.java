package org.nlcen.app.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import org.nlcen.app.attack.EpsilonScale;
import org.nlcen.app.session.SessionException.Reason;
import org.nlcen.image.AtomicFile;

/** Sessions as readable JSON files, written whole or not at all and read with distrust. */
public final class SessionFile {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
    /** Most bytes that a session is read from. */
    static final int MOST_BYTES = 64 << 20;

    private SessionFile() {}

    /** @throws IOException if it cannot be written; the file before then stays */
    public static void write(Path file, Session session) throws IOException {
        byte[] json = json(session);
        AtomicFile.write(file, out -> out.write(json));
    }

    /** @throws SessionException if the file cannot be read, is none of ours, or is damaged */
    public static Session read(Path file) throws SessionException {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new SessionException(Reason.DAMAGED, name, null);
            }
            return parse(name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new SessionException(Reason.UNREADABLE, name, e);
        }
    }

    /** A session as it is in a file. */
    static byte[] json(Session session) {
        return GSON.toJson(session).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @param name of the file, for a message
     * @throws SessionException if it is none of ours, too long or damaged
     */
    static Session parse(String name, byte[] json) throws SessionException {
        if (json.length > MOST_BYTES) {
            throw new SessionException(Reason.DAMAGED, name, null);
        }
        try {
            return checked(name, GSON.fromJson(new String(json, StandardCharsets.UTF_8), Session.class));
        } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new SessionException(Reason.DAMAGED, name, e);
        }
    }

    private static Session checked(String name, Session session) throws SessionException {
        if (session != null && session.format() > Session.FORMAT) {
            throw new SessionException(Reason.TOO_NEW, name, null);
        }
        boolean whole = session != null
                && session.format() >= 1
                && session.image() != null
                && (session.image().file() == null) != (session.image().phantom() == null)
                && session.image().frame() >= 0
                && session.view() != null
                && finite(
                        session.view().zoom(),
                        session.view().centerX(),
                        session.view().centerY())
                && session.window() != null
                && finite(session.window().center(), session.window().width())
                && session.attack() != null
                && Plans.understood(session.attack())
                && session.attack().epsilon() >= 0
                && session.attack().epsilon() <= EpsilonScale.MAX
                && session.networks().stream().allMatch(network -> network.id() != null && network.sha256() != null)
                && session.numbers().stream().map(Session.Measured::model).allMatch(Objects::nonNull);
        if (!whole) {
            throw new SessionException(Reason.DAMAGED, name, null);
        }
        return session;
    }

    private static boolean finite(double... values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
