#!/usr/bin/env bash
# smoke.sh NLCEN: uses a built or installed program once, as a person at a terminal would.
set -euo pipefail

nlcen=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export NLCEN_DATA=$work/data

failures=0
report() { # report DESCRIPTION PROBLEM, an empty problem is none
    if [[ -z $2 ]]; then
        echo "ok    $1"
    else
        echo "FAIL  $1: $2"
        sed 's/^/      /' "$work/out" "$work/err"
        failures=$((failures + 1))
    fi
}

expect() { # expect DESCRIPTION EXIT-CODE COMMAND...
    local description=$1 code=$2 actual=0 problem=
    shift 2
    "$@" >"$work/out" 2>"$work/err" || actual=$?
    [[ $actual == "$code" ]] || problem="exit code $actual instead of $code"
    report "$description" "$problem"
}

holds() { # holds DESCRIPTION STREAM PATTERN: of the command before, stream out or err
    local problem=
    grep -q "$3" "$work/$2" || problem="no $3 in $2"
    report "$1" "$problem"
}

expect "says its version" 0 "$nlcen" --version
holds "names itself" out '^NLCEN Viewer [0-9]'
expect "explains itself" 0 "$nlcen" --help
expect "refuses a misspelt command" 2 "$nlcen" segmnt
holds "says how to get help" err 'nlcen --help'

expect "draws a phantom" 0 "$nlcen" phantom --kind chest --seed 3 -o "$work/chest"
expect "writes its mask" 0 test -s "$work/chest/mask.png"
expect "lists the networks" 0 "$nlcen" models --json
cp "$work/out" "$work/models.json"
holds "knows the lung network" out '"id": "nlcen-lung"'
expect "refuses a file that is no picture" 1 "$nlcen" segment "$0" --model nlcen-lung -o "$work/none.png"
expect "says one line about it" 0 test "$(wc -l <"$work/err")" = 1

if tr -d '\n' <"$work/models.json" | grep -q '"id": "nlcen-lung"[^}]*"trained": true'; then
    expect "draws the lungs" 0 "$nlcen" segment "$work/chest/image.png" --model nlcen-lung -o "$work/lungs.png"
    expect "writes the mask" 0 test -s "$work/lungs.png"
    expect "attacks" 0 "$nlcen" attack "$work/chest/image.png" --model nlcen-lung --epsilon 2 --truth "$work/chest/mask.png" \
        -o "$work/attack"
    for file in input.png adversarial.png perturbation.png mask.png clean-mask.png result.json; do
        expect "writes $file" 0 test -s "$work/attack/$file"
    done
else
    expect "says that a network has no weights" 1 "$nlcen" segment "$work/chest/image.png" --model nlcen-lung -o "$work/lungs.png"
fi

exit $((failures > 0))
