#!/usr/bin/env bash
# no-socket.sh NLCEN [--window]   proves that the main job needs no network: no connection is made, no port is opened
#
# Runs the commands phantom and attack, with --window also the window (installers/linux/window.sh), under
# strace and reads every system call that has to do with sockets. Allowed are sockets within the machine (AF_UNIX: display,
# desktop, name cache; AF_NETLINK: questions to the kernel). Java opens and closes one unused socket for each version
# of IP, to find out whether the system knows it; those are counted. Anything that connects, binds, listens or sends to an
# address fails the test. Linux only; needs strace.
set -euo pipefail

nlcen=$(readlink -f "$1")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export NLCEN_DATA=${NLCEN_DATA:-$work/data}
watch=(strace -f --seccomp-bpf -qq -e trace=socket,connect,bind,listen,accept,accept4,sendto,sendmsg,sendmmsg)

watched() { # watched NAME COMMAND...
    local name=$1
    shift
    "${watch[@]}" -o "$work/$name.trace" "$@" >"$work/$name.out" 2>&1 || {
        cat "$work/$name.out" >&2
        exit 1
    }
    judge "$name"
}

judge() {
    local trace=$work/$1.trace bad internet local_ones
    bad=$(grep -E 'sa_family=AF_|listen\(|accept4?\(' "$trace" | grep -vE 'sa_family=AF_(UNIX|NETLINK|UNSPEC)' || true)
    internet=$(grep -cE 'socket\(AF_INET6?,' "$trace" || true)
    local_ones=$(grep -cE 'socket\(AF_(UNIX|NETLINK),' "$trace" || true)
    if grep -E 'socket\(AF_' "$trace" | grep -qvE 'AF_(UNIX|NETLINK|INET6?),'; then
        bad+=$(grep -E 'socket\(AF_' "$trace" | grep -vE 'AF_(UNIX|NETLINK|INET6?),')
    fi
    if [[ -n $bad ]]; then
        echo "FAIL  $1: $(head -n 5 <<<"$bad")" >&2
        exit 1
    fi
    echo "ok    $1: no connection, no port ($local_ones sockets within the machine, $internet opened unused by Java)"
}

watched phantom "$nlcen" phantom --kind chest --seed 3 -o "$work/chest"
watched attack "$nlcen" attack "$work/chest/image.png" --model nlcen-lung --epsilon 1 -o "$work/attack"
if [[ ${2:-} == --window ]]; then
    "$here/linux/window.sh" "$work/pictures" "${watch[@]}" -o "$work/window.trace" "$nlcen"
    judge window
fi
