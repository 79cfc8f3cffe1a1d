#!/bin/bash
# A private PostgreSQL for tests: made in a throw-away folder, gone with it.
#
#   tests/servers/postgres.sh start DIR    prints the URL of its superuser, the only line on stdout
#   tests/servers/postgres.sh stop DIR     stops it and removes DIR
#
# It listens on a free loopback port and on a socket in DIR. Nothing is synced to disk: the data need not survive.
# PostgreSQL refuses to run as root, so root hands DIR to the user postgres, or else nobody.
set -euo pipefail

fail() {
  echo "postgres.sh: $*" >&2
  exit 1
}

[[ $# -eq 2 && $1 =~ ^(start|stop)$ ]] || fail "usage: postgres.sh start|stop DIR"
command=$1
dir=$(realpath -m "$2")
data=$dir/data

# Debian keeps the server's programs out of the PATH, one folder per version; the newest one is taken.
# shellcheck disable=SC2012 # these names hold digits and dots only
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
[[ -x $bin/initdb ]] || bin=$(dirname "$(command -v initdb || true)")
[[ -x $bin/initdb && -x $bin/pg_ctl ]] || fail "PostgreSQL is missing: apt-get install postgresql"

as_owner() {
  if [[ $(id -u) -ne 0 ]]; then
    "$@"
    return
  fi
  local owner=nobody
  id postgres >/dev/null 2>&1 && owner=postgres
  (cd / && setpriv --reuid="$owner" --regid="$(id -g "$owner")" --clear-groups env HOME="$dir" "$@")
}

start() {
  [[ ! -e $data ]] || fail "$data exists already"
  mkdir -p "$dir"
  if [[ $(id -u) -eq 0 ]]; then
    chown "$(id -u postgres 2>/dev/null || id -u nobody)" "$dir"
  fi
  as_owner "$bin/initdb" --pgdata="$data" --username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync \
    >"$dir/initdb.log" 2>&1 || fail "initdb failed: $(tail -1 "$dir/initdb.log")"

  # A free port can be taken by someone else before the server binds it, hence a few attempts.
  local port
  for _ in 1 2 3 4 5; do
    port=$(free_port)
    if as_owner "$bin/pg_ctl" --pgdata="$data" --log="$dir/server.log" --wait --timeout=30 --silent start \
      --options="-h 127.0.0.1 -p $port -k '$dir' -N 200 -c fsync=off -c synchronous_commit=off \
        -c full_page_writes=off -c shared_buffers=512MB -c max_wal_size=4GB -c autovacuum_naptime=10s -c timezone=UTC" >/dev/null; then
      echo "postgres://postgres@127.0.0.1:$port/postgres"
      return
    fi
  done
  fail "the server did not start: $(tail -1 "$dir/server.log")"
}

# A port that nothing answers on, outside the range that the kernel hands to outgoing connections.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

stop() {
  if [[ -f $data/postmaster.pid ]]; then
    as_owner "$bin/pg_ctl" --pgdata="$data" --mode=immediate --wait --timeout=30 --silent stop
  fi
  rm -rf "$dir"
}

"$command"
