#!/bin/sh
# Starts a PostgreSQL server for tests in a folder of its own, on a free loopback port; prints its address.
# Usage: postgres.sh start DIR | postgres.sh stop DIR
set -eu

if [ $# -ne 2 ]; then
    echo "usage: postgres.sh start|stop DIR" >&2
    exit 2
fi
mode=$1
dir=$2

find_bin() {
    for candidate in "${AYNI_POSTGRES_BIN:-}" /usr/lib/postgresql/*/bin "$(dirname "$(command -v initdb 2>/dev/null || echo /none/x)")"; do
        if [ -n "$candidate" ] && [ -x "$candidate/initdb" ]; then
            echo "$candidate"
            return
        fi
    done
    echo "postgres.sh: no initdb found; install PostgreSQL or set AYNI_POSTGRES_BIN" >&2
    exit 1
}

# PostgreSQL refuses to run as root: it runs as the user of Debian's package, or as nobody where that is not installed.
user=nobody
if id postgres >/dev/null 2>&1; then
    user=postgres
fi
as_user() {
    if [ "$(id -u)" = 0 ]; then
        runuser -u "$user" -- "$@"
    else
        "$@"
    fi
}

bin=$(find_bin)
case $mode in
start)
    mkdir -p "$dir"
    [ "$(id -u)" != 0 ] || chown "$user" "$dir"
    cd "$dir" # a folder that the other user may enter
    dir=$PWD
    as_user "$bin/initdb" --pgdata="$dir/data" --username=ayni --auth=trust --no-sync --locale=C.UTF-8 --encoding=UTF8 >/dev/null
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    as_user "$bin/pg_ctl" --pgdata="$dir/data" --log="$dir/log" --wait --silent \
        --options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='$dir' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" start >/dev/null || {
        cat "$dir/log" >&2
        exit 1
    }
    echo "postgres://ayni@127.0.0.1:$port/postgres"
    ;;
stop)
    cd "$dir"
    as_user "$bin/pg_ctl" --pgdata="$PWD/data" --mode=immediate --silent stop
    ;;
*)
    echo "usage: postgres.sh start|stop DIR" >&2
    exit 2
    ;;
esac
