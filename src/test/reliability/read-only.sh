#!/usr/bin/env bash
# read-only.sh NLCEN: folders that cannot be written to, for results and for the program's own data.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
own_mounts

export NLCEN_DATA=$work/data
"$nlcen" phantom --kind chest --seed 3 -o "$work/chest" >/dev/null
drive locked 1m
mount -o remount,ro "$work/locked"
run "$nlcen" phantom --kind chest --seed 4 -o "$work/locked/here"
says "results into a read-only folder" 1 'locked.*(Read-only|read-only|permission)'
run "$nlcen" segment "$work/chest/image.png" --model nlcen-lung -o "$work/locked/lungs.png"
says "a mask into a read-only folder" 1 'locked.*(Read-only|read-only|permission)'

NLCEN_DATA=$work/locked run "$nlcen" segment "$work/chest/image.png" --model nlcen-lung -o "$work/lungs.png"
says "data folder read-only, engine not unpacked yet: the system's temporary folder serves" 0 ''

mkdir "$work/no-programs"
mount -t tmpfs -o size=600m,noexec tmpfs "$work/no-programs"
NLCEN_DATA=$work/no-programs run "$nlcen" segment "$work/chest/image.png" --model nlcen-lung -o "$work/lungs.png"
if [[ -d $(dirname "$nlcen")/../engine ]]; then
    says "data folder whose files may not be executed, the package brings the engine" 0 ''
else
    says "data folder whose files may not be executed" 1 'cannot be loaded: .*; NLCEN_DATA'
fi

mount --bind "$work/data" "$work/data"
mount -o remount,bind,ro "$work/data"
run "$nlcen" segment "$work/chest/image.png" --model nlcen-lung -o "$work/lungs.png"
says "data folder read-only, engine there" 0 ''
holds "the mask is there" test -s "$work/lungs.png"
finish
