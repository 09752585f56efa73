using CommunityWidget.Servers;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CommunityWidget.Tests.Deploy;

/// <summary>deploy/backup.sh and deploy/restore.sh, on databases that are being written to.</summary>
public sealed class BackupTests : IDisposable
{
    private const string Said = "déjà 'vu' \\ 🙂\nzwei";

    private readonly string _folder = Directory.CreateTempSubdirectory("backup-").FullName;

    private string Backup => Path.Combine(_folder, "it's a backup");

    [Needs("bash", "sqlite3")]
    public async Task A_SQLite_file_comes_back_as_it_was_its_log_included()
    {
        var (living, restored) = (Path.Combine(_folder, "living.db"), Path.Combine(_folder, "restored.db"));
        await using var writer = await Open(living);
        await Execute(writer, "pragma journal_mode=wal; create table said (text text); insert into said values ($said)");

        Assert.Equal(0, (await Programs.Run("bash", "deploy/backup.sh", Backup, living)).Status);
        await Execute(writer, "insert into said values ($said)");
        Assert.Equal(0, (await Programs.Run("bash", "deploy/restore.sh", Backup, restored)).Status);

        await using var reader = await Open(restored);
        await using var select = reader.CreateCommand();
        select.CommandText = "select group_concat(text, '|') from said";
        Assert.Equal(Said, await select.ExecuteScalarAsync());
    }

    /// <summary>A copy that begins again with each write ends when the writing does.</summary>
    [Needs("bash", "sqlite3")]
    public async Task A_busy_shop_s_file_is_copied_while_it_goes_on_writing()
    {
        var living = Path.Combine(_folder, "living.db");
        await using var writer = await Open(living);
        await Execute(writer, "pragma journal_mode=wal; pragma synchronous=off; create table said (text text); with recursive n(i) as (select 1 union all select i + 1 from n where i < 15000) insert into said select randomblob(2000) from n");

        var saving = Programs.Run("bash", "deploy/backup.sh", Backup, living);
        for (var i = 0; i < 200_000 && !saving.IsCompleted; i++) await Execute(writer, "insert into said values ($said)");

        Assert.Equal(0, (await saving).Status);
        await using var copy = await Open(Backup);
        Assert.InRange(await Count(copy), 15_000, await Count(writer) - 1);

        static async Task<long> Count(SqliteConnection connection)
        {
            await using var select = connection.CreateCommand();
            select.CommandText = "select count(*) from said";
            return (long)(await select.ExecuteScalarAsync())!;
        }
    }

    [Needs("bash", "sqlite3")]
    public async Task Nothing_that_is_there_is_written_over()
    {
        var living = Path.Combine(_folder, "living.db");
        await using (var writer = await Open(living)) await Execute(writer, "create table said (text text)");
        await Programs.Run("bash", "deploy/backup.sh", Backup, living);

        var again = await Programs.Run("bash", "deploy/backup.sh", Backup, living);
        var over = await Programs.Run("bash", "deploy/restore.sh", Backup, living);

        Assert.Equal(1, again.Status);
        Assert.Contains("exists already", again.Said);
        Assert.Equal(1, over.Status);
        Assert.Contains("move it away first", over.Said);
    }

    [Needs("bash", "sqlite3")]
    public async Task A_damaged_backup_is_not_restored()
    {
        var (living, restored) = (Path.Combine(_folder, "living.db"), Path.Combine(_folder, "restored.db"));
        await using (var writer = await Open(living)) await Execute(writer, "create table said (text text); with recursive n(i) as (select 1 union all select i + 1 from n where i < 50) insert into said select hex(randomblob(2000)) from n");
        await Programs.Run("bash", "deploy/backup.sh", Backup, living);
        var bytes = await File.ReadAllBytesAsync(Backup);
        await File.WriteAllBytesAsync(Backup, bytes[..(bytes.Length / 2)]);

        var (status, _) = await Programs.Run("bash", "deploy/restore.sh", Backup, restored);

        Assert.NotEqual(0, status);
        Assert.False(File.Exists(restored));
    }

    /// <summary>In a container root does it, and the program is somebody else.</summary>
    [Needs("bash", "sqlite3", "chown")]
    public async Task What_root_restores_belongs_to_whom_its_folder_belongs()
    {
        if (!Environment.IsPrivilegedProcess) return;
        var living = Path.Combine(_folder, "living.db");
        await using (var writer = await Open(living)) await Execute(writer, "create table said (text text)");
        await Programs.Run("bash", "deploy/backup.sh", Backup, living);
        var theirs = Directory.CreateDirectory(Path.Combine(_folder, "it's the program's")).FullName;
        await Programs.Run("chown", "12345:23456", theirs);

        Assert.Equal(0, (await Programs.Run("bash", "deploy/restore.sh", Backup, Path.Combine(theirs, "restored.db"))).Status);

        Assert.Equal("12345:23456 600", (await Programs.Run("stat", "-c", "%u:%g %a", Path.Combine(theirs, "restored.db"))).Said.Trim());
    }

    [Needs("bash", "postgres", "pg_dump", "pg_restore", "psql")]
    public async Task A_PostgreSQL_database_comes_back_as_it_was_into_an_empty_one_only()
    {
        await using var postgres = await PrivatePostgres.Start();
        var (living, restored) = (await postgres.NewDatabase(), await postgres.NewDatabase());
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString(living));
        await using (var insert = source.CreateCommand("create table said (text text); insert into said values ('déjà ''vu'' \\ 🙂')")) await insert.ExecuteNonQueryAsync();

        var saved = await Programs.Run("bash", "deploy/backup.sh", Backup, Address(postgres, living));
        var first = await Programs.Run("bash", "deploy/restore.sh", Backup, Address(postgres, restored));
        var second = await Programs.Run("bash", "deploy/restore.sh", Backup, Address(postgres, restored));

        Assert.True(saved.Status == 0, saved.Said);
        Assert.True(first.Status == 0, first.Said);
        Assert.Contains("has tables already", second.Said);
        await using var target = NpgsqlDataSource.Create(postgres.ConnectionString(restored));
        await using var select = target.CreateCommand("select text from said");
        Assert.Equal("déjà 'vu' \\ 🙂", await select.ExecuteScalarAsync());
    }

    /// <summary>Tools of version 17 begin with a setting that servers before do not know; played, for want of such tools.</summary>
    [Needs("bash", "sed", "chmod", "postgres", "pg_dump", "pg_restore", "psql")]
    public async Task Newer_tools_restore_into_an_older_server()
    {
        await using var postgres = await PrivatePostgres.Start();
        var (living, restored) = (await postgres.NewDatabase(), await postgres.NewDatabase());
        await postgres.Execute("create table said (text text); insert into said values ('SET transaction_timeout = 0;'), ('two')", living);
        var tools = Directory.CreateDirectory(Path.Combine(_folder, "tools")).FullName;
        await File.WriteAllTextAsync(Path.Combine(tools, "pg_restore"), $$"""
            #!/usr/bin/env bash
            case " $* " in
              *" --version "*) echo "pg_restore (PostgreSQL) 17.2"; exit ;;
              *" --dbname="*) echo 'unrecognized configuration parameter "transaction_timeout"' >&2; exit 1 ;;
              *" --file=- "*) echo 'SET transaction_timeout = 0;' ;;
            esac
            exec {{Programs.Find("pg_restore")}} "$@"
            """);
        await Programs.Run("chmod", "700", Path.Combine(tools, "pg_restore"));

        var saved = await Programs.Run("bash", "deploy/backup.sh", Backup, Address(postgres, living));
        var back = await Programs.Run("bash", "-c", "PATH=$0:$PATH exec bash deploy/restore.sh \"$@\"", tools, Backup, Address(postgres, restored));

        Assert.True(saved.Status == 0, saved.Said);
        Assert.True(back.Status == 0, back.Said);
        await using var target = NpgsqlDataSource.Create(postgres.ConnectionString(restored));
        await using var select = target.CreateCommand("select string_agg(text, '|') from said");
        Assert.Equal("SET transaction_timeout = 0;|two", await select.ExecuteScalarAsync());
    }

    /// <summary>What is cut off there ends like what is whole: nothing of it may stay.</summary>
    [Needs("bash", "chmod", "sed", "postgres", "pg_dump", "pg_restore", "psql")]
    public async Task Newer_tools_that_die_half_way_leave_nothing_behind()
    {
        await using var postgres = await PrivatePostgres.Start();
        var (living, restored) = (await postgres.NewDatabase(), await postgres.NewDatabase());
        await postgres.Execute("create table said (text text); insert into said values ('one'), ('two'); create table unsaid (text text); insert into unsaid values ('three'), ('four')", living);
        var tools = Directory.CreateDirectory(Path.Combine(_folder, "tools")).FullName;
        // It ends within the second table's rows.
        await File.WriteAllTextAsync(Path.Combine(tools, "pg_restore"), $$"""
            #!/usr/bin/env bash
            case " $* " in
              *" --version "*) echo "pg_restore (PostgreSQL) 17.2" ;;
              *" --file=- "*) {{Programs.Find("pg_restore")}} "$@" | sed '/^three$/q'; exit 1 ;;
              *) exec {{Programs.Find("pg_restore")}} "$@" ;;
            esac
            """);
        await Programs.Run("chmod", "700", Path.Combine(tools, "pg_restore"));
        await Programs.Run("bash", "deploy/backup.sh", Backup, Address(postgres, living));

        var (status, _) = await Programs.Run("bash", "-c", "PATH=$0:$PATH exec bash deploy/restore.sh \"$@\"", tools, Backup, Address(postgres, restored));

        Assert.NotEqual(0, status);
        await Assert.ThrowsAsync<PostgresException>(() => postgres.Execute("select text from said", restored));
    }

    /// <summary>The program would refuse it when all of it is there.</summary>
    [Needs("bash", "postgres", "pg_dump", "pg_restore", "psql")]
    public async Task Nothing_is_restored_into_a_database_that_the_program_would_refuse()
    {
        await using var postgres = await PrivatePostgres.Start();
        var living = await postgres.NewDatabase();
        await postgres.Execute("create table said (text text)", living);
        await postgres.Execute("create database ascii encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' template template0");
        await Programs.Run("bash", "deploy/backup.sh", Backup, Address(postgres, living));

        var (status, said) = await Programs.Run("bash", "deploy/restore.sh", Backup, Address(postgres, "ascii"));

        Assert.Equal(1, status);
        Assert.Contains("encoded in SQL_ASCII: make one by createdb -T template0 -E UTF8", said, StringComparison.Ordinal);
        await Assert.ThrowsAsync<PostgresException>(() => postgres.Execute("select text from said", "ascii"));
    }

    /// <summary>What stands in the file is looked at before anything is written.</summary>
    [Needs("bash", "postgres", "pg_restore", "psql")]
    public async Task A_file_that_is_no_backup_is_said_to_be_none()
    {
        await using var postgres = await PrivatePostgres.Start();
        await File.WriteAllTextAsync(Backup, "PGDMP, and no more");

        var (status, said) = await Programs.Run("bash", "deploy/restore.sh", Backup, Address(postgres, await postgres.NewDatabase()));

        Assert.Equal(1, status);
        Assert.Contains("no whole backup, or a newer pg_dump wrote it", said, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Address(PrivatePostgres postgres, string database) => $"postgresql://community@127.0.0.1:{postgres.Port}/{database}";

    private static async Task<SqliteConnection> Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task Execute(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$said", Said);
        await command.ExecuteNonQueryAsync();
    }
}
