# shellcheck shell=bash
# Sourced after lib.sh by the scripts that use the window; they run themselves under Xvfb. Needs xvfb, xauth, openbox, wmctrl, xdotool,
# imagemagick, procps. PATIENCE (600) is how many seconds one step may take at most.
patience=${PATIENCE:-600}
export NLCEN_DATA=$work/data

if [[ -z ${NLCEN_WINDOW_INSIDE:-} ]]; then
    rm -rf "$work"
    NLCEN_WINDOW_INSIDE=1 exec xvfb-run -a -s "-screen 0 1400x950x24" "$0" "$@"
fi
openbox 2>/dev/null &
manager=$!
program=
trap 'kill $program "$manager" 2>/dev/null || true; leave' EXIT

log() { # what this start has written
    cat "$NLCEN_DATA"/logs/*.log 2>/dev/null | tail -n "+$((seen + 1))" || true
}

wait_for() { # wait_for PATTERN [COMMAND...]: until the log has it; COMMAND is done every ten seconds
    local pattern=$1 until=$((SECONDS + patience)) again=0
    shift
    until grep -qE "$pattern" <<<"$(log)"; do
        if [[ $SECONDS -ge $until ]] || ! kill -0 "$program" 2>/dev/null; then
            echo "not seen: $pattern" >&2
            log | tail -n 20 >&2
            exit 1
        fi
        if [[ $# -gt 0 && $SECONDS -ge $again ]]; then
            "$@"
            again=$((SECONDS + 10))
        fi
        sleep 0.5
    done
}

accept() {
    wmctrl -i -a "$window"
    xdotool key Return
}

open_window() { # starts the program; $program is its process, $window its window
    seen=$({ cat "$NLCEN_DATA"/logs/*.log 2>/dev/null || true; } | wc -l)
    "$nlcen" >"$work/output" 2>&1 &
    program=$!
    wait_for 'window shown'
    window=$(xdotool search --sync --onlyvisible --name 'NLCEN Viewer' | head -n 1)
    if grep -q 'statement of use asked for' <<<"$(log)"; then
        wait_for '\] .*ready$' accept
    fi
    wait_for 'networks: [1-9][0-9]* of'
}
