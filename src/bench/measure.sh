#!/usr/bin/env bash
# measure.sh [--long]   fills the tables of docs/performance.md between their markers
#
# On a machine that does nothing else. Short form: the lung networks, PyTorch beside them where Debian's
# python3-torch is installed, the window where there is a display or Xvfb. --long: all networks, PyTorch's whole curves.
#   NLCEN        the program (default: target/nlcen/bin/nlcen, built by ./viewer --version)
#   PEER_IMAGES  folder of real pictures for the comparison of logits and masks; else synthetic ones
#   NETWORKS     ids, separated by commas
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
out=$root/target/measure
nlcen=${NLCEN:-$root/target/nlcen/bin/nlcen}
networks=${NETWORKS:-nlcen-lung,unet-lung,cdnn-lung,nwcn-lung}
long=false
[[ ${1:-} != --long ]] || long=true
mkdir -p "$out"
rm -rf "${out:?}"/*

peer=(--peer "$out/peer")
[[ -z ${PEER_IMAGES:-} ]] || peer+=(--peer-images "$PEER_IMAGES")
speed=(--batches --untrained --models "$networks")
$long || speed+=(--quick)
echo "networks …"
"$nlcen" benchmark "${speed[@]}" "${peer[@]}" --json "$out/speed.json" | tee "$out/speed.txt"

if ! $long; then
    # the whole curve of the network the program is named after; the others' follow from their gradients
    echo "curve …"
    "$nlcen" benchmark --models nlcen-lung --json "$out/curve.json" | tee "$out/curve.txt"
fi

python=
for candidate in /usr/bin/python3 python3; do
    if "$candidate" -c 'import torch, numpy' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [[ -n $python ]]; then
    echo "PyTorch …"
    options=(--runs 3 --attack-steps 5)
    $long && options=(--runs 9 --full)
    "$python" "$root/src/bench/peer.py" "$out/peer" --models "${NLCEN_MODELS:-$root/models}" "${options[@]}" \
        --json "$out/peer.json" || echo "PyTorch's answers differ, see $out/peer.json"
else
    echo "python3-torch is not installed: no comparison"
fi

echo "window …"
lib=$(dirname "$(dirname "$(readlink -f "$nlcen")")")/lib
if command -v javac >/dev/null; then
    mkdir -p "$out/classes"
    javac -proc:none -d "$out/classes" -cp "$lib/*" "$root/src/bench/java/org/nlcen/app/viewer/WindowBench.java"
    display=()
    if command -v xvfb-run >/dev/null; then
        display=(xvfb-run -a -s "-screen 0 1400x900x24")
    fi
    ${display[@]+"${display[@]}"} java -Dprism.order=sw -Doffline=true -cp "$out/classes:$lib/*" \
        org.nlcen.app.viewer.WindowBench 2>/dev/null | tee "$out/window.txt" || echo "the window could not be measured"
fi

/usr/bin/env python3 "$root/src/bench/tables.py" "$out" "$root/docs/performance.md"
echo "docs/performance.md is filled; everything measured lies in target/measure"
