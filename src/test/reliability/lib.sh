# shellcheck shell=bash
# Sourced by the scripts beside it. Each takes the program's launcher as argument (target/nlcen/bin/nlcen, or /usr/bin/nlcen
# of an installed package), tries one kind of misfortune and prints a line for each case with the message the user got.
set -euo pipefail

nlcen=$(readlink -f "${1:?the launcher of the program}")
work=$(mktemp -d)
failures=0

leave() {
    umount -l "$work"/*/ 2>/dev/null || true
    rm -rf --one-file-system "$work"
}
trap leave EXIT

# A mount name space of its own: what is mounted here nobody else sees, and it goes with the script.
own_mounts() {
    [[ $(id -u) == 0 ]] || {
        echo "skipped: file systems can be mounted by root only"
        exit 0
    }
    if [[ -z ${NLCEN_OWN_MOUNTS:-} ]]; then
        rm -rf "$work"
        NLCEN_OWN_MOUNTS=1 exec unshare --mount --propagation private "$0" "$nlcen"
    fi
}

drive() { # drive NAME SIZE: an empty drive of that size at $work/NAME
    mkdir -p "$work/$1"
    mount -t tmpfs -o "size=$2" tmpfs "$work/$1"
}

run() { # run COMMAND...: keeps exit code and what was said
    status=0
    "$@" >"$work/.out" 2>"$work/.err" || status=$?
}

says() { # says CASE EXIT-CODE PATTERN: the last run ended so, with one line that says why
    local line
    line=$(tail -n 1 "$work/.err")
    if [[ $status == "$2" ]] && { [[ -z $3 ]] || grep -qE "$3" "$work/.err"; } && ! grep -qE '^\s+at |Exception' "$work/.err"; then
        printf 'ok    %s: %s\n' "$1" "${line:-done}"
    else
        printf 'FAIL  %s: exit code %s, %s\n' "$1" "$status" "$(cat "$work/.err")"
        failures=$((failures + 1))
    fi
}

holds() { # holds CASE COMMAND...
    local name=$1
    shift
    if "$@"; then
        printf 'ok    %s\n' "$name"
    else
        printf 'FAIL  %s\n' "$name"
        failures=$((failures + 1))
    fi
}

no_drafts() { # in folder $1
    [[ -z $(find "$1" -name '.*.tmp' -print -quit) ]]
}

finish() {
    exit $((failures > 0))
}
