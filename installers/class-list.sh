#!/usr/bin/env bash
# class-list.sh   writes anew src/main/launcher/classes.lst: what the program has loaded when its window is there.
#
# fast-start.sh makes an archive of these classes that Java maps at the start instead of reading, checking and linking
# them. A class that is gone, or new, does no harm; make the list anew when the start has become slower.
# Needs what window.sh needs, and a build in target/nlcen.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export NLCEN_DATA=$work/data

rm -f "$root/target/nlcen/lib/nlcen.jsa"
NLCEN_JAVA_OPTIONS="-Xshare:off -XX:DumpLoadedClassList=$work/window" \
    "$root/installers/linux/window.sh" "$work/pictures" "$root/target/nlcen/bin/nlcen"
NLCEN_JAVA_OPTIONS="-Xshare:off -XX:DumpLoadedClassList=$work/command" "$root/target/nlcen/bin/nlcen" --help >"$work/help"
# Without the classes that every run names anew.
grep -hvE '^#|^jdk/proxy|[$][$]|/0x|[$]Proxy' "$work/window" "$work/command" | sed 's/ id: .*//' |
    LC_ALL=C sort -u >"$root/src/main/launcher/classes.lst"
wc -l "$root/src/main/launcher/classes.lst"
