#!/usr/bin/env bash
# slider.sh NLCEN [MINUTES]: the slider is moved to a random place 200 times a minute, for ten minutes; after each minute what the process
# holds. Needs a jcmd of a JDK that is not older than the program's Java; heap is what is left after a collection.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=src/test/reliability/window-lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/window-lib.sh"
minutes=${2:-10}
RANDOM=20261128

held() { # held MINUTE MOVES
    local heap
    jcmd "$program" GC.run >/dev/null
    heap=$(jcmd "$program" GC.heap_info | sed -n 's/.*heap .*used \([0-9]*\)K.*/\1/p' | head -n 1)
    printf '%6s %6s %9s %9s %8s %8s\n' "$1" "$2" "$((heap / 1024))" \
        "$(awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$program/status")" \
        "$(awk '/^Threads/ {print $2}' "/proc/$program/status")" "$(find "/proc/$program/fd" -mindepth 1 | wc -l)"
}

open_window
wait_for 'epsilon [0-9.]+ shown'
eval "$(xdotool getwindowgeometry --shell "$window" | grep -E '^(WIDTH|HEIGHT)=')"
printf '%6s %6s %9s %9s %8s %8s\n' minute moves heap/MiB RSS/MiB threads handles
moves=0
held 0 0
for ((minute = 1; minute <= minutes; minute++)); do
    for ((move = 0; move < 200; move++)); do
        begun=$(date +%s%N)
        xdotool mousemove --window "$window" $((200 + RANDOM % (WIDTH - 500))) $((HEIGHT - 67)) click 1
        moves=$((moves + 1))
        rest=$((300 - ($(date +%s%N) - begun) / 1000000))
        [[ $rest -le 0 ]] || sleep "0.$(printf %03d "$rest")"
    done
    held "$minute" "$moves"
done
sleep 5
shown=$(log | grep -cE 'epsilon [0-9.]+ shown' || true)
holds "the slider has rested at $shown strengths that were shown" test "$shown" -gt 2
holds "nothing was complained of" test -z "$(log | grep -E ' (WARN|ERROR) ')"
wmctrl -i -c "$window"
run wait "$program"
holds "closed, exit code $status" test "$status" = 0
program=
finish
