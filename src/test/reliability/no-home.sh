#!/usr/bin/env bash
# no-home.sh NLCEN: a user without a home folder, and one whose home cannot be written to.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
[[ $(id -u) == 0 ]] || {
    echo "skipped: only root can become another user"
    exit 0
}
unset NLCEN_DATA
NLCEN_DATA=$work/root "$nlcen" phantom --kind chest --seed 3 -o "$work/chest" >/dev/null
chmod 755 "$work"
mkdir -m 777 "$work/elsewhere"

as_nobody() { # a number without an entry among the users
    (cd "$work/elsewhere" && setpriv --reuid 54321 --regid 54321 --clear-groups env -i PATH="$PATH" "$@")
}

run as_nobody "$nlcen" segment "$work/chest/image.png" --model nlcen-lung -o "$work/elsewhere/lungs.png"
says "no home folder" 1 'home folder.*NLCEN_DATA'
holds "no folder with an odd name in the working folder" test -z "$(ls -A "$work/elsewhere")"
run as_nobody NLCEN_DATA="$work/elsewhere/data" "$nlcen" segment "$work/chest/image.png" --model nlcen-lung \
    -o "$work/elsewhere/lungs.png"
says "no home folder, NLCEN_DATA as the message says" 0 ''
finish
