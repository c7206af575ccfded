package org.nlcen.dicom.net;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.PixelDigest;

/**
 * Talks to an Orthanc on this computer from within a network of their own, and prints what came of it; a program and
 * not a test, since a Java process cannot change its network.
 */
public final class ArchiveProbe {
    private static final int SECONDS = 5;

    private ArchiveProbe() {}

    /**
     * Arguments: HTTP port, DICOM port, folder for files, the certificate to trust or "-" for no TLS, and the files to
     * store first (by REST, not by us).
     */
    public static void main(String[] arguments) throws Exception {
        Optional<Path> trusted =
                Optional.of(arguments[3]).filter(a -> !a.equals("-")).map(Path::of);
        boolean tls = trusted.isPresent();
        int plainPort = Integer.parseInt(arguments[0]);
        String plain = "http://127.0.0.1:" + plainPort;
        String http = tls ? "https://127.0.0.1:" + (plainPort + 1) : plain;
        int port = Integer.parseInt(arguments[1]);
        Path folder = Path.of(arguments[2]);
        fill(plain, List.of(arguments).subList(4, arguments.length));
        if (tls) {
            Path key = trusted.get().resolveSibling("key.p12");
            TlsFront front = new TlsFront(plainPort + 1, plain, key);
            probes(http, port, trusted, folder);
            front.close();
        } else {
            probes(http, port, trusted, folder);
        }
        long threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("dicom-network"))
                .count();
        print("threads " + threads);
    }

    private static void probes(String http, int port, Optional<Path> trusted, Path folder) throws IOException {
        boolean tls = trusted.isPresent();
        probe("dimse", dimse(port, tls, trusted), Files.createDirectory(folder.resolve("dimse")));
        probe("web", web(http, trusted), Files.createDirectory(folder.resolve("web")));
        refusal("nobody there", dimse(port + 1, tls, trusted));
        if (tls) {
            refusal("dimse unknown certificate", dimse(port, true, Optional.empty()));
            refusal("dimse without TLS", dimse(port, false, Optional.empty()));
            refusal("web unknown certificate", web(http, Optional.empty()));
        }
    }

    private static PacsClient dimse(int port, boolean tls, Optional<Path> trusted) {
        return new DimseClient(new DimseServer("127.0.0.1", port, "ORTHANC", "NLCEN", tls, trusted, SECONDS));
    }

    private static PacsClient web(String http, Optional<Path> trusted) {
        return new DicomWebClient(
                new DicomWebServer(URI.create(http + "/dicom-web"), Optional.empty(), trusted, SECONDS));
    }

    private static void fill(String http, List<String> files) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                client.send(
                        HttpRequest.newBuilder(URI.create(http + "/system")).build(),
                        HttpResponse.BodyHandlers.discarding());
                break;
            } catch (IOException e) {
                Thread.sleep(200);
            }
        }
        for (String file : files) {
            // A new connection each: the server may close a kept one just as it is used again, and a POST is not
            // repeated.
            client = HttpClient.newHttpClient();
            HttpRequest post = HttpRequest.newBuilder(URI.create(http + "/instances"))
                    .POST(HttpRequest.BodyPublishers.ofFile(Path.of(file)))
                    .build();
            print("stored "
                    + client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
    }

    private static void probe(String name, PacsClient client, Path folder) throws IOException {
        client.echo();
        print(name + " echo");
        List<RemoteStudy> studies = client.find(StudyQuery.ALL, () -> false);
        print(name + " studies " + studies.size());
        print(name + " nobody "
                + client.find(new StudyQuery("Nobody*", "", "", ""), () -> false)
                        .size());
        for (RemoteStudy study : studies) {
            Path place = Files.createDirectory(folder.resolve(study.patientId()));
            for (Path file : client.retrieve(study.uid(), place, (done, total) -> {}, () -> false)) {
                PixelDigest digest = PixelDigest.of(DicomFiles.open(file).stored(0));
                print(name + " " + study.patientName() + " " + digest.sha256());
            }
        }
        print(name + " cancelled " + client.find(StudyQuery.ALL, () -> true).size());
    }

    private static void refusal(String what, PacsClient client) {
        try {
            client.echo();
            print("unexpected answer: " + what);
        } catch (PacsException e) {
            print("refused " + what + ": " + e.getMessage().contains("cannot be reached"));
        }
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
