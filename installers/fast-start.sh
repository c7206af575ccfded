#!/usr/bin/env bash
# fast-start.sh PROGRAM-FOLDER   writes lib/nlcen.jsa there: classes that Java maps at the start instead of loading them.
#
# Fits the Java that makes it and these very jars; with another Java the launcher starts without it.
set -euo pipefail

folder=$1
archive=$folder/lib/nlcen.jsa
rm -f "$archive"
NLCEN_JAVA_OPTIONS="-Xshare:dump -XX:SharedClassListFile=$folder/lib/classes.lst -XX:SharedArchiveFile=$archive" \
    "$folder/bin/nlcen"
