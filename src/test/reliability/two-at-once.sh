#!/usr/bin/env bash
# two-at-once.sh NLCEN: two programs start for the first time at the same moment and write to the same places.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

export NLCEN_DATA=$work/data
NLCEN_DATA=$work/other "$nlcen" phantom --kind chest --seed 3 -o "$work/chest" >/dev/null
one=0
two=0
"$nlcen" segment "$work/chest/image.png" --model nlcen-lung -o "$work/lungs.png" >"$work/one" 2>&1 &
first=$!
"$nlcen" segment "$work/chest/image.png" --model nlcen-lung -o "$work/lungs.png" >"$work/two" 2>&1 || two=$?
wait "$first" || one=$?
holds "both end well ($one, $two): $(cat "$work/one" "$work/two" | tail -n 1)" test "$one$two" = 00
"$nlcen" segment "$work/chest/image.png" --model nlcen-lung -o "$work/alone.png"
holds "the mask both wrote is whole" cmp -s "$work/alone.png" "$work/lungs.png"
holds "nothing half written" no_drafts "$work"
holds "no half unpacked engine" test -z "$(find "$work/data" -name '.unpacking*')"
finish
