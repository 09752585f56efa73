using System.Globalization;
using System.Text;
using CommunityWidget.AnswerPages;
using CommunityWidget.Database;
using CommunityWidget.Import;
using CommunityWidget.Import.Reading;
using CommunityWidget.Import.TakingBack;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Import;

/// <summary>A world with a folder of files to bring in, and the verb as somebody says it.</summary>
internal sealed class ImportCase : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("community-import-").FullName;

    private ImportCase(TestWorld world, IReadOnlyDictionary<string, string?> settings) => (World, Settings) = (world, settings);

    public TestWorld World { get; }

    /// <summary>What a program of its own is told to find the same database.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>What was said so far.</summary>
    public Listening Said { get; } = new();

    /// <param name="around">What stands between the program and its database.</param>
    public static async Task<ImportCase> Start(Func<SqlDialect, SqlDialect>? around = null)
    {
        var database = await TestDatabase.Create();
        return new(await TestWorld.Start(also: services => Around(services.AddImport(), around), on: database), database.Settings);
    }

    private static void Around(IServiceCollection services, Func<SqlDialect, SqlDialect>? around)
    {
        if (around is null) return;
        var real = services.Last(one => one.ServiceType == typeof(SqlDialect)).ImplementationFactory!;
        services.AddSingleton<SqlDialect>(provider => around((SqlDialect)real(provider)));
    }

    public Task<int> Bring(string name, string text, params string[] options) => Bring(name, Encoding.UTF8.GetBytes(text), options);

    public async Task<int> Bring(string name, byte[] bytes, params string[] options)
    {
        var path = Path(name);
        if (!File.Exists(path) || !(await File.ReadAllBytesAsync(path)).SequenceEqual(bytes)) await File.WriteAllBytesAsync(path, bytes);
        return await Bring(name, CancellationToken.None, options);
    }

    public Task<int> Bring(string name, CancellationToken stop, params string[] options) =>
        new ImportVerb(World.Db, World.Get<SiteStore>(), World.Get<RunImport>(), new TakeBackVerb(World.Get<ImportStore>(), World.Get<TakeBackImport>(), Said), Said, World.Clock).Run([Path(name), "--site", World.Here.Slug, .. options], stop);

    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    /// <summary>The rows that were rejected, with the header; nothing where there is no such file.</summary>
    public string[] Rejected(string name) => File.Exists(RejectedFileOf(name)) ? File.ReadAllLines(RejectedFileOf(name)) : [];

    public string RejectedFileOf(string name) => $"{Path(name)}.rejected{(name.EndsWith(".csv", StringComparison.Ordinal) ? ".csv" : ".jsonl")}";

    public Task<IReadOnlyList<Edition>> Pages() => World.Db.Query<Edition>("select * from pages order by asked_at, title");

    public async Task<Edition> Page(string title) => Assert.Single(await Pages(), page => page.Title == title);

    public Task<IReadOnlyList<Answer>> Answers(Edition page) => World.Get<EditionStore>().Answers(page.Id);

    public async Task<ThreadRecord> Thread(Edition page) => (await World.Get<ThreadStore>().Find(page.Thread))!;

    /// <summary>The rows of a text, as they are read.</summary>
    public static async Task<IReadOnlyList<SourceRow>> Rows(string name, byte[] bytes, long mostHeld = 1 << 26)
    {
        var path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("community-rows-").FullName, name);
        await File.WriteAllBytesAsync(path, bytes);
        try
        {
            var file = await SourceFile.Examine(path, null, CancellationToken.None);
            await using var rows = await OpenRows.Of(file, out _, CancellationToken.None);
            return await (await GatherRows.Look(file, CancellationToken.None, mostHeld)).Run(rows.Read(CancellationToken.None)).ToListAsync();
        }
        finally
        {
            Directory.Delete(System.IO.Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    public static Task<IReadOnlyList<SourceRow>> Rows(string name, string text) => Rows(name, Encoding.UTF8.GetBytes(text));

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await Said.DisposeAsync();
        await World.DisposeAsync();
    }
}

/// <summary>Keeps what is said, and does something when a line says it.</summary>
internal sealed class Listening() : StringWriter(CultureInfo.InvariantCulture)
{
    private (string Words, Action Do)? _on;

    public void When(string words, Action act) => _on = (words, act);

    public override async Task WriteLineAsync(string? value)
    {
        await base.WriteLineAsync(value);
        if (_on is var (words, act) && value?.Contains(words, StringComparison.Ordinal) == true) act();
    }
}
