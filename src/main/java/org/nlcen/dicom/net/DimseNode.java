package org.nlcen.dicom.net;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.TrustManager;

import org.aoju.bus.core.exception.InternalException;
import org.aoju.bus.image.Device;
import org.aoju.bus.image.metric.ApplicationEntity;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.Connection;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;
import org.aoju.bus.image.metric.service.BasicCEchoSCP;
import org.aoju.bus.image.metric.service.ServiceHandler;

/** Our end of one conversation; its threads end with it. */
final class DimseNode implements AutoCloseable {
    private static final String[] TLS_PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final String[] TLS_CIPHERS = {
        "TLS_AES_256_GCM_SHA384",
        "TLS_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
    };

    private final DimseServer server;
    private final Device device = new Device("nlcen-viewer");
    private final Connection own = new Connection();
    private final ApplicationEntity entity;
    private final ExecutorService workers = Executors.newCachedThreadPool(daemons());
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor(daemons());

    DimseNode(DimseServer server, StoreService store) throws IOException, GeneralSecurityException {
        this.server = server;
        this.entity = new ApplicationEntity(server.callingAe());
        entity.addConnection(own);
        device.addConnection(own);
        device.addApplicationEntity(entity);
        device.setExecutor(workers);
        device.setScheduledExecutor(timers);
        limit(own);
        if (server.tls()) {
            secure(own);
            TrustManager[] trusted = TrustedCertificates.managers(server.trusted());
            device.setTrustManager(trusted[0]);
        }
        ServiceHandler services = new ServiceHandler();
        services.addService(new BasicCEchoSCP());
        if (store != null) {
            services.addService(store);
        }
        device.setDimseRQHandler(services);
    }

    Association connect(AAssociateRQ request)
            throws IOException, InterruptedException, GeneralSecurityException, InternalException {
        Connection remote = new Connection(null, server.host(), server.port());
        if (server.tls()) {
            secure(remote);
        }
        request.setCalledAET(server.calledAe());
        request.setCallingAET(server.callingAe());
        return entity.connect(own, remote, request);
    }

    private void limit(Connection connection) {
        int millis = Math.toIntExact(server.timeoutSeconds() * 1000L);
        connection.setConnectTimeout(millis);
        connection.setRequestTimeout(millis);
        connection.setAcceptTimeout(millis);
        connection.setReleaseTimeout(millis);
        connection.setResponseTimeout(millis);
        connection.setRetrieveTimeout(millis);
    }

    private static void secure(Connection connection) {
        connection.setTlsProtocols(TLS_PROTOCOLS);
        connection.setTlsCipherSuites(TLS_CIPHERS);
        connection.setTlsNeedClientAuth(false);
    }

    private static ThreadFactory daemons() {
        return work -> {
            Thread thread = new Thread(work, "dicom-network");
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        workers.shutdown();
        timers.shutdownNow();
    }
}
