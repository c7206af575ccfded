#!/usr/bin/env bash
# ended.sh NLCEN [MOMENTS]: the window's program is told to end (SIGTERM, as at a logout) at 20 moments, from its first steps through
# loading the engine to the middle of an attack. Each must end by itself with code 143, say nothing, leave no crash report and no
# mark of a crash. Needs xvfb, xauth, procps.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
export NLCEN_DATA=$work/data
moments=${2:-20}

if [[ -z ${NLCEN_WINDOW_INSIDE:-} ]]; then
    rm -rf "$work"
    NLCEN_WINDOW_INSIDE=1 exec xvfb-run -a -s "-screen 0 1400x950x24" "$0" "$@"
fi
program=
trap 'kill -KILL $program 2>/dev/null || true; leave' EXIT

milliseconds() {
    echo $(($(date +%s%N) / 1000000))
}

reached() { # the last milestone in the program's log
    sed -n 's/.*Milestones.*\] //p' "$NLCEN_DATA"/logs/*.log 2>/dev/null | tail -n 1 || true
}

start() {
    rm -rf "$NLCEN_DATA/logs"
    begun=$(milliseconds)
    "$nlcen" >"$work/said" 2>&1 &
    program=$!
}

end() { # keeps exit code and what was said
    told=$(milliseconds)
    kill "$program"
    run wait "$program"
    program=
    needed=$(($(milliseconds) - told))
}

# The first start may unpack the engine; the second tells how long this machine takes until the attack is under way.
for n in first second; do
    start
    until grep -qs 'image shown' "$NLCEN_DATA"/logs/*.log; do
        kill -0 "$program" || {
            cat "$work/said"
            exit 1
        }
        sleep 0.1
    done
    span=$((($(milliseconds) - begun) * 3 / 2))
    end
    holds "$n start: told to end when the image was shown, code $status after $needed ms" test "$status" = 143
done

longest=0
for ((moment = 1; moment <= moments; moment++)); do
    start
    wait=$((span * moment / moments))
    sleep "$((wait / 1000)).$(printf %03d $((wait % 1000)))"
    stage=$(reached)
    end
    problem=
    [[ $status == 143 ]] || problem+=" exit code $status;"
    [[ ! -s $work/said ]] || problem+=" it said: $(head -n 3 "$work/said");"
    [[ -z $(find "$NLCEN_DATA" -name 'hs_err*') ]] || problem+=" Java's crash report;"
    [[ -z $(find "$NLCEN_DATA/running" -type f 2>/dev/null) ]] || problem+=" a mark of a crash is left: $(ls "$NLCEN_DATA/running");"
    holds "told to end after $wait ms (${stage:-nothing reached yet}), ended $needed ms later${problem:+:$problem}" test -z "$problem"
    longest=$((needed > longest ? needed : longest))
done
echo "longest wait for the end: $longest ms"
finish
