# Part of ./synergia: whose the data folder is, and who is at work on what. The locks are the kernel's, so they end with
# their holder, however it ends; in the file stands who that is.
# shellcheck shell=bash disable=SC2154

# What runs there runs as who types this, and reads secrets there.
require_own() {
  [ ! -e "$DATA" ] || [ -O "$DATA" ] || die "$DATA belongs to $(stat -c %U "$DATA"), not to you ($(id -un))"
}

# The folder is made private, and `reset` deletes it: so nothing else may be in it.
require_a_platforms() {
  local place
  for place in "$(readlink -m -- "${HOME:-/}")" "$HERE"; do
    case "$place/" in "${DATA%/}"/*) die "$DATA cannot be a platform's data folder: $place is in it" ;; esac
  done
  # Nothing but a lock is what a `reset` leaves that was interrupted at its end.
  [ -z "$(ls -A -I lock "$DATA" 2>/dev/null)" ] || [ -f "$DATA/secrets.env" ] || [ -d "$DATA/pids" ] \
    || die "$DATA holds something else than a platform's data. Name another folder by DZIENNIK_DATA."
}

# Of the commands that start and end processes one at a time is at work on a platform; what they leave running must not
# hold this (`9>&-`).
lock_data() {
  exec 9<> "$DATA/lock"
  # `reset` deletes the file: whoever has waited for it holds nothing.
  flock -n 9 && [ /proc/self/fd/9 -ef "$DATA/lock" ] \
    || die "another ./synergia$(holder "$DATA/lock") is at work on $DATA. Wait until it has ended, or end it."
  echo $$ > "$DATA/lock"
}

# One build at a time in a clone: each begins by deleting `target`. Maven holds this too, should it outlive its script.
lock_build() {
  exec 8<> "$HERE/.building"
  wait_for 8 "$HERE/.building" "builds or tests in this clone"
}

unlock_build() { exec 8>&-; }

lock_cache() {
  mkdir -p "$CACHE"
  exec 7<> "$CACHE/lock"
  wait_for 7 "$CACHE/lock" "fetches Keycloak"
}

unlock_cache() { exec 7>&-; }

wait_for() {
  flock -n "$1" || { say "waiting for another ./synergia$(holder "$2"), which $3"; flock "$1"; }
  echo $$ > "$2"
}

holder() {
  local pid
  read -r pid 2>/dev/null < "$1" && [[ "$pid" =~ ^[0-9]+$ ]] && echo " (process $pid)" || true
}
