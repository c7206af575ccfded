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

exit $((failures > 0))
