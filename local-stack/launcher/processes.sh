# Part of ./synergia: finds and ends processes, by bash alone, for who ends the platform needs no JDK.
# shellcheck shell=bash disable=SC2154

# By what a process is told from a later one under its id: when it started, and in which boot. Fails for one that has
# ended. The supervisor notes the same in its pid files (PidFile).
started() {
  local stat
  stat="$(cat "/proc/$1/stat" 2>/dev/null)" || return 1
  # shellcheck disable=SC2086
  set -- ${stat##*) }
  [ "$1" != Z ] && echo "${20}@$(cat /proc/sys/kernel/random/boot_id)"
}

# The process of a pid file, if it lives.
noted() {
  local pid mark
  read -r pid mark 2>/dev/null < "$1" && [ "$(started "$pid")" = "$mark" ] && echo "$pid"
}

# A process and all under it.
family() {
  local child
  echo "$1"
  for child in $(cat "/proc/$1/task/$1/children" 2>/dev/null); do family "$child"; done
}

# Waits until a process has ended, so many seconds at most.
gone() {
  local i
  for ((i = 0; i < $2 * 10; i++)); do
    started "$1" > /dev/null || return 0
    sleep 0.1
  done
  return 1
}

# Asks processes to end by a signal, waits, and insists.
finish() {
  local signal="$1" seconds="$2" pid
  shift 2
  for pid in "$@"; do kill "-$signal" "$pid" 2>/dev/null || true; done
  for pid in "$@"; do gone "$pid" "$seconds" || kill -KILL "$pid" 2>/dev/null || true; done
  for pid in "$@"; do gone "$pid" 15 || die "process $pid cannot be ended"; done
}

running() {
  local pid
  [ -f "$DATA/pids/supervisor.pid" ] || return 1
  pid="$(cut -d' ' -f1 "$DATA/pids/supervisor.pid")"
  [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null \
    && tr '\0' ' ' < "/proc/$pid/cmdline" 2>/dev/null | grep -q 'pl.dziennik.localstack.Main supervise'
}

# What lives of the processes that a supervisor has started.
children() {
  local file
  for file in "$DATA"/pids/*.pid; do
    [ -f "$file" ] && [ "${file##*/}" != supervisor.pid ] || continue
    noted "$file" || true
  done
}

postgres() {
  local pid
  pid="$(head -1 "$DATA/postgres/postmaster.pid" 2>/dev/null)" || return 0
  # PostgreSQL works inside its data folder; anybody else under its old id does not.
  if [ -n "$pid" ] && [ "/proc/$pid/cwd" -ef "$DATA/postgres" ]; then echo "$pid"; fi
}

# Ends what a killed supervisor has left, what stands on PostgreSQL first; says how many.
end_leftovers() {
  local pid pids="" left server
  left="$(children)"
  server="$(postgres)"
  for pid in $left; do pids="$pids $(family "$pid")"; done
  # shellcheck disable=SC2086
  finish TERM 15 $pids
  # INT: PostgreSQL waits for nobody who is still connected, and writes down what it has.
  [ -z "$server" ] || finish INT 30 "$server"
  rm -f "$DATA"/pids/*.pid "$DATA/postgres/postmaster.pid"
  # shellcheck disable=SC2086
  set -- $left $server
  [ $# = 0 ] || say "ended $# processes that a killed supervisor had left"
}

stop() {
  if running; then
    # It ends the others in their order.
    finish TERM 60 "$(cut -d' ' -f1 "$DATA/pids/supervisor.pid")"
  fi
  end_leftovers
}
