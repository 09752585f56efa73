#!/usr/bin/env bash
# Writes one consistent moment of the database to a file, while the program runs. Nothing else needs a backup: Redis is rebuilt from it.
# Usage: deploy/backup.sh FILE SQLITE-FILE
#        deploy/backup.sh FILE postgresql://user@host/database     (needs pg_dump of the server's version or newer; PGPASSWORD or ~/.pgpass)
set -euo pipefail
[ $# -eq 2 ] || { sed -n '2,5p' "$0" | cut -c3-; exit 2; }
file=$1 database=$2

need() { command -v "$1" >/dev/null || { echo "$1 is missing: install it and run this again." >&2; exit 1; }; }

[ ! -e "$file" ] || { echo "$file exists already: backups are not written over." >&2; exit 1; }
umask 077
part=$file.part
trap 'rm -f "$part"' EXIT
case $database in
  postgres://*|postgresql://*)
    need pg_dump
    pg_dump --format=custom --no-owner --no-privileges --file="$part" "$database"
    # Read from end to end, so that a file cut short is found now.
    pg_restore --file=/dev/null "$part"
    ;;
  *)
    need sqlite3
    [ -f "$database" ] || { echo "There is no database at $database." >&2; exit 1; }
    # Includes what still stands in the write-ahead log; the program goes on writing meanwhile. One moment is held open while it is copied: without
    # that, each write of the program would make the copy begin again, and a busy shop's would never end.
    quoted=${part//\\/\\\\}
    sqlite3 -cmd '.timeout 10000' "$database" 'begin; select 1 from sqlite_schema limit 1;' ".backup \"${quoted//\"/\\\"}\"" >/dev/null
    whole=$(sqlite3 "$part" 'pragma integrity_check')
    [ "$whole" = ok ] || { echo "$database is damaged: $whole" >&2; exit 1; }
    ;;
esac
mv "$part" "$file"
echo "$file: $(stat -c %s "$file") bytes"
