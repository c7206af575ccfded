#!/usr/bin/env bash
# fast-start.sh PROGRAM-FOLDER [JAVA]   writes lib/nlcen.jsa there: classes that Java maps at the start instead of loading them.
#
# Fits the Java that makes it and these very jars; with another Java the launcher starts without it. With JAVA, which a package
# brings (Linux only), the same jars give the same archive, in whatever folder and language it is made.
set -euo pipefail

folder=$1
rm -f "$folder/lib/nlcen.jsa"
if [[ -n ${2:-} ]]; then
    java=$(realpath "$2")
    cd "$folder/lib"
    # The archive keeps its jars' paths, so they get one that is the same everywhere; at the start only the part they do not
    # share is compared. Heap and collector would else be those that fit this machine.
    LC_ALL=C.UTF-8 "$java" -Xlog:disable -Xshare:dump -XX:+UseG1GC -Xmx512m -XX:SharedClassListFile=classes.lst \
        -XX:SharedArchiveFile=nlcen.jsa -jar /proc/self/cwd/nlcen-viewer-*.jar
else
    NLCEN_JAVA_OPTIONS="-Xshare:dump -XX:SharedClassListFile=$folder/lib/classes.lst -XX:SharedArchiveFile=$folder/lib/nlcen.jsa" \
        "$folder/bin/nlcen"
fi
