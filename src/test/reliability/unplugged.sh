#!/usr/bin/env bash
# unplugged.sh NLCEN: the drive with the images goes away before and during a job; the drive with the results too.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
own_mounts

export NLCEN_DATA=$work/data
drive stick 20m
"$nlcen" phantom --kind chest --seed 3 -o "$work/stick/chest" >/dev/null
umount -l "$work/stick"
run "$nlcen" segment "$work/stick/chest/image.png" --model nlcen-lung -o "$work/lungs.png"
says "images gone before the job" 1 'image.png: there is no such file'

# The results' drive goes as soon as the first of the files is on it. A command that had written all of them by then is tried again.
for _ in {1..20}; do
    drive stick 20m
    "$nlcen" phantom --kind chest --seed 3 -o "$work/stick/chest" >/dev/null
    "$nlcen" attack "$work/stick/chest/image.png" --model nlcen-lung --epsilon 2 -o "$work/stick/attack" >"$work/.out" 2>"$work/.err" &
    program=$!
    until [[ -e $work/stick/attack/input.png ]] || ! kill -0 "$program" 2>/dev/null; do
        sleep 0.01
    done
    umount -l "$work/stick"
    status=0
    wait "$program" || status=$?
    [[ $status == 0 ]] || break
done
says "results' drive gone in the middle of writing" 1 'stick/attack'
finish
