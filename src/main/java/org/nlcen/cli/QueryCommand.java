package org.nlcen.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.nlcen.dicom.net.DicomWebClient;
import org.nlcen.dicom.net.DicomWebServer;
import org.nlcen.dicom.net.DimseClient;
import org.nlcen.dicom.net.DimseServer;
import org.nlcen.dicom.net.PacsClient;
import org.nlcen.dicom.net.RemoteStudy;
import org.nlcen.dicom.net.StudyQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nlcen query}: asks an archive and fetches studies. */
@Command(
        name = "query",
        description = {
            "Lists studies of an archive (PACS), or fetches one. Nothing is ever sent to it.",
            "Give --host for DIMSE (C-FIND, C-GET) or --web for DICOMweb (QIDO-RS, WADO-RS)."
        })
final class QueryCommand extends CliCommand {
    @Option(names = "--host", paramLabel = "HOST", description = "Archive that speaks DIMSE.")
    private String host;

    @Option(names = "--port", defaultValue = "104", paramLabel = "PORT", description = "Its port (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--called", defaultValue = "ANY-SCP", paramLabel = "AE", description = "Its title.")
    private String called;

    @Option(names = "--calling", defaultValue = "NLCEN", paramLabel = "AE", description = "Our title.")
    private String calling;

    @Option(names = "--tls", description = "Speak DIMSE through TLS.")
    private boolean tls;

    @Option(names = "--trust", paramLabel = "PEM", description = "Certificates to trust, beside none of the platform.")
    private Path trust;

    @Option(names = "--web", paramLabel = "URL", description = "Archive that speaks DICOMweb.")
    private URI web;

    @Option(names = "--timeout", defaultValue = "20", paramLabel = "S", description = "Seconds (${DEFAULT-VALUE}).")
    private int timeout;

    @Option(names = "--patient-name", defaultValue = "", paramLabel = "NAME", description = "Family*")
    private String patientName;

    @Option(names = "--patient-id", defaultValue = "", paramLabel = "ID", description = "The hospital's number.")
    private String patientId;

    @Option(names = "--date", defaultValue = "", paramLabel = "DATE", description = "20261122 or 20261101-20261130.")
    private String date;

    @Option(names = "--modality", defaultValue = "", paramLabel = "MODALITY", description = "CR, DX, ...")
    private String modality;

    @Option(names = "--retrieve", paramLabel = "UID", description = "Fetch this study into --to.")
    private String retrieve;

    @Option(names = "--to", paramLabel = "DIR", description = "Folder for fetched files.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        PacsClient client = client();
        if (retrieve != null) {
            fetch(client);
            return 0;
        }
        StudyQuery query = new StudyQuery(patientName, patientId, date, modality);
        List<RemoteStudy> studies = client.find(query, () -> false);
        for (RemoteStudy study : studies) {
            out().println(String.join(
                    "\t",
                    study.uid(),
                    study.studyDate(),
                    study.modalities(),
                    study.patientId(),
                    study.patientName(),
                    study.description(),
                    String.valueOf(study.images())));
        }
        out().flush();
        err().println(studies.size() == 1 ? "1 study" : studies.size() + " studies");
        err().flush();
        return 0;
    }

    private PacsClient client() {
        if ((host == null) == (web == null)) {
            throw new IllegalArgumentException("give either --host or --web");
        }
        Optional<Path> trusted = Optional.ofNullable(trust);
        return web == null
                ? new DimseClient(new DimseServer(host, port, called, calling, tls, trusted, timeout))
                : new DicomWebClient(new DicomWebServer(web, Optional.empty(), trusted, timeout));
    }

    private void fetch(PacsClient client) throws IOException {
        if (folder == null) {
            throw new IllegalArgumentException("--retrieve needs --to, a folder for the files");
        }
        Files.createDirectories(folder);
        List<Path> files = client.retrieve(retrieve, folder, (done, total) -> {}, () -> false);
        files.forEach(out()::println);
        out().flush();
    }
}
