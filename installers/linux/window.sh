#!/usr/bin/env bash
# window.sh NLCEN-VIEWER PICTURE.png   opens the window under Xvfb on a phantom, photographs it, closes it.
# Needs xvfb, xauth, openbox, wmctrl, xdotool, imagemagick.
set -euo pipefail

if [[ -z ${NLCEN_WINDOW_INSIDE:-} ]]; then
    export NLCEN_WINDOW_INSIDE=1
    exec xvfb-run -a -s "-screen 0 1400x950x24" "$0" "$@"
fi

viewer=$1
picture=$2
log=$(mktemp)
openbox 2>/dev/null &
manager=$!
started=$(date +%s%N)
"$viewer" >"$log" 2>&1 &
program=$!
trap 'kill "$program" "$manager" 2>/dev/null || true; rm -f "$log"' EXIT

for _ in $(seq 600); do
    if window=$(xdotool search --onlyvisible --name 'NLCEN Viewer' 2>/dev/null | head -n 1) && [[ -n $window ]]; then
        break
    fi
    kill -0 "$program" 2>/dev/null || {
        echo "the program ended before its window came:" >&2
        cat "$log" >&2
        exit 1
    }
    sleep 0.1
done
[[ -n ${window:-} ]] || {
    echo "no window after a minute:" >&2
    cat "$log" >&2
    exit 1
}
read -r -a stat </proc/"$program"/stat # fields 14 and 15: ticks of processor time
ticks=$((stat[13] + stat[14]))
echo "window after $((($(date +%s%N) - started) / 1000000)) ms, $((ticks * 1000 / $(getconf CLK_TCK))) ms of processor time"

sleep "${NLCEN_WINDOW_WAIT:-20}" # networks load, masks are drawn
import -window root "$picture"
[[ $(identify -format '%k' "$picture") -gt 16 ]] || {
    echo "the window is blank" >&2
    exit 1
}
wmctrl -i -c "$window"
for _ in $(seq 100); do
    kill -0 "$program" 2>/dev/null || break
    sleep 0.1
done
kill -0 "$program" 2>/dev/null && {
    echo "the program is still there ten seconds after its window was closed" >&2
    exit 1
}
if grep -iE 'exception|error' "$log"; then
    echo "the program complained (above)" >&2
    exit 1
fi
echo "window opened and closed"
