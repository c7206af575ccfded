#!/usr/bin/env bash
# measure.sh [PART...]   measures and fills the tables of docs/performance.md between their markers
#
# On a machine that does nothing else. Parts, all of them without arguments, each also by itself:
#   networks  forward pass and gradient of each network
#   waiting   what one waits for at the window, and the curve of 18 strengths
#   batches   gradients of several images in one pass
#   peer      the same beside plain PyTorch (Debian's python3-torch and libopenblas0-pthread)
#   window    frames a second, opening a DICOM file, starting the window (a display or Xvfb)
#   scale     time against images, strengths and networks; share of the time in native code
#   tables    writes the tables again from what lies in target/measure
#
#   NLCEN        the program (default: target/nlcen/bin/nlcen, built by ./viewer --version)
#   NETWORKS     ids, separated by commas; results of several calls come together in one table
#   PEER_IMAGES  folder of real pictures for the comparison of logits and masks; else synthetic ones
#   PEER_FULL=1  also run PyTorch's whole curve; else it is worked out from single gradients
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
out=$root/target/measure
nlcen=$(readlink -f "${NLCEN:-$root/target/nlcen/bin/nlcen}")
networks=${NETWORKS:-nlcen-lung,unet-lung,slsdeep-half-lung,cdnn-lung,nwcn-lung}
lib=$(dirname "$(dirname "$nlcen")")/lib
mkdir -p "$out"

display=()
if command -v xvfb-run >/dev/null; then
    display=(xvfb-run -a -s "-screen 0 1400x950x24")
fi

benchmark() { # benchmark PART OPTIONS...
    local part=$1
    shift
    "$nlcen" benchmark --untrained --models "$networks" "$@" --json "$out/$part-$networks.json"
}

peer() {
    local python= candidate options=(--runs 7)
    for candidate in /usr/bin/python3 python3; do
        if "$candidate" -c 'import torch, numpy' 2>/dev/null; then
            python=$candidate
            break
        fi
    done
    if [[ -z $python ]]; then
        echo "python3-torch is not installed: no comparison"
        return
    fi
    local files=$out/peer-files-$networks own=()
    rm -rf "$files"
    [[ -z ${PEER_IMAGES:-} ]] || own+=(--peer-images "$PEER_IMAGES")
    [[ -z ${PEER_FULL:-} ]] || options+=(--full)
    benchmark peerown --only passes,curve --peer "$files" ${own[@]+"${own[@]}"}
    "$python" "$root/src/bench/peer.py" "$files" --models "${NLCEN_MODELS:-$root/models}" "${options[@]}" \
        --json "$out/peer-$networks.json" || echo "PyTorch's answers differ, see $out/peer-$networks.json"
}

# Seconds from the command to the window, several times; the first may still read the disk.
starts() {
    local data=$out/start-data n began program
    rm -rf "$data"
    for n in 1 2 3 4 5; do
        rm -rf "$data/logs"
        began=$(date +%s%N)
        NLCEN_DATA=$data NLCEN_JAVA_OPTIONS="-Dprism.order=sw" "$nlcen" >/dev/null 2>&1 &
        program=$!
        until grep -qs "window shown" "$data"/logs/*.log; do
            kill -0 "$program"
            sleep 0.02
        done
        echo "start $n: window after $((($(date +%s%N) - began) / 1000000)) ms"
        kill "$program"
        wait "$program" || true
    done
}

window() {
    mkdir -p "$out/classes"
    javac -proc:none -d "$out/classes" -cp "$lib/*" "$root/src/bench/java/org/nlcen/app/viewer/WindowBench.java"
    ${display[@]+"${display[@]}"} java -Dprism.order=sw -Doffline=true -cp "$out/classes:$lib/*" \
        org.nlcen.app.viewer.WindowBench 2>/dev/null | tee "$out/window.txt"
    ${display[@]+"${display[@]}"} "$root/src/bench/measure.sh" starts | grep '^start' | tee -a "$out/window.txt"
}

# scale_row WHAT COUNT IMAGES NETWORKS STRENGTHS: one line of seconds
scale_row() {
    local began
    rm -rf "$out/scale-run"
    began=$(date +%s%N)
    "$nlcen" evaluate --dataset pairs --data "$out/pairs" --models "$4" --epsilons "$5" --limit "$3" \
        --out "$out/scale-run" >/dev/null 2>"$out/scale-errors.txt"
    echo "$1,$2,$((($(date +%s%N) - began) / 1000000))" | tee -a "$out/scale.csv"
}

scale() {
    local seed copy n
    rm -rf "$out/pairs"
    mkdir -p "$out/pairs/images" "$out/pairs/masks"
    for seed in 1 2; do
        "$nlcen" phantom --seed "$seed" -o "$out/phantom"
        for copy in $(seq 1 16); do
            cp "$out/phantom/image.png" "$out/pairs/images/p$copy-$seed.png"
            cp "$out/phantom/mask.png" "$out/pairs/masks/p$copy-$seed.png"
        done
    done
    echo "what,count,millis" >"$out/scale.csv"
    scale_row images 1 1 nwcn-lung 8
    for n in 4 8 16 32; do
        scale_row images "$n" "$n" nwcn-lung 8
    done
    # gradients that each list of strengths takes for an image
    scale_row gradients 10 4 nwcn-lung 8
    scale_row gradients 21 4 nwcn-lung 8,16
    scale_row gradients 32 4 nwcn-lung 8,16,24
    scale_row gradients 69 4 nwcn-lung paper
    scale_row networks 1 4 nwcn-lung 8
    scale_row networks 2 4 nwcn-lung,cdnn-lung 8
    scale_row networks 3 4 nwcn-lung,cdnn-lung,nlcen-lung 8
    native nlcen-lung 4
}

# Where the thread that measures was each time it was looked at.
native() { # native NETWORK IMAGES
    rm -rf "$out/scale-run" "$out/native.jfr"
    cat >"$out/native.jfc" <<'JFC'
<?xml version="1.0" encoding="UTF-8"?>
<configuration version="2.0">
  <event name="jdk.ExecutionSample"><setting name="enabled">true</setting><setting name="period">20 ms</setting></event>
  <event name="jdk.NativeMethodSample"><setting name="enabled">true</setting><setting name="period">20 ms</setting></event>
</configuration>
JFC
    NLCEN_JAVA_OPTIONS="-XX:StartFlightRecording:settings=$out/native.jfc,filename=$out/native.jfr" "$nlcen" evaluate \
        --dataset pairs --data "$out/pairs" --models "$1" --epsilons paper --limit "$2" --out "$out/scale-run" >/dev/null 2>&1
    jfr print --json --stack-depth 1 --events ExecutionSample,NativeMethodSample "$out/native.jfr" >"$out/native.json"
    echo "$1" >"$out/native-network.txt"
}

[[ $# -gt 0 ]] || set -- networks waiting batches peer window scale
for part in "$@"; do
    echo "part $part …"
    case $part in
        networks) benchmark networks --only passes ;;
        waiting) benchmark waiting --only waiting,curve,slider ;;
        batches) benchmark batches --only batches ;;
        peer) peer ;;
        window) window ;;
        scale) scale ;;
        starts) starts ;;
        tables) ;;
        *)
            echo "there is no part $part" >&2
            exit 2
            ;;
    esac
done

/usr/bin/env python3 "$root/src/bench/tables.py" "$out" "$root/docs/performance.md"
echo "docs/performance.md is filled; everything measured lies in target/measure"
