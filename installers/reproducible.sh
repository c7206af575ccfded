#!/usr/bin/env bash
# reproducible.sh   builds the program's jar twice from the last commit, in two folders, and compares them byte by byte
#
# Needs what a build needs (JDK, Maven, the libraries already fetched). Prints the commit and the SHA-256 both have.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

commit=$(git -C "$root" rev-parse HEAD) # another may be made meanwhile

build() { # build FOLDER: prints the jar's SHA-256
    git clone -q "$root" "$work/$1"
    git -C "$work/$1" checkout -q "$commit"
    (cd "$work/$1" && mvn -o -B -q -Dmaven.test.skip=true compile jar:jar >&2)
    sha256sum "$work/$1"/target/nlcen-viewer-*.jar | cut -d' ' -f1
}

# The rights of new files come into the jar. Another time zone and language (Turkish has an i of its own) make no difference.
umask 022
sums=("$(TZ=Asia/Tokyo LC_ALL=C build one)")
sums+=("$(TZ=America/New_York LC_ALL=C.UTF-8 MAVEN_OPTS=-Duser.language=tr build another-place)")
echo "$commit: ${sums[0]}"
[[ ${sums[0]} == "${sums[1]}" ]] || {
    echo "${sums[1]}" >&2
    echo "the two jars differ" >&2
    exit 1
}
