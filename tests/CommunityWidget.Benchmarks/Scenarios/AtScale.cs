using System.Diagnostics;
using CommunityWidget.Benchmarks.Driving;
using CommunityWidget.Benchmarks.Measuring;
using Dapper;

namespace CommunityWidget.Benchmarks.Scenarios;

/// <summary>
/// A site with 100,000 public pages of real questions: how fast they are brought in, and how long a page, its lists, a search and suggestions take,
/// one reader at a time and nothing of it kept, beside the query alone.
/// </summary>
internal static class AtScale
{
    private const int Pages = 100_000;

    private const string Page = """
        select * from pages where public_id = @id and site = @site;
        select a.*, m.name, m.roles from answers a join pages p on p.id = a.page left join members m on m.id = a.member where p.public_id = @id order by a.position
        """;

    private const string Lines = "select id, public_id, slug, title, language, asked_at, published_at from pages where site = @site and state = 'published' and hidden_at is null";

    public static async Task Run(Report report, Storage storage, Settings settings, string folder, string? data)
    {
        if (!QuestionSets.IsThere(data))
        {
            report.Note($"Pages at scale were not measured. {QuestionSets.Hint}");
            return;
        }
        var (sets, pages) = (new QuestionSets(data!), settings == Settings.Smoke ? Pages / 100 : Pages);
        await using var library = await Library.Open(storage);
        foreach (var (path, language) in sets.All)
        {
            await library.Import(Copy(path, folder), "--language", language);
            report.Note($"{Path.GetFileName(path)} ({storage.Name}): {Said(library)}");
        }
        var many = Path.Combine(folder, "many.jsonl");
        await sets.Repeat(many, Math.Max(500, pages - (int)await library.Count()));
        await library.Import(many);
        report.Note($"The same again and again about other products ({storage.Name}): {Said(library)}");
        report.Note($"{await library.Count():n0} public pages ({storage.Name}).");
        await Times(report, storage, settings, library);
    }

    private static async Task Times(Report report, Storage storage, Settings settings, Library library)
    {
        await using var product = await Cast.Product(storage, new Dictionary<string, string>(library.Settings) { ["Answers:CacheMegabytes"] = "1" });
        await using var connection = await library.Db.Dialect.Open(CancellationToken.None);
        using var http = new HttpClient { BaseAddress = product.Address };
        var (paths, random, site) = (await library.Paths(20_000), new Random(7), library.Site.Id);
        var products = await library.Db.Query<string>("select distinct product_id from pages where product_id like 'M%' and state = 'published' limit 5000");
        var home = $"/answers/{Library.Slug}";
        string Any() => paths[random.Next(paths.Count)];

        await Compare("a page", Any, path => Query(Page, new { id = path.Split('/')[3], site }));
        await Compare("the newest questions", () => $"{home}?lang={(random.Next(2) == 0 ? "en" : "fr")}", _ => Query($"{Lines} order by published_at desc, id desc limit 21", new { site }));
        await Compare("a product's questions", () => $"{home}/products/{products[random.Next(products.Count)]}", path => Query($"{Lines} and product_id = @product order by published_at desc, id desc limit 21", new { site, product = path.Split('/')[^1] }));

        async Task Query(string sql, object parameters)
        {
            await using var read = await connection.QueryMultipleAsync(sql, parameters);
            while (!read.IsConsumed) await read.ReadAsync();
        }

        async Task Compare(string what, Func<string> address, Func<string, Task> query)
        {
            var (ours, bare) = (new List<double>(), new List<double>());
            for (var i = 0; i < settings.Repetitions + 1; i++)
            {
                var (asked, looked) = (new List<double>(), new List<double>());
                for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < settings.Time / 4 || asked.Count < 3;)
                {
                    var path = address();
                    asked.Add(await Clock(() => Get(http, path)));
                    looked.Add(await Clock(() => query(path)));
                }
                // The first round warms both.
                if (i == 0) continue;
                ours.Add(new Series(asked).Median);
                bare.Add(new Series(looked).Median);
            }
            report.Add($"of {Pages:n0} pages: {what}", storage.Name, new("over HTTP, not kept", new(ours), "ms"), new("bare query", new(bare), "ms"), new Hold(AtMost: 10));
        }
    }

    private static async Task Get(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<double> Clock(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    // The rejected rows stand beside a file, and these are nobody's to write beside.
    private static string Copy(string path, string folder)
    {
        var copy = Path.Combine(folder, Path.GetFileName(path));
        File.Copy(path, copy, overwrite: true);
        File.SetAttributes(copy, FileAttributes.Normal);
        return copy;
    }

    private static string Said(Library library) => string.Join(" ", library.Said.Split('\n').Where(line => line.Contains("rejected.", StringComparison.Ordinal) || line.Contains("a second", StringComparison.Ordinal)));
}
