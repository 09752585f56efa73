using CommunityWidget.Tests.Architecture;

namespace CommunityWidget.Tests.Deploy;

/// <summary>The lines of deploy/README.md that save and restore what containers hold, as they are typed in, with what runs in the containers played.</summary>
public sealed class ComposeBackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("backup-").FullName;

    private string Backup => Path.Combine(_folder, "monday");

    [Needs("bash", "stat")]
    public async Task A_backup_is_its_owner_s_alone_and_is_restored_with_what_the_planner_knows()
    {
        Assert.Equal(0, (await Save("echo whole")).Status);

        Assert.Equal("whole\n", await File.ReadAllTextAsync(Backup));
        Assert.Equal("600", (await Programs.Run("stat", "-c", "%a", Backup)).Said.Trim());
        Assert.Equal([Backup], Directory.GetFiles(_folder, "monday*"));
        var restored = await Type("true", Lines("createdb", "redis-cli"));
        Assert.Equal(0, restored.Status);
        Assert.Contains("restored -qc analyze", restored.Said, StringComparison.Ordinal);
    }

    [Needs("bash")]
    public async Task One_that_is_there_is_not_written_over()
    {
        await File.WriteAllTextAsync(Backup, "last week's");

        var again = await Save("echo whole");

        Assert.Equal(1, again.Status);
        Assert.Contains("exists already", again.Said, StringComparison.Ordinal);
        Assert.Equal("last week's", await File.ReadAllTextAsync(Backup));
    }

    [Needs("bash")]
    public async Task One_that_another_is_writing_is_left_to_them()
    {
        await File.WriteAllTextAsync($"{Backup}.part", "half of");

        Assert.NotEqual(0, (await Save("echo whole")).Status);
        Assert.Equal("half of", await File.ReadAllTextAsync($"{Backup}.part"));
    }

    [Needs("bash")]
    public async Task One_cut_short_gets_no_name()
    {
        Assert.NotEqual(0, (await Save("echo whole; exit 1")).Status);
        Assert.False(File.Exists(Backup));
    }

    /// <summary>A full disk, a container that went away: the dump itself did not say.</summary>
    [Needs("bash")]
    public async Task One_that_cannot_be_read_to_its_end_gets_no_name()
    {
        Assert.NotEqual(0, (await Save("echo who")).Status);
        Assert.False(File.Exists(Backup));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<(int Status, string Said)> Save(string dump) => Type(dump, Lines("(set -C", "createdb"));

    // "compose exec -T postgres PROGRAM …": what it would write is given, what it reads is whole or it fails.
    private async Task<(int Status, string Said)> Type(string dump, string lines)
    {
        var compose = Path.Combine(_folder, "compose");
        await File.WriteAllTextAsync(compose, $$"""
            case " $* " in
              *" pg_dump "*) {{dump}} ;;
              *" pg_restore "*) grep -qx whole ;;
              *) echo "$*" ;;
            esac
            """);
        return await Programs.Run("bash", "-c", $"compose='bash {compose}'\n{lines.Replace("/backups/", $"{_folder}/", StringComparison.Ordinal)}");
    }

    private static string Lines(string from, string before) => string.Join('\n', File.ReadLines(Path.Combine(Repository.Root, "deploy/README.md"))
        .SkipWhile(line => !line.Contains(from, StringComparison.Ordinal)).TakeWhile(line => !line.Contains(before, StringComparison.Ordinal)));
}
