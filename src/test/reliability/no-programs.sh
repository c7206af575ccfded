#!/usr/bin/env bash
# no-programs.sh NLCEN: the window where files in the user's data folder may not be executed. A package brings its machine code and
# draws masks; otherwise one line says what to do.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
own_mounts
# shellcheck source=src/test/reliability/window-lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/window-lib.sh"

mkdir "$NLCEN_DATA"
mount -t tmpfs -o size=600m,noexec tmpfs "$NLCEN_DATA"
if [[ -f $(dirname "$nlcen")/../lib/libglass.so ]]; then
    open_window
    wait_for 'epsilon [0-9.]+ shown'
    wmctrl -i -c "$window"
    run wait "$program"
    says "window, data folder whose files may not be executed, the package brings its machine code" 0 ''
    holds "nothing was complained of" test -z "$(log | grep -E ' (WARN|ERROR) ')"
    holds "no machine code was unpacked" test -z "$(find "$NLCEN_DATA" -name '*.so*')"
else
    run "$nlcen"
    says "window, data folder whose files may not be executed" 1 'may not run from .*; NLCEN_DATA'
fi
finish
