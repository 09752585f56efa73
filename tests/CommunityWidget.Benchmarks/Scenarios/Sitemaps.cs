using System.Diagnostics;
using System.Xml.Linq;
using CommunityWidget.Benchmarks.Driving;
using CommunityWidget.Benchmarks.Measuring;

namespace CommunityWidget.Benchmarks.Scenarios;

/// <summary>The sitemap of a site with a million threads, read as a search engine does: every file, one after the other. How long, and how much memory.</summary>
internal static class Sitemaps
{
    private const int Threads = 1_000_000;

    public static async Task Run(Report report, Storage storage, Settings settings)
    {
        await using var library = await Library.Open(storage);
        var threads = settings.IsSmoke ? Threads / 100 : Threads;
        await Million.Fill(library, threads);
        await using var product = await Cast.Product(storage, library.Settings);
        using var http = new HttpClient { BaseAddress = product.Address, Timeout = TimeSpan.FromMinutes(5) };
        var before = product.Memory();
        // Twice: once when all of it is new to the program, once when only looked through again.
        for (var time = 1; time <= 2; time++)
        {
            var started = Stopwatch.GetTimestamp();
            var (files, addresses) = (0, 0L);
            foreach (var file in Locations(await http.GetStringAsync($"/answers/{Library.Slug}/sitemap.xml")).Where(file => !file.Contains("lists", StringComparison.Ordinal)))
            {
                files++;
                addresses += await Count(http, new Uri(file).PathAndQuery);
            }
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            report.Add($"sitemap of {threads:n0} threads, {files} files, reading {(time == 1 ? "first" : "again")}", storage.Name, new("product", new(seconds), "s"), new("at most", new(60), "s"), new Hold(AtMost: 1));
            if (addresses != threads) report.Note($"The sitemap lists {addresses:n0} of {threads:n0} pages.");
        }
        report.Add($"memory of the program after it ({before / 1_048_576.0:n0} MB before)", storage.Name, new("at its most", new(product.MostMemory() / 1_048_576.0), "MB"), new("at most", new(200), "MB"), new Hold(AtMost: 1));
    }

    private static IEnumerable<string> Locations(string index) => XDocument.Parse(index).Descendants().Where(element => element.Name.LocalName == "loc").Select(element => element.Value);

    // As it comes: our own memory is no part of it.
    private static async Task<long> Count(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var count = 0L;
        for (var line = await reader.ReadLineAsync(); line is not null; line = await reader.ReadLineAsync()) count += line.Split("<loc>").Length - 1;
        return count;
    }
}
