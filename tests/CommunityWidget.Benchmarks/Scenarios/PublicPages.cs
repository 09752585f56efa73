using System.Reflection;
using CommunityWidget.Benchmarks.Bare;
using CommunityWidget.Benchmarks.Driving;
using CommunityWidget.Benchmarks.Measuring;

namespace CommunityWidget.Benchmarks.Scenarios;

/// <summary>A public page, read as fast as it is given: one that is kept, against the same bytes from memory and from nginx; many that are not, against a string builder with the same query.</summary>
internal static class PublicPages
{
    // More than a megabyte holds, so that each is gone before it comes round again.
    private const int Pages = 1_000;

    private const int WarmRounds = 3;

    public static async Task Run(Report report, Storage storage, Settings settings, string folder)
    {
        await using var library = await Library.Open(storage);
        var file = Path.Combine(folder, $"{storage.Name}-pages.jsonl");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, Pages).Select(Line));
        await library.Import(file);
        var paths = await library.Paths(Pages);
        await using var keeping = await Cast.Product(storage, library.Settings);
        await using var forgetting = await Cast.Product(storage, new Dictionary<string, string>(library.Settings) { ["Answers:CacheMegabytes"] = "1" });
        await library.UntilRelated();
        using var http = new HttpClient();
        var page = await http.GetByteArrayAsync(new Uri(keeping.Address, paths[0]));
        var sample = Path.Combine(folder, $"{storage.Name}-page.html");
        await File.WriteAllBytesAsync(sample, page);
        await using var bare = await Measured.Start(storage.Log("bare-pages"), address =>
            [Assembly.GetExecutingAssembly().Location, BarePages.Verb, address, sample, paths[0].Split('/')[3], .. library.Settings.Select(s => $"{s.Key}={s.Value}")]);
        await using var nginx = StaticFiles.IsInstalled ? await StaticFiles.Start(Path.Combine(folder, $"{storage.Name}-nginx"), page) : null;

        using var kept = new PageReaders(keeping.Address, [paths[0]]);
        using var memory = new PageReaders(bare.Address, [BarePages.Memory]);
        using var still = nginx is null ? null : new PageReaders(nginx.Address, ["/page.html"]);
        using var made = new PageReaders(forgetting.Address, paths);
        using var built = new PageReaders(bare.Address, [.. paths.Select(path => BarePages.Built + string.Join('/', path.Split('/')[3..]))]);
        var sides = new[] { kept, memory, still, made, built }.OfType<PageReaders>().ToList();
        var read = sides.ToDictionary(side => side, _ => new List<double>());
        var (processor, spent) = (new Dictionary<PageReaders, Measured> { [made] = forgetting, [built] = bare }, new Dictionary<PageReaders, (TimeSpan Time, int Pages)>());
        // In rounds, as lines that nobody reads on are closed after a while. A page that is made goes through most of the program: for more than one the runtime still compiles it beside.
        for (var round = 0; round < WarmRounds; round++)
        {
            foreach (var side in sides) await side.Read(settings.WarmUp);
        }
        for (var i = 0; i < settings.Repetitions; i++)
            foreach (var side in sides) await Spent(side, async () => read[side].Add(await side.Read(settings.Time)));

        report.Add("an answer page that is kept", storage.Name, new("product", new(read[kept]), "/s"), new("same bytes from Kestrel's memory", new(read[memory]), "/s"), new Hold(AtLeast: 0.9));
        if (still is not null) report.Add("an answer page that is kept", storage.Name, new("product", new(read[kept]), "/s"), new("nginx with a file", new(read[still]), "/s"), new Hold(AtLeast: 0.5));
        else report.Note("nginx is not installed here: kept pages were not compared with its files.");
        report.Add("an answer page that is made", storage.Name, new("product", new(read[made]), "/s"), new("string builder with the same query", new(read[built]), "/s"), new Hold(AtLeast: 0.7));
        // Others on the machine make pages slower on both sides, not dearer.
        report.Note($"A made page costs {PerPage(made):n0} µs of processor time in the product and {PerPage(built):n0} in the string builder ({storage.Name} run).");
        report.Note($"The page has {page.Length:n0} bytes, not compressed ({storage.Name} run).");

        async Task Spent(PageReaders side, Func<Task> reads)
        {
            if (!processor.TryGetValue(side, out var server))
            {
                await reads();
                return;
            }
            var (time, pages) = (server.Processor(), side.Asked);
            await reads();
            var before = spent.GetValueOrDefault(side);
            spent[side] = (before.Time + server.Processor() - time, before.Pages + side.Asked - pages);
        }

        double PerPage(PageReaders side) => spent[side].Time.TotalMicroseconds / spent[side].Pages;
    }

    private static string Line(int n) => $$"""
        {"id": "{{n}}", "title": "Does lamp number {{n}} fit into a kitchen with a low ceiling", "question": "I have a kitchen with a ceiling of {{200 + (n % 90)}} centimetres and would like to hang lamp number {{n}} above the table. Does it fit, and how long is its cable when it is as short as can be?", "product_id": "L{{n % 50}}", "product": "Lamp {{n % 50}}", "asked_at": "2025-03-{{1 + (n % 28):d2}}", "answers": [{"text": "It does. I have number {{n}} above ours, and its cable can be cut down to {{40 + (n % 30)}} centimetres. Mind that the plug is glued on, so ask somebody who knows how before you cut it, and keep what is left over.", "accepted": true, "votes": {{n % 40}}, "author": "Maya"}, {"text": "We had to send ours back, because the hook in the ceiling would not hold it: it weighs four kilograms. Number {{n}} of the older kind weighs half as much and looks the same.", "votes": {{n % 7}}, "author": "Leo"}]}
        """;
}
