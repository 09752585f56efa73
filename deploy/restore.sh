#!/usr/bin/env bash
# Puts a backup into a place where nothing is yet, so that no slip of the hand replaces a living database. Stop the program first; start it
# on the restored database afterwards, with an empty Redis (FLUSHDB) if one was in use: what waits is read from the database.
# Usage: deploy/restore.sh FILE SQLITE-FILE
#        deploy/restore.sh FILE postgresql://user@host/database     (an empty one: createdb -T template0 -E UTF8 --lc-collate=C --lc-ctype=C …;
#                                                                    needs a pg_restore not older than the pg_dump that wrote FILE)
set -euo pipefail
[ $# -eq 2 ] || { sed -n '2,7p' "$0" | cut -c3-; exit 2; }
file=$1 database=$2

need() { command -v "$1" >/dev/null || { echo "$1 is missing: install it and run this again." >&2; exit 1; }; }

[ -f "$file" ] || { echo "There is no backup at $file." >&2; exit 1; }
case $database in
  postgres://*|postgresql://*)
    need pg_restore; need psql
    # The program refuses any other, after all of it was restored.
    encoding=$(psql --no-psqlrc -Atc 'show server_encoding' "$database")
    [ "$encoding" = UTF8 ] || { echo "The database is encoded in $encoding: make one by createdb -T template0 -E UTF8 --lc-collate=C --lc-ctype=C, and restore into that." >&2; exit 1; }
    [[ $(pg_restore --version) =~ [0-9]+ ]] && tools=${BASH_REMATCH[0]}
    pg_restore --file=/dev/null "$file" || { echo "pg_restore $tools cannot read $file: it is no whole backup, or a newer pg_dump wrote it. Use tools of that version or a newer one." >&2; exit 1; }
    tables=$(psql --no-psqlrc -Atc "select count(*) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')" "$database")
    [ "$tables" = 0 ] || { echo "The database has tables already: restore into an empty one, and point the program there." >&2; exit 1; }
    if [ "$tools" -ge 17 ] && [ "$(psql --no-psqlrc -Atc 'show server_version_num' "$database")" -lt 170000 ]; then
      # Such tools begin with a setting that older servers do not know. Left out before anything is created, so that nothing anybody wrote is taken for it.
      # All or nothing: psql would take the end of what it gets for the whole, so it is told to commit only once all was read.
      {
        echo 'begin;'
        pg_restore --no-owner --no-privileges --file=- "$file" | LC_ALL=C sed '1,/^\(CREATE\|ALTER\|COPY\) /{/^SET transaction_timeout = 0;$/d}' && echo 'commit;'
      } | psql --no-psqlrc -q -v ON_ERROR_STOP=1 -o /dev/null -f - "$database"
    else
      pg_restore --no-owner --no-privileges --exit-on-error --single-transaction --dbname="$database" "$file"
    fi
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
