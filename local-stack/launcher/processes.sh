# Part of ./synergia: finds and ends processes, by bash alone, for who ends the platform needs no JDK. Processes go by
# their id with their mark, `id:mark`, since ids are given out again.
# shellcheck shell=bash disable=SC2154

# By what a process is told from a later one under its id: when it started, and in which boot. Fails for one that has
# ended, and for what is no id. The supervisor notes the same in its pid files (PidFile).
started() {
  local stat
  [[ "$1" =~ ^[1-9][0-9]*$ ]] && stat="$(cat "/proc/$1/stat" 2>/dev/null)" || return 1
  # shellcheck disable=SC2086
  set -- ${stat##*) }
  [ "$1" != Z ] && echo "${20}@$(cat /proc/sys/kernel/random/boot_id)"
}

# The process that lives under an id.
marked() {
  local mark
  mark="$(started "$1")" && echo "$1:$mark"
}

# Whether a process, not a later one under its id, lives.
alive() {
  local mark
  mark="$(started "${1%%:*}")" && [ "$mark" = "${1#*:}" ]
}

# The process of a pid file, if it lives.
noted() {
  local pid mark
  read -r pid mark 2>/dev/null < "$1" && alive "$pid:$mark" && echo "$pid:$mark"
}

# The ids of the children, whichever thread has started them.
children_of() { cat "/proc/$1/task/"*/children 2>/dev/null || true; }

# A process and all under it.
family() {
  local child
  marked "$1" || return 0
  for child in $(children_of "$1"); do family "$child"; done
}

# Waits until a process has ended, so many seconds at most.
gone() {
  local i
  for ((i = 0; i < $2 * 10; i++)); do
    alive "$1" || return 0
    sleep 0.1
  done
  return 1
}

send() {
  if alive "$2"; then kill "-$1" "${2%%:*}" 2>/dev/null || true; fi
}

# Asks processes to end by a signal, waits, and insists.
finish() {
  local signal="$1" seconds="$2" process
  shift 2
  for process in "$@"; do send "$signal" "$process"; done
  for process in "$@"; do gone "$process" "$seconds" || send KILL "$process"; done
  for process in "$@"; do gone "$process" 15 || die "process ${process%%:*} cannot be ended"; done
}

supervisor() { noted "$DATA/pids/supervisor.pid"; }

running() { supervisor > /dev/null; }

# What lives of the processes that a supervisor has started.
children() {
  local file
  for file in "$DATA"/pids/*.pid; do
    [ -f "$file" ] && [ "${file##*/}" != supervisor.pid ] || continue
    noted "$file" || true
  done
}

postgres() {
  local pid process
  pid="$(head -1 "$DATA/postgres/postmaster.pid" 2>/dev/null)" && process="$(marked "$pid")" || return 0
  # PostgreSQL works inside its data folder; anybody else under its old id does not.
  if [ "/proc/$pid/cwd" -ef "$DATA/postgres" ]; then echo "$process"; fi
}

# Ends what a killed supervisor has left, what stands on PostgreSQL first; says how many.
end_leftovers() {
  local process all="" left server
  left="$(children)"
  server="$(postgres)"
  for process in $left; do all="$all $(family "${process%%:*}")"; done
  # shellcheck disable=SC2086
  finish TERM 15 $all
  # INT: PostgreSQL waits for nobody who is still connected, and writes down what it has.
  [ -z "$server" ] || finish INT 30 "$server"
  rm -f "$DATA"/pids/*.pid "$DATA/postgres/postmaster.pid"
  # shellcheck disable=SC2086
  set -- $left $server
  [ $# = 0 ] || say "ended $# processes that a killed supervisor had left"
}

stop() {
  local process
  # It ends the others in their order.
  if process="$(supervisor)"; then finish TERM 60 "$process"; fi
  end_leftovers
}
