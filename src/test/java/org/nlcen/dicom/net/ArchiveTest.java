package org.nlcen.dicom.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.dicom.DicomFiles;
import org.nlcen.dicom.PixelDigest;
import org.nlcen.dicom.TestDicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Against a real Orthanc, in a network namespace where nobody else can reach it. */
class ArchiveTest {
    private static final Path ORTHANC = Path.of("/usr/sbin/Orthanc");
    private static final Path WEB_PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");
    private static final int HTTP_PORT = 18042;
    private static final int DICOM_PORT = 14242;

    @TempDir
    private Path folder;

    @Test
    void asksAndFetches() throws IOException, InterruptedException {
        List<String> lines = probe("");
        assertThat(lines).contains("refused nobody there: true", "threads 0");
    }

    /** DIMSE through TLS, DICOMweb through https before it; a certificate nobody vouches for is refused. */
    @Test
    void asksAndFetchesThroughTls() throws IOException, InterruptedException {
        assumeTrue(makeCertificate(), "openssl is not installed");
        List<String> lines = probe(
                """
                , "DicomTlsEnabled": true,
                 "DicomTlsCertificate": "%1$s/cert.pem", "DicomTlsPrivateKey": "%1$s/key.pem",
                 "DicomTlsTrustedCertificates": "%1$s/cert.pem", "DicomTlsRemoteCertificateRequired": false
                """
                        .formatted(folder));
        assertThat(lines)
                .contains(
                        "refused nobody there: true",
                        "refused dimse unknown certificate: true",
                        "refused dimse without TLS: true",
                        "refused web unknown certificate: true",
                        "threads 0");
    }

    private boolean makeCertificate() throws InterruptedException {
        String key = folder.resolve("key.pem").toString();
        String certificate = folder.resolve("cert.pem").toString();
        String names = "subjectAltName=IP:127.0.0.1,DNS:localhost";
        String both = folder.resolve("key.p12").toString();
        return openssl(
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        names,
                        "-keyout",
                        key,
                        "-out",
                        certificate)
                && openssl(
                        "pkcs12", "-export", "-inkey", key, "-in", certificate, "-passout", "pass:probe", "-out", both);
    }

    private static boolean openssl(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs the probe against a server with these further settings, and returns what it printed. */
    private List<String> probe(String settings) throws IOException, InterruptedException {
        assumeTrue(Files.exists(ORTHANC), "orthanc is not installed");
        assumeTrue(Files.exists(WEB_PLUGIN), "orthanc-dicomweb is not installed");
        assumeTrue(mayMakeNetworks(), "this computer does not let us make a network namespace");
        Files.writeString(
                folder.resolve("orthanc.json"),
                """
                {"StorageDirectory": "%1$s/db", "IndexDirectory": "%1$s/db", "Plugins": ["%2$s"],
                 "HttpPort": %3$d, "DicomPort": %4$d, "DicomAet": "ORTHANC", "RemoteAccessAllowed": false,
                 "AuthenticationEnabled": false, "DicomAlwaysAllowFind": true, "DicomAlwaysAllowGet": true,
                 "DicomWeb": {"Enable": true, "Root": "/dicom-web/"}%5$s}
                """
                        .formatted(folder, WEB_PLUGIN, HTTP_PORT, DICOM_PORT, settings));
        Files.createDirectory(folder.resolve("db"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(
                folder.resolve("run.sh"),
                """
                (ip link set lo up || ifconfig lo up) 2>/dev/null
                %s "%s/orthanc.json" > "%s/orthanc.log" 2>&1 &
                server=$!
                "%s" -cp "$CLASS_PATH" org.nlcen.dicom.net.ArchiveProbe %d %d "%s" "%s" "%s" "%s"
                kill $server
                wait $server
                """
                        .formatted(
                                ORTHANC,
                                folder,
                                folder,
                                java,
                                HTTP_PORT,
                                DICOM_PORT,
                                folder,
                                settings.isEmpty() ? "-" : folder.resolve("cert.pem"),
                                image("One", 7),
                                image("Two", 9)));
        ProcessBuilder builder = new ProcessBuilder(
                "unshare", "-rn", "bash", folder.resolve("run.sh").toString());
        builder.environment().put("CLASS_PATH", System.getProperty("java.class.path"));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        List<String> lines = output.lines().toList();
        for (String way : List.of("dimse", "web")) {
            assertThat(lines).as(output).contains(way + " echo", way + " studies 2", way + " nobody 0");
            for (String name : List.of("One", "Two")) {
                String sent = PixelDigest.of(
                                DicomFiles.open(folder.resolve(name + ".dcm")).stored(0))
                        .sha256();
                assertThat(lines).as(output).contains(way + " Test^" + name + " " + sent);
            }
        }
        return lines;
    }

    private Path image(String name, int value) throws IOException {
        Attributes data = TestDicom.grey(2, 2, value, 1, 2, 3);
        data.setString(Tag.PatientName, VR.PN, "Test^" + name);
        data.setString(Tag.PatientID, VR.LO, name);
        for (int tag : new int[] {Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID}) {
            data.setString(tag, VR.UI, "1.2.3." + value + "." + (tag & 0xff));
        }
        return TestDicom.write(folder.resolve(name + ".dcm"), data);
    }

    private static boolean mayMakeNetworks() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-rn", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
