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

drive stick 20m
"$nlcen" phantom --kind chest --seed 3 -o "$work/stick/chest" >/dev/null
# the results' drive goes as soon as the first of five files is on it
(
    until [[ -e $work/stick/attack/input.png ]]; do sleep 0.05; done
    umount -l "$work/stick"
) &
run "$nlcen" attack "$work/stick/chest/image.png" --model nlcen-lung --epsilon 2 -o "$work/stick/attack"
wait
says "results' drive gone in the middle of writing" 1 'stick/attack'
finish
