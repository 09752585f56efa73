using System.Data.Common;
using System.Net.Http.Json;
using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.Benchmarks.Bare;
using CommunityWidget.Benchmarks.Driving;
using CommunityWidget.Benchmarks.Measuring;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using Dapper;

namespace CommunityWidget.Benchmarks.Scenarios;

/// <summary>
/// How long a page, a part of a list, a search and suggestions take, one reader at a time and nothing kept, beside the bare query followed by the least
/// that can be asked of the same server: so that what is compared is what the product does besides.
/// </summary>
internal sealed class ReadingTimes(Library library, DbConnection connection, SideBySide sides)
{
    private const int Deep = 100, PopularPages = 4_000;

    private const string Page = """
        select * from pages where public_id = @id and site = @site;
        select a.*, m.name, m.roles from answers a join pages p on p.id = a.page left join members m on m.id = a.member where p.public_id = @id order by a.position;
        select p.* from related_pages r join pages p on p.id = r.other where r.page = (select id from pages where public_id = @id) and p.state = 'published' and p.hidden_at is null order by r.likeness desc limit 6
        """;

    private readonly Random _random = new(7);
    private readonly string _home = $"/answers/{Library.Slug}";

    public static async Task Run(Report report, Storage storage, Settings settings, Library library)
    {
        await library.Db.Prepare(async tx =>
        {
            // A topic half of them have, and a product with pages enough to turn them a hundred times.
            await tx.Execute("update pages set topic = @Topic where product_id like '%2' or product_id like '%4' or product_id like '%6' or product_id like '%8'", new { Library.Topic });
            await tx.Execute($"update pages set product_id = 'popular' where id in (select id from pages where state = 'published' order by id desc limit {PopularPages})");
            // Each page with six others, as if it had been found out: a program that compares a hundred thousand of them meanwhile would be measured with it.
            await tx.Execute("update search_pages set related_at = 1");
            for (var next = 1; next <= RelatedPages.Most; next++)
                await tx.Execute($"insert into related_pages (page, other, likeness) select page, other, 500 from (select page, lead(page, {next}) over (order by doc) as other from search_pages) pairs where other is not null");
        });
        await library.Db.LearnSizes();
        await using var product = await Cast.Product(storage, new Dictionary<string, string>(library.Settings) { ["Answers:CacheMegabytes"] = "1", ["Limits:Enabled"] = "false" });
        await using var connection = await library.Db.Dialect.Open(CancellationToken.None);
        using var http = new HttpClient { BaseAddress = product.Address };
        http.DefaultRequestHeaders.Add("X-Site", library.Site.Key);
        var sides = new SideBySide(report, storage, settings, http, await library.Count());
        var times = new ReadingTimes(library, connection, sides);
        await times.Lists();
        await times.Searches();
    }

    private async Task Lists()
    {
        var (paths, site) = (await library.Paths(20_000), library.Site.Id);
        await sides.Compare("a page", Each(() => paths[_random.Next(paths.Count)], path => Ask(Page, new { id = path.Split('/')[3], site })));
        await List("the newest questions", _home, new());
        await List("a topic", $"{_home}/topics/{Library.Topic}", new(Topic: Library.Topic));
        await List("a product", $"{_home}/products/popular", new(Product: "popular"));
    }

    private async Task List(string what, string address, PageFilter which)
    {
        var lists = new ListPages(library.Db);
        var newest = (await lists.Run(library.Site.Id, which, PagePlace.Start))[0].Place;
        var deep = PagePlace.Start;
        for (var part = 1; part < Deep; part++)
        {
            var lines = await lists.Run(library.Site.Id, which, deep);
            if (lines.Count <= ListPages.AtOnce) break;
            deep = lines[ListPages.AtOnce - 1].Place;
        }
        await Part($"{what}, first part", newest);
        await Part($"{what}, part {Deep}", deep);

        // Each time another address with the same lines behind it: the list itself would be kept for half a minute.
        Task Part(string name, PagePlace start) => sides.Compare(name, () =>
        {
            var place = start with { At = start.At + 1 + _random.NextInt64(1_000_000_000) % (start == newest ? 1_000_000_000 : 900) };
            return Task.FromResult((new HttpRequestMessage(HttpMethod.Get, $"{address}?after={place}"), (Func<Task>)(() => lists.Run(library.Site.Id, which, place))));
        });
    }

    private async Task Searches()
    {
        var titles = (await library.Db.Query<string>("select title from pages where state = 'published' and language = 'en' order by public_id limit 5000")).ToList();
        var words = titles.SelectMany(title => title.Split(' ').Where(word => word.Length > 4 && word.All(char.IsAsciiLetter)).Select(word => word.ToLowerInvariant()).Distinct()).CountBy(word => word).OrderBy(word => word.Value).ToList();
        var (rare, common) = (words.Where(word => word.Value <= 3).Select(word => word.Key).ToList(), words[^Math.Min(20, words.Count)..].Select(word => word.Key).ToList());
        var bare = new BareSearch(library, connection);
        await sides.Compare("a search for a rare word", Search(rare));
        await sides.Compare("a search for a common word", Search(common));
        await sides.Compare("a search for three words", Search([.. titles.Select(title => string.Join(' ', title.Split(' ').Take(3)))]));
        await sides.Compare("suggestions while typing", async () =>
        {
            var title = titles[_random.Next(titles.Count)];
            var text = title[..Math.Min(title.Length, 20 + _random.Next(40))];
            return (new(HttpMethod.Post, "/api/suggestions") { Content = JsonContent.Create(new { text, language = "en" }) }, await bare.For(text, ["en"], 0, 3, withAnswers: true));
        });

        Func<Task<(HttpRequestMessage, Func<Task>)>> Search(IReadOnlyList<string> of) => async () =>
        {
            var text = of[_random.Next(of.Count)];
            return (new(HttpMethod.Get, $"{_home}/search?q={Uri.EscapeDataString(text)}&lang=en"), await bare.For(text, ["en", "fr"], 100, 20, withAnswers: false));
        };
    }

    private static Func<Task<(HttpRequestMessage, Func<Task>)>> Each(Func<string> address, Func<string, Task> query) => () =>
    {
        var path = address();
        return Task.FromResult((new HttpRequestMessage(HttpMethod.Get, path), (Func<Task>)(() => query(path))));
    };

    private async Task Ask(string sql, object parameters)
    {
        await using var read = await connection.QueryMultipleAsync(sql, parameters);
        while (!read.IsConsumed) await read.ReadAsync();
    }
}
