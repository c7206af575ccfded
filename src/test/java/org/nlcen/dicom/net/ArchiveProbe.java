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
    private static final int SECONDS = 10;

    private ArchiveProbe() {}

    /** Arguments: HTTP port, DICOM port, folder for files, and the files to store first (by REST, not by us). */
    public static void main(String[] arguments) throws Exception {
        String http = "http://127.0.0.1:" + arguments[0];
        int port = Integer.parseInt(arguments[1]);
        Path folder = Path.of(arguments[2]);
        fill(http, List.of(arguments).subList(3, arguments.length));
        PacsClient dimse = new DimseClient(
                new DimseServer("127.0.0.1", port, "ORTHANC", "NLCEN", false, Optional.empty(), SECONDS));
        PacsClient web = new DicomWebClient(
                new DicomWebServer(URI.create(http + "/dicom-web"), Optional.empty(), Optional.empty(), SECONDS));
        probe("dimse", dimse, Files.createDirectory(folder.resolve("dimse")));
        probe("web", web, Files.createDirectory(folder.resolve("web")));
        refusals(port);
        long threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("dicom-network"))
                .count();
        print("threads " + threads);
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

    private static void refusals(int port) {
        PacsClient nobody =
                new DimseClient(new DimseServer("127.0.0.1", port + 1, "ORTHANC", "NLCEN", false, Optional.empty(), 2));
        try {
            nobody.echo();
            print("unexpected answer");
        } catch (PacsException e) {
            print("refused: " + e.getMessage().contains("cannot be reached"));
        }
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
