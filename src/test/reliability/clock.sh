#!/usr/bin/env bash
# clock.sh NLCEN: clocks that are wrong or jump. Needs faketime; skipped without.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
command -v faketime >/dev/null || {
    echo "skipped: faketime is not installed"
    exit 0
}
export NLCEN_DATA=$work/data
"$nlcen" phantom --kind chest --seed 3 -o "$work/chest" >/dev/null
"$nlcen" segment "$work/chest/image.png" --model nlcen-lung -o "$work/now.png"
for date in '1970-01-02 00:00:00' '2038-01-19 03:14:10' '2099-12-31 23:59:55'; do
    run faketime "$date" "$nlcen" segment "$work/chest/image.png" --model nlcen-lung -o "$work/then.png"
    says "the clock says $date" 0 ''
    holds "the same mask" cmp -s "$work/now.png" "$work/then.png"
done
run faketime -f '+0 x-50' "$nlcen" attack "$work/chest/image.png" --model nlcen-lung --epsilon 1 -o "$work/attack"
says "the clock runs backwards, fifty times as fast" 0 ''
finish
