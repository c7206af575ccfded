#!/usr/bin/env bash
# Makes every icon from nlcen-viewer.svg. Needs: librsvg2-bin icoutils icnsutils (Debian, Ubuntu).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

sizes=(16 24 32 48 64 128 256 512)
for size in "${sizes[@]}"; do
    rsvg-convert --width "$size" --height "$size" nlcen-viewer.svg --output "nlcen-$size.png"
done
icotool --create --output nlcen-viewer.ico nlcen-{16,24,32,48,64}.png --raw=nlcen-128.png --raw=nlcen-256.png
png2icns nlcen-viewer.icns nlcen-{16,32,48,128,256,512}.png
