#!/usr/bin/env bash
# all.sh NLCEN [--window]: the scripts beside it, one after the other; the table of docs/reliability.md is made of their lines.
# With --window also those that open the window, the last of which moves the slider for ten minutes: they need xvfb, xauth, openbox,
# wmctrl, xdotool, imagemagick and procps, the slider's also a JDK's jcmd on the path.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scripts=(full-disk read-only unplugged no-home two-at-once clock)
case ${2:-} in
    '') ;;
    --window) scripts+=(no-programs ended crash slider) ;;
    *)
        echo "Usage: all.sh NLCEN [--window]" >&2
        exit 2
        ;;
esac
status=0
for script in "${scripts[@]}"; do
    echo "== $script"
    "$here/$script.sh" "$1" || status=1
done
exit $status
