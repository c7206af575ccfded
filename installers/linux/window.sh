#!/usr/bin/env bash
# window.sh FOLDER COMMAND [ARGUMENT...]   uses the window once, under Xvfb, as a person would
#
# Starts COMMAND, accepts the statement of use if it is asked for, waits until every trained network has answered for the
# image, moves the slider to epsilon 8, waits for the attacked answers, closes the window; nothing may be left among the
# temporary files then. Writes statement.png, clean.png and attacked.png to FOLDER and compares the last two. Waits for what
# the program writes to its log, not for seconds, so a slow machine only takes longer; PATIENCE (600) is how many seconds
# one step may take at most.
# Needs xvfb, xauth, openbox, wmctrl, xdotool, imagemagick, procps.
set -euo pipefail

if [[ -z ${NLCEN_WINDOW_INSIDE:-} ]]; then
    export NLCEN_WINDOW_INSIDE=1
    exec xvfb-run -a -s "-screen 0 1400x950x24" "$0" "$@"
fi

folder=$1
shift
mkdir -p "$folder"
logs=${NLCEN_DATA:-${XDG_DATA_HOME:-$HOME/.local/share}/nlcen-viewer}/logs
output=$(mktemp)
temporary=$(mktemp -d)
export NLCEN_JAVA_OPTIONS="${NLCEN_JAVA_OPTIONS:-} -Djava.io.tmpdir=$temporary"
patience=${PATIENCE:-600}
marked=0
seen=$({ cat "$logs"/*.log 2>/dev/null || true; } | wc -l)

openbox 2>/dev/null &
manager=$!
program=
trap 'kill $program "$manager" 2>/dev/null || true; rm -rf "$output" "$temporary"' EXIT

log() { # what this start has written
    cat "$logs"/*.log 2>/dev/null | tail -n "+$((seen + 1))" || true
}

news() { # what it has written since the last mark
    log | tail -n "+$((marked + 1))"
}

mark() {
    marked=$(log | wc -l)
}

give_up() {
    {
        echo "$1"
        tail -n 20 "$output"
        echo "log of the program:"
        log | tail -n 20
    } >&2
    import -window root "$folder/failed.png" || true
    exit 1
}

running() { # an ended process that nobody has asked for its end is still listed, as a zombie
    [[ $(ps -o stat= -p "$1" 2>/dev/null) == [!Z]* ]]
}

alive() {
    if [[ -n $program ]]; then
        running "$program"
    else
        running "$starter" || [[ $SECONDS -lt $((begun + patience)) ]]
    fi
}

wait_for() { # wait_for PATTERN [COMMAND...]: until the log has it; COMMAND is done at once and again every ten seconds
    local pattern=$1 until=$((SECONDS + patience)) again=0
    shift
    while ! grep -qE "$pattern" <<<"$(news)"; do
        alive || give_up "the program ended while this was waited for: $pattern"
        [[ $SECONDS -lt $until ]] || give_up "not after $patience s: $pattern"
        if [[ $# -gt 0 && $SECONDS -ge $again ]]; then
            "$@"
            again=$((SECONDS + 10))
        fi
        sleep 0.2
    done
    printf '%8d ms  %s\n' $((($(date +%s%N) - started) / 1000000)) "$(news | grep -E "$pattern" | tail -n 1 | sed 's/.*\] //')"
}

key() {
    wmctrl -i -a "$window"
    xdotool key "$@"
}

# towards TENTHS: a press may be lost while a machine is busy, so the way left is taken from what the program says.
towards() {
    local now way
    now=$(log | sed -n 's/.*epsilon \([0-9]*\)\.\([0-9]\) shown.*/\1\2/p' | tail -n 1)
    way=$((($1 - 10#${now:-0}) / 5))
    if [[ $way -gt 0 ]]; then
        key --delay 60 --repeat "$way" period
    elif [[ $way -lt 0 ]]; then
        key --delay 60 --repeat $((-way)) comma
    fi
}

begun=$SECONDS
started=$(date +%s%N)
"$@" >"$output" 2>&1 &
starter=$!

wait_for 'window shown'
window=$(xdotool search --sync --onlyvisible --name 'NLCEN Viewer' | head -n 1)
program=$(xdotool getwindowpid "$window" 2>/dev/null || echo "$starter")
read -r -a stat </proc/"$program"/stat # fields 14 and 15: ticks of processor time
echo "             $(((stat[13] + stat[14]) * 1000 / $(getconf CLK_TCK))) ms of processor time so far"
import -window root "$folder/statement.png"
if grep -q 'statement of use asked for' <<<"$(log)"; then
    wait_for '\] .*ready$' key Return
fi
wait_for 'image shown'
wait_for 'networks: [0-9]+ of'
if grep -q 'networks: 0 of' <<<"$(log)"; then
    give_up "no network is trained"
fi
wait_for 'epsilon [0-9.]+ shown: .'
mark
wait_for 'epsilon 0.0 shown' towards 0
import -window root "$folder/clean.png"
mark
wait_for 'epsilon 8.0 shown' towards 80
import -window root "$folder/attacked.png"

for picture in clean attacked; do
    [[ $(identify -format '%k' "$folder/$picture.png") -gt 64 ]] || give_up "the window is blank: $picture.png"
done
changed=$(compare -metric AE "$folder/clean.png" "$folder/attacked.png" null: 2>&1 || true)
echo "             $changed pixels changed with the slider"
[[ ${changed%%.*} -gt 2000 ]] || give_up "the slider changed nothing on the screen"

wmctrl -i -c "$window"
until=$((SECONDS + patience))
while running "$program"; do
    [[ $SECONDS -lt $until ]] || give_up "the program is still there $patience s after its window was closed"
    sleep 0.2
done
program=
if grep -iE 'exception|error|aborted|SIG' "$output"; then
    give_up "the program complained (above)"
fi
if log | grep -E ' (WARN|ERROR) '; then
    give_up "the program's log complains (above)"
fi
if [[ -n $(ls -A "$temporary") ]]; then
    ls -l "$temporary" >&2
    give_up "temporary files are left (above)"
fi
echo "window: statement, image, masks, slider, closed"
