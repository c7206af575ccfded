package org.nlcen.app.base;

import org.junit.jupiter.api.Test;
import org.nlcen.app.base.Notices.Notice;

import static org.assertj.core.api.Assertions.assertThat;

class NoticesTest {

    @Test
    void aNoticeWaitsOnceUntilItIsSeen() {
        Notices notices = new Notices();
        notices.add("No room on the disk");
        notices.tell("Written: report.pdf");
        notices.add("No room on the disk");
        assertThat(notices.waiting())
                .containsExactly(new Notice("No room on the disk", true), new Notice("Written: report.pdf", false));

        notices.close(new Notice("No room on the disk", true));
        assertThat(notices.waiting()).containsExactly(new Notice("Written: report.pdf", false));
    }
}
