using System.Diagnostics;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Mail;
using CommunityWidget.Redis;
using CommunityWidget.Sites;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Benchmarks.Driving;

/// <summary>A site with public pages in a database of the product's: brought in by its own verb.</summary>
internal sealed class Library : IAsyncDisposable
{
    public const string Slug = "bench", Topic = "kitchen";

    private readonly ServiceProvider _services;

    private Library(ServiceProvider services, IReadOnlyDictionary<string, string> settings) => (_services, Settings) = (services, settings);

    /// <summary>Where the product finds it.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    public Site Site { get; private set; } = null!;

    public Db Db => _services.GetRequiredService<Db>();

    /// <summary>What the verb said.</summary>
    public string Said { get; private set; } = "";

    public static async Task<Library> Open(Storage storage)
    {
        var settings = await storage.ForProduct();
        var services = new ServiceCollection();
        services.AddSingleton(Preparing.Configured(settings));
        services.AddLogging().AddSingleton(TimeProvider.System).AddSingleton<Hints>().AddSingleton<Reach>();
        services.Configure<PublicOptions>(address => address.PublicUrl = "http://localhost").AddSingleton<PublicAddress>();
        services.AddDatabase().AddMail().AddSites();
        var library = new Library(services.BuildServiceProvider(), settings);
        await library._services.GetRequiredService<Migrator>().Run();
        library.Site = new Site
        {
            Id = TimeProvider.System.NewId(), Key = Slug, Slug = Slug, Name = "Bench", Languages = "en fr", CreatedAt = TimeProvider.System.NowMs(),
            Topics = new([new(Topic, new Dictionary<string, string> { ["en"] = "Kitchen", ["fr"] = "Cuisine" })]),
        };
        await library.Db.Prepare(async tx =>
        {
            await library._services.GetRequiredService<SiteStore>().Add(tx, library.Site);
        });
        return library;
    }

    /// <summary>Brings a file in; 3 is the exit code where some of its rows could not be used.</summary>
    public async Task Import(string file, params string[] options)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "CommunityWidget.dll");
        using var verb = Process.Start(new ProcessStartInfo("dotnet", [program, "import", file, "--site", Slug, .. options, .. Settings.Select(s => $"--{s.Key}={s.Value}")]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var said = new List<string>();
        for (var line = await verb.StandardOutput.ReadLineAsync(); line is not null; line = await verb.StandardOutput.ReadLineAsync())
        {
            said.Add(line);
            // It takes minutes: whoever waits sees how far it is.
            Console.WriteLine($"    {line}");
        }
        Said = string.Join('\n', said);
        await verb.WaitForExitAsync();
        if (verb.ExitCode is not 0 and not 3) throw new InvalidOperationException(Said);
    }

    public Task<long> Count() => Db.Find<long>("select count(*) from pages where state = 'published'");

    /// <summary>Waits until a running program has found out which pages are like which: it is not to do so while it is measured.</summary>
    public async Task UntilRelated()
    {
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        for (var started = Stopwatch.StartNew(); await Db.Find<long>("select count(*) from search_pages where related_at is null") > 0;)
        {
            if (started.Elapsed > TimeSpan.FromMinutes(1)) throw new InvalidOperationException("Related pages are not looked for.");
            await interval.WaitForNextTickAsync();
        }
    }

    /// <summary>Addresses of public pages.</summary>
    public async Task<IReadOnlyList<string>> Paths(int most) => [.. (await Db.Query<string>(
        $"select public_id || '/' || slug from pages where state = 'published' order by id limit {most}")).Select(path => $"/answers/{Slug}/{path}")];

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
