#!/usr/bin/env bash
# package.sh [deb] [rpm] [tar] [list]   makes the Linux packages in target/installer (the first three without arguments);
#   list: contents.txt, every file that goes into a package with its rights, date, target and SHA-256
# NLCEN_PROFILES, NLCEN_NAME: other profiles of Maven, and the folder they make, whose name the package bears too
# (installers/README.md, GPU edition); with the profile cuda the folder gets cuDNN too.
#
# Needs JDK 25 (JAVA_HOME, or one in /usr/lib/jvm), Maven, zip, unzip, zstd, xz, ar, strip, jq; for .deb dpkg-deb, for .rpm rpmbuild. The packages are put
# together here and not by jpackage: its maintainer scripts fail on a system without a desktop. Ours have none at all,
# since menu, MIME and icon caches are brought up to date by the system's own triggers.
set -euo pipefail
umask 022 # the jar carries the rights of the files it is made of

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$root/installers/linux
out=$root/target/installer
name=${NLCEN_NAME:-nlcen-viewer}
image=$out/$name
stage=$out/stage
formats=("$@")
[[ ${#formats[@]} -gt 0 ]] || formats=(deb rpm tar)

JAVA_HOME=${JAVA_HOME:-}
if [[ ! -x $JAVA_HOME/bin/jpackage ]] || ! grep -q '^JAVA_VERSION="25' "$JAVA_HOME/release" 2>/dev/null; then
    JAVA_HOME=$(dirname "$(grep -l '^JAVA_VERSION="25' /usr/lib/jvm/*/release 2>/dev/null | head -n 1)")
    [[ -x $JAVA_HOME/bin/jpackage ]] || {
        echo "JDK 25 is needed: https://adoptium.net, then set JAVA_HOME." >&2
        exit 1
    }
fi
export JAVA_HOME
# One date for every file, the jar's own: the same sources give the same package.
SOURCE_DATE_EPOCH=$(date --date="$(sed -n 's#.*<project.build.outputTimestamp>\(.*\)</.*#\1#p' "$root/pom.xml")" +%s)
export SOURCE_DATE_EPOCH

make_image() {
    (cd "$root" && mvn -B -ntp -q "-P${NLCEN_PROFILES:-installer}" -Dmaven.test.skip=true clean package)
    # The launcher script sets the allocator before Java starts, which jpackage's launchers cannot.
    rm -r "${image:?}/bin" "$image"/lib/*.png "$image"/lib/libapplauncher.so "$image"/lib/app/*.cfg \
        "$image/lib/app/.jpackage.xml" "$image/lib/app/bin/nlcen.cmd"
    mkdir "$image/bin"
    ln -s ../lib/app/bin/nlcen "$image/bin/nlcen"
    ln -s ../lib/app/bin/nlcen "$image/bin/nlcen-viewer"
    if [[ ${NLCEN_PROFILES:-} == *cuda* ]]; then
        bring_cudnn
    else
        bring_engine_unpacked
    fi
    bring_window_unpacked
    leave_other_systems
    complete_bill
    chmod -R u=rwX,go=rX "$image"
    date_files "$image" # before the archive of classes, which knows its jars by their dates
    "$root/installers/fast-start.sh" "$image/lib/app" "$image/lib/runtime/bin/java"
    need_no_other_modules
    works_elsewhere
    chmod -R u=rwX,go=rX "$image"
    date_files "$image"
}

date_files() {
    find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

# As the program itself would unpack it for each user. The package becomes smaller too, since it packs better than a jar.
bring_engine_unpacked() {
    local data=$out/data app=$image/lib/app
    NLCEN_DATA=$data "$app/bin/nlcen" segment "$root/icons/nlcen-256.png" --model nwcn-lung -o "$data/mask.png"
    mv "$data/engine" "$app/engine"
    strip --strip-unneeded "$app"/engine/pytorch/*/*.so* # names of inner functions: 82 MB that only a debugger reads
    rm -r "$data"
    zip -q -d "$app"/lib/pytorch-native-cpu-*.jar 'pytorch/*.so*'
}

# JavaFX looks beside its jars before it unpacks, and the program has JNA do so; a home that forbids execution would stop them there.
bring_window_unpacked() {
    local lib=$image/lib/app/lib
    unzip -q -j "$lib"/javafx-graphics-*-linux.jar '*.so' -d "$lib"
    zip -q -d "$lib"/javafx-graphics-*-linux.jar '*.so'
    unzip -q -j "$lib"/jna-[0-9]*.jar 'com/sun/jna/linux-x86-64/libjnidispatch.so' -d "$lib"
}

# Machine code for other systems, which two jars bring for all.
leave_other_systems() {
    local lib=$image/lib/app/lib
    zip -q -d "$lib"/pytorch-jni-*.jar 'jnilib/osx-*' 'jnilib/win-*' 'jnilib/linux-aarch64/*'
    [[ ${NLCEN_PROFILES:-} == *cuda* ]] || zip -q -d "$lib"/pytorch-jni-*.jar 'jnilib/linux-x86_64/cu*'
    zip -q -d "$lib"/jna-[0-9]*.jar 'com/sun/jna/*/*jnidispatch*'
}

# Maven's bill of materials knows the jars as they were published. What else is machine code goes in here, the run-time and files
# unpacked from a jar, and the hashes of the jars they were taken out of.
complete_bill() {
    local app=$image/lib/app version
    version=$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release")
    (cd "$app" && find . -name '*.so*' -type f -printf '%P\n' | LC_ALL=C sort | xargs sha256sum &&
        find lib \( -name 'javafx-graphics-*-linux.jar' -o -name 'pytorch-native-cpu-*.jar' -o -name 'pytorch-jni-*.jar' \
            -o -name 'jna-[0-9]*.jar' \) -exec sha256sum {} +) >"$out/sums"
    jq --arg version "$version" --rawfile sums "$out/sums" '
        def sha: [{alg: "SHA-256", content: .}];
        ($sums | split("\n") | map(select(. != "") | split("  ") | {hash: .[0], file: .[1]})) as $all
        | ($all | map(select(.file | endswith(".jar") | not)
            | {type: "file", name: .file, hashes: (.hash | sha)})) as $code
        | ($all | map(select(.file | endswith(".jar")))) as $jars
        | .components |= [{type: "platform", name: "Eclipse Temurin", version: $version,
            cpe: ("cpe:2.3:a:eclipse:temurin:" + ($version | split("+")[0]) + ":*:*:*:*:*:*:*"),
            licenses: [{expression: "GPL-2.0-only WITH Classpath-exception-2.0"}]}] + $code + map(
            (.name + "-" + .version + ((.purl // "") | capture("classifier=(?<c>[^&]*)").c // "" | if . == "" then . else "-" + . end)
                + ".jar") as $jar
            | ($jars | map(select(.file == "lib/" + $jar))) as $own
            | if $own == [] then . else .hashes = ($own[0].hash | sha) end)' "$app/sbom.cdx.json" >"$out/bill"
    cut -d' ' -f1 "$out/sums" | while read -r sum; do grep -q "$sum" "$out/bill"; done
    mv "$out/bill" "$app/sbom.cdx.json"
    rm "$out/sums"
}

# cuDNN 8 for CUDA 11, which the engine's machine code needs and does not bring; the jar has 2.1 GB, we take 7 files of it.
bring_cudnn() {
    local jar=cuda-11.8-8.6-1.5.8-linux-x86_64-redist.jar place=$root/target/cudnn
    (cd "$root" && mvn -B -ntp -q dependency:copy -DoutputDirectory="$place" -Dmdep.useBaseVersion=true \
        -Dartifact=org.bytedeco:cuda:11.8-8.6-1.5.8:jar:linux-x86_64-redist)
    unzip -q -j "$place/$jar" 'org/bytedeco/cuda/linux-x86_64/libcudnn*.so.8' -d "$image/lib/app/lib/cudnn"
    rm "$place/$jar"
}

# The run-time holds only the modules that pom.xml names: one that our own classes need and that is not there would be
# noticed by the user who comes to that place first.
need_no_other_modules() {
    local needed module
    needed=$("$JAVA_HOME/bin/jdeps" --ignore-missing-deps --multi-release 25 --print-module-deps "$image"/lib/app/lib/nlcen-viewer-*.jar)
    "$image/lib/runtime/bin/java" --list-modules | sed 's/@.*//' >"$out/modules"
    for module in ${needed//,/ }; do
        [[ $module == javafx.* ]] || grep -qx "$module" "$out/modules" || {
            echo "pom.xml leaves out a module of Java that the program needs: $module" >&2
            exit 1
        }
    done
    rm "$out/modules"
}

# What fails without the folder it was made in, fails only for the user; and an archive of classes that Java refuses is passed
# over without a word.
works_elsewhere() {
    mv "$image" "$out/elsewhere"
    NLCEN_JAVA_OPTIONS="-Xlog:class+load:file=$out/classes" "$out/elsewhere/bin/nlcen" --version >/dev/null
    grep -q 'org.nlcen.app.Launcher source: shared objects file' "$out/classes" || {
        echo "Java starts without the archive of classes" >&2
        exit 1
    }
    rm "$out/classes"
    mv "$out/elsewhere" "$image"
}

stage_files() {
    rm -rf "$stage"
    mkdir -p "$stage"/opt "$stage"/usr/{bin,share/{applications,mime/packages,metainfo,man/man1,doc/"$name"}}
    cp -a "$image" "$stage/opt/nlcen-viewer"
    ln -s /opt/nlcen-viewer/bin/nlcen "$stage/usr/bin/nlcen"
    ln -s /opt/nlcen-viewer/bin/nlcen-viewer "$stage/usr/bin/nlcen-viewer"
    install -m 644 "$here/nlcen-viewer.desktop" "$stage/usr/share/applications/"
    install -m 644 "$here/nlcen-viewer.xml" "$stage/usr/share/mime/packages/"
    install -m 644 "$here/org.nlcen.viewer.metainfo.xml" "$stage/usr/share/metainfo/"
    gzip -9n <"$here/nlcen.1" >"$stage/usr/share/man/man1/nlcen.1.gz"
    ln -s nlcen.1.gz "$stage/usr/share/man/man1/nlcen-viewer.1.gz"
    {
        cat "$root/NOTICE"
        printf '\n\nDebian keeps the Apache License 2.0, GPL 2 and LGPL 2.1 in /usr/share/common-licenses.\n'
    } >"$stage/usr/share/doc/$name/copyright"
    ln -s /opt/nlcen-viewer/lib/app/docs "$stage/usr/share/doc/$name/docs"
    local size folder
    for size in 16 24 32 48 64 128 256 512; do
        folder=$stage/usr/share/icons/hicolor/${size}x$size/apps
        mkdir -p "$folder"
        install -m 644 "$root/icons/nlcen-$size.png" "$folder/nlcen-viewer.png"
    done
    folder=$stage/usr/share/icons/hicolor/scalable/apps
    mkdir -p "$folder"
    install -m 644 "$root/icons/nlcen-viewer.svg" "$folder/"
    chmod -R u=rwX,go=rX "$stage"
    date_files "$stage"
}

make_deb() {
    local own=("$stage/DEBIAN" "$stage/usr/share/lintian" "$stage/usr/share/doc/$name/changelog.gz")
    grep -q "^nlcen-viewer ($version) " "$here/changelog" || {
        echo "installers/linux/changelog has no entry for $version" >&2
        exit 1
    }
    mkdir -p "$stage/DEBIAN" "$stage/usr/share/lintian/overrides"
    gzip -9n <"$here/changelog" >"$stage/usr/share/doc/$name/changelog.gz"
    sed "s/^nlcen-viewer:/$name:/" "$here/lintian-overrides" >"$stage/usr/share/lintian/overrides/$name"
    # Another edition has the same files, so only one of them can be there.
    local instead=
    if [[ $name != nlcen-viewer ]]; then
        instead=$'Provides: nlcen-viewer\nConflicts: nlcen-viewer\nReplaces: nlcen-viewer\n'
    fi
    date_files "$stage/usr/share"
    cat >"$stage/DEBIAN/control" <<CONTROL
Package: $name
Version: $version
Architecture: amd64
Maintainer: NLCEN Viewer authors <viewer@nlcen.invalid>
Installed-Size: $(du -sk "$stage" | cut -f1)
Depends: libc6 (>= 2.31), libgtk-3-0 | libgtk-3-0t64, libxtst6, libgl1, fontconfig
Recommends: fonts-dejavu-core | fonts-freefont-ttf | fonts-liberation
${instead}Section: science
Priority: optional
Description: See how segmentation networks hold up under adversarial changes
 Opens DICOM, PNG, JPEG, TIFF and BMP images, lets trained networks outline
 lungs or skin lesions, and shows live what a targeted change of a few grey
 levels does to each of them. For research and teaching only; not a medical
 device. Uses no network.
CONTROL
    (cd "$stage" && find opt usr -type f -print0 | sort -z | xargs -0 md5sum) >"$stage/DEBIAN/md5sums"
    local deb=$out/${name}_${version}_amd64.deb parts=$out/parts
    rm -rf "$deb" "$parts"
    mkdir "$parts"
    dpkg-deb --root-owner-group -Znone --build "$stage" "$parts/plain.deb"
    # dpkg-deb cannot tell xz what is inside, machine code and numbers of two bytes. The window of this level,
    # 64 MiB, reaches over two networks: arrays they share are stored once.
    (cd "$parts" && ar x plain.deb && xz -9 control.tar && xz -T2 --x86 --lzma2=preset=9,lc=0,lp=1,pb=1 data.tar &&
        ar rcD "$deb" debian-binary control.tar.xz data.tar.xz)
    rm -r "${own[@]}" "$parts"
}

make_rpm() {
    rpmbuild -bb --quiet --define "_topdir $out/rpm" --define "stage $stage" --define "program_version $version" \
        --define "program_name $name" --target x86_64 "$here/nlcen-viewer.spec"
    mv "$out"/rpm/RPMS/x86_64/*.rpm "$out/"
    rm -r "$out/rpm"
}

# A window of 128 MiB reaches over several networks: arrays they share are stored once. It is the longest that zstd and tar unpack
# without being asked to.
make_tar() {
    tar --create --owner=root:0 --group=root:0 --sort=name -C "$out" "$name" |
        zstd -q -T0 -19 --long=27 -f -o "$out/$name-$version-linux-x86_64.tar.zst"
}

make_list() {
    (cd "$stage" && TZ=UTC find . -printf '%P %y %m %TY-%Tm-%Td %l\n' | LC_ALL=C sort &&
        find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) >"$out/contents.txt"
}

make_image
version=$("$image/bin/nlcen" --version | sed -n 's/^NLCEN Viewer //p')
stage_files
for format in "${formats[@]}"; do
    "make_$format"
done
rm -rf "$stage"
ls -l "$out"
