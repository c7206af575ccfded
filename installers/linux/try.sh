#!/usr/bin/env bash
# try.sh PACKAGE.deb|PACKAGE.rpm [FOLDER]
#
# Installs the package in a new, empty Debian made by debootstrap; uses it once as an ordinary user without any network:
# commands, the window under Xvfb, a DICOM file opened through the desktop's association; removes it and looks for traces.
# FOLDER gets pictures of the window and lists of files: the package's own, those before and after its removal.
# An .rpm is put into the same Debian by rpm, without its dependencies' names, which are Fedora's; the menu's and the MIME
# cache, which Fedora brings up to date by itself, are brought up to date here.
# Needs root, debootstrap (for an .rpm also rpm) and a Debian mirror. SUITE (bookworm), MIRROR; BASE: a folder debootstrap has made before, to spare
# the making. PATIENCE: see window.sh.
set -euo pipefail

package=$(readlink -f "$1")
folder=$(readlink -m "${2:-$(dirname "$package")/try}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
suite=${SUITE:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}
clean=$(mktemp -d "${TMPDIR:-/var/tmp}/nlcen-clean.XXXXXX")
mkdir -p "$folder"

leave() {
    umount "$clean/proc" 2>/dev/null || true
    rm -rf --one-file-system "$clean"
}
trap leave EXIT
chmod 755 "$clean"

inside() {
    chroot "$clean" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

# An ordinary user, with no network at all; whatever is left running ends with the command.
as_reader() {
    unshare --net --pid --fork --kill-child --mount-proc="$clean/proc" \
        chroot "$clean" su - reader -c "PATIENCE=${PATIENCE:-600} $*"
}

if [[ $package == *.rpm ]]; then
    name=$(rpm --query --queryformat '%{NAME}' --package "$package")
    install_package() {
        inside apt-get install -y -qq --no-install-recommends libgtk-3-0 libxtst6 libgl1 fontconfig &&
            rpm --root "$clean" --initdb &&
            rpm --root "$clean" --nodeps --install "$package" &&
            rpm --root "$clean" --verify --nodeps "$name" &&
            refresh_caches
    }
    own_files() { rpm --root "$clean" --query --list "$name"; }
    remove_package() {
        rpm --root "$clean" --erase "$name" && refresh_caches
    }
    refresh_caches() {
        inside update-desktop-database -q && inside update-mime-database /usr/share/mime
    }
else
    name=$(dpkg-deb --field "$package" Package)
    install_package() {
        cp "$package" "$clean/tmp/package.deb" &&
            inside apt-get install -y -qq --no-install-recommends /tmp/package.deb &&
            rm "$clean/tmp/package.deb" &&
            inside dpkg --verify "$name"
    }
    own_files() { inside dpkg -L "$name"; }
    remove_package() { inside apt-get purge -y -qq "$name"; }
fi

step() {
    printf '%(%H:%M:%S)T  %s\n' -1 "$*"
}

fail() {
    echo "$1" >&2
    exit 1
}

list_files() { # every file and folder; without what apt and the caches keep of their own
    (cd "$clean" && find . -xdev \( -path ./proc -o -path ./home -o -path ./tmp -o -path ./var/cache -o -path ./var/log \
        -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./var/lib/rpm -o -path ./root \) -prune -o -printf '%p %y\n' | sort)
}

step "empty Debian ($suite)"
if [[ -n ${BASE:-} ]]; then
    cp -a "$BASE/." "$clean/"
else
    debootstrap --variant=minbase "$suite" "$clean" "$mirror" >"$folder/debootstrap.log" 2>&1 || {
        tail -n 5 "$folder/debootstrap.log" >&2
        exit 1
    }
fi
mount -t proc proc "$clean/proc"
printf '#!/bin/sh\nexit 101\n' >"$clean/usr/sbin/policy-rc.d"
chmod 755 "$clean/usr/sbin/policy-rc.d"
inside apt-get update -qq
step "what tries it: display, window manager, keys, pictures, DICOM tools"
inside apt-get install -y -qq --no-install-recommends xvfb xauth openbox wmctrl xdotool imagemagick procps dcmtk \
    libglib2.0-bin desktop-file-utils appstream man-db >"$folder/tools.log" 2>&1 || {
    tail -n 5 "$folder/tools.log" >&2
    exit 1
}
inside useradd --create-home --shell /bin/bash reader
touch "$clean/tmp/before"

step "install $(basename "$package"), $(($(stat -c %s "$package") / 1000000)) MB"
install_package >"$folder/install.log" 2>&1 || {
    tail -n 20 "$folder/install.log" >&2
    exit 1
}
step "installed: $(own_files | wc -l) files, /opt/nlcen-viewer $(du -sm "$clean/opt/nlcen-viewer" | cut -f1) MiB"

step "entries of the desktop"
inside desktop-file-validate /usr/share/applications/nlcen-viewer.desktop
inside appstreamcli validate --no-net --explain /usr/share/metainfo/org.nlcen.viewer.metainfo.xml >"$folder/appstream.log" 2>&1 || {
    cat "$folder/appstream.log" >&2
    exit 1
}
for file in usr/share/icons/hicolor/scalable/apps/nlcen-viewer.svg usr/share/icons/hicolor/48x48/apps/nlcen-viewer.png \
    usr/share/man/man1/nlcen.1.gz "usr/share/doc/$name/copyright" opt/nlcen-viewer/lib/app/sbom.cdx.json \
    opt/nlcen-viewer/lib/app/THIRD-PARTY.txt opt/nlcen-viewer/lib/app/LICENSE opt/nlcen-viewer/lib/app/licenses/OFL-1.1.txt \
    opt/nlcen-viewer/lib/app/docs/papers/README.md opt/nlcen-viewer/lib/app/SECURITY.md; do
    [[ -s $clean/$file ]] || fail "missing: /$file"
done
# the whole list is read: a reader that stops at the first match breaks the pipe, which counts as failed
as_reader gio mime application/dicom | grep nlcen-viewer.desktop >/dev/null || fail "DICOM files do not open with the program"

step "commands"
install -m 755 "$here/../smoke.sh" "$clean/tmp/smoke.sh"
as_reader /tmp/smoke.sh /usr/bin/nlcen

step "window"
install -m 755 "$here/window.sh" "$clean/tmp/window.sh"
as_reader /tmp/window.sh /home/reader/pictures /usr/bin/nlcen-viewer
cp "$clean"/home/reader/pictures/*.png "$folder/"

step "a DICOM file, opened as a file manager does"
as_reader "nlcen phantom --kind chest --seed 5 -o chest && convert chest/image.png -quality 95 chest/image.jpg &&" \
    "img2dcm chest/image.jpg chest/image.dcm && gio info -a standard::content-type chest/image.dcm | grep application/dicom"
as_reader /tmp/window.sh /home/reader/pictures gio open chest/image.dcm | tee "$folder/dicom.log"
grep -q 'image shown: DICOM' "$folder/dicom.log" || fail "the DICOM file was not opened"
cp "$clean/home/reader/pictures/attacked.png" "$folder/dicom.png"

step "in the user's home: $(as_reader 'find . -mindepth 1 -maxdepth 4 -path "*nlcen*" -prune | sort | tr "\n" " "')"
stray=$(as_reader 'find . -mindepth 1 -type f -newer /tmp/before -not -path "*/nlcen-viewer/*" -not -name .Xauthority' \
    '-not -path "./pictures/*" -not -path "./chest/*"') || fail "the user's home could not be looked through"
# GTK, fontconfig, Mesa and the window manager keep caches of their own for every program. grep's 1 says that nothing else is there.
stray=$(grep -vE '^./.cache/(dconf|fontconfig|mesa_shader_cache|openbox)/' <<<"$stray") || [[ $? == 1 ]]
[[ -z $stray ]] || fail "written outside the program's own folders: $stray"

step "remove"
own_files | sed 's#^#.#' | sort >"$folder/files-own.txt"
list_files | sed 's/ .$//' >"$folder/files-used.txt"
remove_package >"$folder/remove.log" 2>&1
list_files | sed 's/ .$//' >"$folder/files-after.txt"
comm -23 "$folder/files-used.txt" "$folder/files-after.txt" >"$folder/files-gone.txt"
if comm -13 "$folder/files-used.txt" "$folder/files-after.txt" | grep .; then
    fail "the removal has left something new (above)"
fi
if comm -23 "$folder/files-gone.txt" "$folder/files-own.txt" | grep .; then
    fail "the removal took what was not the package's (above)"
fi
if grep -i nlcen "$folder/files-after.txt"; then
    fail "traces of the program are left (above)"
fi
step "gone: $(wc -l <"$folder/files-gone.txt") files and folders, all of them the package's; left of it: none"
echo "passed: installed, used and removed"
