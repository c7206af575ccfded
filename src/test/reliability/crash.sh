#!/usr/bin/env bash
# crash.sh NLCEN [PICTURE.png]: native code brings the window down in the middle of an attack; the next start says so and offers the work.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=src/test/reliability/window-lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/window-lib.sh"

open_window
wait_for 'image shown' # the attack begins by itself
for _ in {1..120}; do # the work is kept every five seconds
    [[ -z $(find "$NLCEN_DATA/running" -name '*.nlcen' -print -quit) ]] || break
    sleep 1
done
crashed=$program
kill -SEGV "$crashed"
run wait "$crashed"
holds "the process is brought down (exit code $status)" test "$status" = 134
holds "Java's report lies among the logs" test -s "$NLCEN_DATA/logs/hs_err_pid$crashed.log"
holds "the work is kept" test -n "$(find "$NLCEN_DATA/running" -name '*.nlcen')"

open_window
wait_for 'work of a program that crashed: offered, .*SIGSEGV'
printf 'ok    the next start: %s\n' "$(log | grep -m 1 'work of a program that crashed' | sed 's/.*offered/offered/')"
sleep 10
import -window root "${2:-$work/offer.png}"
holds "it runs on" kill -0 "$program"
finish
