#!/usr/bin/env bash
# all.sh NLCEN: every script beside it, one after the other; the table of docs/reliability.md is made of its lines.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
status=0
for script in full-disk read-only unplugged no-home two-at-once clock; do
    echo "== $script"
    "$here/$script.sh" "$1" || status=1
done
exit $status
