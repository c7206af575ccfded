#!/usr/bin/env bash
# reproducible.sh   builds the program's jar twice from the same commit, in two folders, and compares them byte by byte
#
# Needs what a build needs (JDK, Maven, the libraries already fetched). Prints the SHA-256 both have.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sums=()
for place in one another-place; do
    git clone -q "$root" "$work/$place"
    # another time zone, language and order of files in the folder must make no difference
    (cd "$work/$place" && TZ=Asia/Tokyo LC_ALL=C mvn -o -B -q -Dmaven.test.skip=true compile jar:jar)
    sums+=("$(sha256sum "$work/$place"/target/nlcen-viewer-*.jar | cut -d' ' -f1)")
done
echo "${sums[0]}"
[[ ${sums[0]} == "${sums[1]}" ]] || {
    echo "${sums[1]}" >&2
    echo "the two jars differ" >&2
    exit 1
}
