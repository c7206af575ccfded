package org.nlcen.app;

/** The buttons beside the menus. */
enum ToolButton {
    OPEN("open", "mdi2f-folder-open-outline"),
    FIT("fit", "mdi2f-fit-to-page-outline"),
    ONE_TO_ONE("oneToOne", "mdi2n-numeric-1-box-outline"),
    TURN("turnRight", "mdi2r-rotate-right"),
    MIRROR("flipHorizontally", "mdi2f-flip-horizontal"),
    INVERT("invert", "mdi2i-invert-colors"),
    OVERLAY("overlay", "mdi2l-layers-outline"),
    RESET("reset", "mdi2b-backup-restore"),
    SIDE("sidePanel", "mdi2c-chart-line"),
    THEME("theme", "mdi2t-theme-light-dark");

    private final String command;
    private final String icon;

    ToolButton(String command, String icon) {
        this.command = command;
        this.icon = icon;
    }

    String command() {
        return command;
    }

    String icon() {
        return icon;
    }
}
