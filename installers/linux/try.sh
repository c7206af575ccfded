#!/usr/bin/env bash
# try.sh PACKAGE.deb [PICTURE-OF-THE-WINDOW.png]
#
# Installs the package in a new, empty Debian made by debootstrap, uses it once without any network as an ordinary user
# (commands, then the window under Xvfb), removes it and looks for traces. Needs root, debootstrap and a Debian mirror.
set -euo pipefail

package=$(readlink -f "$1")
picture=${2:-}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
suite=${SUITE:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}
clean=$(mktemp -d "${TMPDIR:-/var/tmp}/nlcen-clean.XXXXXX")

leave() {
    umount "$clean/proc" 2>/dev/null || true
    rm -rf --one-file-system "$clean"
}
trap leave EXIT
chmod 755 "$clean"

inside() {
    chroot "$clean" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

as_reader() { # an ordinary user, with no network at all
    unshare --net chroot "$clean" su - reader -c "$*"
}

step() {
    printf '%(%H:%M:%S)T  %s\n' -1 "$*"
}

fingerprint() { # every file with size and kind; without what apt and caches keep of their own
    (cd "$clean" && find . -xdev \( -path ./proc -o -path ./home -o -path ./tmp -o -path ./var/cache -o -path ./var/log \
        -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./root \) -prune -o -printf '%p %y\n' | sort)
}

step "empty Debian ($suite)"
debootstrap --variant=minbase "$suite" "$clean" "$mirror" >"$clean.log" 2>&1 || {
    tail -n 5 "$clean.log" >&2
    exit 1
}
rm -f "$clean.log"
mount -t proc proc "$clean/proc"
printf '#!/bin/sh\nexit 101\n' >"$clean/usr/sbin/policy-rc.d"
chmod 755 "$clean/usr/sbin/policy-rc.d"
inside apt-get update -qq
inside apt-get install -y -qq --no-install-recommends xvfb xauth openbox wmctrl xdotool imagemagick procps >/dev/null 2>&1
inside useradd --create-home --shell /bin/bash reader
fingerprint >"$clean/tmp/before"

step "install $(basename "$package"), $(($(stat -c %s "$package") / 1000000)) MB"
cp "$package" "$clean/tmp/package.deb"
inside apt-get install -y -qq /tmp/package.deb >"$clean/tmp/install.log" 2>&1 || {
    tail -n 20 "$clean/tmp/install.log" >&2
    exit 1
}
rm "$clean/tmp/package.deb"
for file in usr/share/applications/nlcen-viewer.desktop usr/share/mime/packages/nlcen-viewer.xml \
    usr/share/metainfo/org.nlcen.viewer.metainfo.xml usr/share/icons/hicolor/scalable/apps/nlcen-viewer.svg; do
    [[ -s $clean/$file ]] || {
        echo "missing: /$file" >&2
        exit 1
    }
done

step "commands"
install -m 755 "$here/../smoke.sh" "$clean/tmp/smoke.sh"
as_reader /tmp/smoke.sh /usr/bin/nlcen

step "window"
install -m 755 "$here/window.sh" "$clean/tmp/window.sh"
as_reader /tmp/window.sh /usr/bin/nlcen-viewer /tmp/window.png
if [[ -n $picture ]]; then
    cp "$clean/tmp/window.png" "$picture"
fi

step "in the user's home: $(as_reader 'find . -mindepth 1 -maxdepth 4 -path "*nlcen*" -prune | sort | tr "\n" " "')"
# GTK, fontconfig, Mesa and the window manager keep caches of their own for every program.
stray=$(as_reader 'find . -mindepth 1 -type f -newer /tmp/before -not -path "*/nlcen-viewer/*" -not -name .Xauthority' \
    '| grep -vE "^./.cache/(dconf|fontconfig|mesa_shader_cache|openbox)/"' || true)
[[ -z $stray ]] || {
    echo "written outside the program's own folders: $stray" >&2
    exit 1
}

step "remove"
inside apt-get purge -y -qq nlcen-viewer >/dev/null 2>&1
inside apt-get autoremove -y -qq --purge >/dev/null 2>&1
fingerprint >"$clean/tmp/after"
if grep -i nlcen "$clean/tmp/after"; then
    echo "traces of the program are left (above)" >&2
    exit 1
fi
step "left by the libraries it had needed: $(diff "$clean/tmp/before" "$clean/tmp/after" | grep -c '^[<>]' || true) files"
diff "$clean/tmp/before" "$clean/tmp/after" | sed -n 's/^[<>]/   &/p' | head -n 20 || true
echo "passed: installed, used and removed"
