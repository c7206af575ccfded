package org.nlcen.app;

import org.nlcen.app.base.Texts;
import org.nlcen.model.DeviceInfo;
import org.nlcen.model.Engines;
import org.nlcen.model.device.Obstacle;

/** The device in the window's language. */
final class DeviceText {
    private DeviceText() {}

    /** Name and, where the GPU is not used, why and what to do. */
    static Workspace.Device of(DeviceInfo device, Texts texts) {
        boolean cpu = device.name().startsWith("CPU");
        String name = cpu ? texts.get("device.cpu", Engines.threads()) : device.name();
        String reason = device.obstacle()
                .map(obstacle -> sentence(obstacle, device.detail(), texts))
                .orElse("");
        return new Workspace.Device(name, reason);
    }

    private static String sentence(Obstacle obstacle, String detail, Texts texts) {
        return texts.get("device." + obstacle.name(), detail);
    }
}
