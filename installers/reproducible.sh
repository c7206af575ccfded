#!/usr/bin/env bash
# reproducible.sh [package]   builds the program's jar twice from the last commit, in two folders, and compares them byte by
# byte; with "package" every file that goes into the Linux packages, by name, rights, date, target and SHA-256
#
# Needs what a build needs (JDK, Maven, the libraries already fetched; for "package" what installers/linux/package.sh needs).
# Prints the commit and the SHA-256 both have.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
what=${1:-jar}
work=$(mktemp -d "${TMPDIR:-/var/tmp}/nlcen-twice.XXXXXX")
trap 'rm -rf "$work"' EXIT

commit=$(git -C "$root" rev-parse HEAD) # another may be made meanwhile

build() { # build FOLDER: leaves what is compared in FOLDER.compared
    git clone -q "$root" "$work/$1"
    git -C "$work/$1" checkout -q "$commit"
    if [[ $what == package ]]; then
        "$work/$1/installers/linux/package.sh" list >&2
        mv "$work/$1/target/installer/contents.txt" "$work/$1.compared"
    else
        (cd "$work/$1" && mvn -o -B -q -Dmaven.test.skip=true compile jar:jar >&2)
        mv "$work/$1"/target/nlcen-viewer-*.jar "$work/$1.compared"
    fi
    rm -rf "${work:?}/$1"
}

# The rights of new files come into the jar. Another time zone and language (Turkish has an i of its own) make no difference.
umask 022
TZ=Asia/Tokyo LC_ALL=C build one
TZ=America/New_York LC_ALL=C.UTF-8 MAVEN_OPTS=-Duser.language=tr build another-place
echo "$commit: $(sha256sum <"$work/one.compared" | cut -d' ' -f1)"
cmp -s "$work/one.compared" "$work/another-place.compared" || {
    if [[ $what == package ]]; then
        diff "$work/one.compared" "$work/another-place.compared" >&2 || true
    fi
    echo "the two differ" >&2
    exit 1
}
