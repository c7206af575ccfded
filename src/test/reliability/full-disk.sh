#!/usr/bin/env bash
# full-disk.sh NLCEN: no room for the engine, for a picture, for a report; what was there before stays.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
own_mounts

export NLCEN_DATA=$work/data
"$nlcen" phantom --kind chest --seed 3 -o "$work/chest" >/dev/null
drive small 40k
run "$nlcen" phantom --kind chest --seed 4 -o "$work/small"
says "a picture on a full disk" 1 'No space left|space'
holds "nothing half written" no_drafts "$work/small"

drive data 100m
run "$nlcen" segment "$work/chest/image.png" --model nlcen-lung -o "$work/lungs.png"
if [[ -d $(dirname "$nlcen")/../engine ]]; then
    says "little room, the package brings the engine ready to load" 0 ''
else
    says "no room to unpack the engine" 1 'MiB left, .* MiB are needed; NLCEN_DATA'
    holds "no mask is left as if it had worked" test ! -e "$work/lungs.png"
fi
umount "$work/data"

drive out 1m
run "$nlcen" segment "$work/chest/image.png" --model nlcen-lung -o "$work/out/lungs.png"
says "a mask with room" 0 ''
cp "$work/out/lungs.png" "$work/before.png"
head -c 2m /dev/zero >"$work/out/fill" 2>/dev/null || true
run "$nlcen" segment "$work/chest/image.png" --model unet-lung -o "$work/out/lungs.png"
says "the same mask again, the disk full by now" 1 'No space left|space'
holds "the old mask is untouched" cmp -s "$work/before.png" "$work/out/lungs.png"
holds "nothing half written beside it" no_drafts "$work/out"
finish
