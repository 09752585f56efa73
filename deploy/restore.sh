#!/usr/bin/env bash
# Puts a backup into a place where nothing is yet, so that no slip of the hand replaces a living database. Stop the program first; start it
# on the restored database afterwards, with an empty Redis (FLUSHDB) if one was in use: what waits is read from the database.
# Usage: deploy/restore.sh FILE SQLITE-FILE
#        deploy/restore.sh FILE postgresql://user@host/database     (an empty database: createdb -T template0 …)
set -euo pipefail
[ $# -eq 2 ] || { sed -n '2,6p' "$0" | cut -c3-; exit 2; }
file=$1 database=$2

need() { command -v "$1" >/dev/null || { echo "$1 is missing: install it and run this again." >&2; exit 1; }; }

[ -f "$file" ] || { echo "There is no backup at $file." >&2; exit 1; }
case $database in
  postgres://*|postgresql://*)
    need pg_restore; need psql
    tables=$(psql --no-psqlrc -Atc "select count(*) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')" "$database")
    [ "$tables" = 0 ] || { echo "The database has tables already: restore into an empty one, and point the program there." >&2; exit 1; }
    pg_restore --no-owner --no-privileges --exit-on-error --single-transaction --dbname="$database" "$file"
    psql --no-psqlrc -qc analyze "$database"
    ;;
  *)
    need sqlite3
    for there in "$database" "$database-wal" "$database-shm"; do
      [ ! -e "$there" ] || { echo "$there exists already: move it away first." >&2; exit 1; }
    done
    whole=$(sqlite3 "$file" 'pragma integrity_check')
    [ "$whole" = ok ] || { echo "$file is damaged: $whole" >&2; exit 1; }
    (umask 077; cp "$file" "$database.part")
    # Whoever runs the program reads it: in a container root restores, and the folder is the program's.
    [ "$(id -u)" != 0 ] || chown "$(stat -c %u:%g -- "$(dirname -- "$database")")" -- "$database.part"
    sync "$database.part"
    mv "$database.part" "$database"
    ;;
esac
echo "Restored $file."
