using System.Collections;
using System.Net;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Redis;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>What is kept of public pages, and what cannot get into it.</summary>
public sealed class KeptTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static readonly Guid Site = new("00000000-0000-7000-8000-000000000001");

    [Fact]
    public async Task Nothing_a_request_says_about_itself_is_read_by_others()
    {
        var shop = await app.Open();
        var home = $"/answers/{shop.Site.Slug}";

        var poisoned = await new Browser(app.Address).Get(home + "?evil=1&lang=fr&lang=en", ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"), ("Cookie", "evil=1"), ("Accept-Language", "fr"), ("Referer", "https://evil.example/"));
        var after = await new Browser(app.Address).Get(home);

        foreach (var answer in new[] { poisoned, after })
        {
            var html = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("evil", html);
            Assert.Contains("<html lang=\"en\"", html);
            Assert.Equal(["Accept-Encoding"], answer.Headers.Vary);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
        // Under a name that is not ours it is read, and not to be found there.
        Assert.Equal(["noindex"], poisoned.Headers.GetValues("X-Robots-Tag"));
        Assert.False(after.Headers.Contains("X-Robots-Tag"));
        Assert.Equal(["noindex"], (await new Browser(app.Address).Get(home, ("Host", "evil.example"))).Headers.GetValues("X-Robots-Tag"));
        Assert.Contains("<html lang=\"fr\"", await (await new Browser(app.Address).Get(home + "?lang=fr")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_page_is_made_once_however_many_ask_and_sent_in_the_form_each_takes()
    {
        var shop = await app.Open();
        var home = $"/answers/{shop.Site.Slug}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => new Browser(app.Address).Get(home, ("Accept-Encoding", i % 3 == 0 ? "br, gzip" : i % 3 == 1 ? "gzip" : "br;q=0, identity"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(["", "br", "gzip"], answers.Select(answer => string.Join("", answer.Content.Headers.ContentEncoding)).Distinct().Order(StringComparer.Ordinal));
        // One text, one mark for each form of it.
        Assert.Equal(3, answers.Select(answer => answer.Headers.ETag!.Tag).Distinct().Count());
        Assert.Single(answers.Select(answer => answer.Headers.ETag!.Tag.Trim('"').Split('-')[0]).Distinct());
    }

    [Fact]
    public async Task Programs_may_ask_about_all_they_read_without_reading_it()
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.", "coffee");
        var home = $"/answers/{shop.Site.Slug}";

        foreach (var path in new[] { home, page.Path(shop.Site.Slug), $"{home}/topics/coffee", $"{home}/feed.atom", $"{home}/topics/coffee/feed.atom", $"{home}/{page.PublicId}/feed.atom", $"{home}/sitemap.xml", $"{home}/sitemap-lists.xml", $"{home}/sitemap-1.xml", $"{home}/{page.PublicId}/picture.png", "/robots.txt" })
        {
            var (about, whole) = (await new Browser(app.Address).Send(HttpMethod.Head, path, null), await new Browser(app.Address).Get(path));

            Assert.Equal((path, HttpStatusCode.OK), (path, about.StatusCode));
            Assert.Equal((path, whole.StatusCode, whole.Headers.ETag, whole.Content.Headers.ContentType, whole.Content.Headers.LastModified), (path, about.StatusCode, about.Headers.ETag, about.Content.Headers.ContentType, about.Content.Headers.LastModified));
            Assert.Empty(await about.Content.ReadAsByteArrayAsync());
        }
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(app.Address).Send(HttpMethod.Head, $"{home}/nothing", null)).StatusCode);
        // What is posted is not answered from what is kept.
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await new Browser(app.Address).Send(HttpMethod.Post, page.Path(shop.Site.Slug), null)).StatusCode);
    }

    [Fact]
    public async Task It_takes_no_more_memory_than_it_may()
    {
        var cache = app.Get<AnswerCache>();
        var body = new byte[1_000_000];

        for (var i = 0; i < 200; i++) await cache.Make($"/answers/full/{i}", at => Task.FromResult<KeptPage?>(new(body, 200, [], new(Guid.Empty), at)));

        Assert.InRange(cache.Count, 1, 64);
        Assert.NotNull(cache.Find("/answers/full/199"));
        // What would send everything else away is not kept.
        var empty = Fresh(new TestClock());
        await empty.Make("/answers/huge", at => Task.FromResult<KeptPage?>(new(new byte[9_000_000], 200, [], new(Guid.Empty), at)));
        Assert.Equal(0, empty.Count);
    }

    [Fact]
    public async Task What_was_packed_before_it_went_leaves_no_more_room_than_there_was()
    {
        var (cache, random) = (Fresh(new TestClock()), new Random(1));
        var body = new byte[1_000_000];
        random.NextBytes(body);
        // Each weighs more when it goes than when it came.
        for (var i = 0; i < 60; i++)
        {
            var page = await cache.Make($"/answers/packed/{i}", at => Task.FromResult<KeptPage?>(new(body, 200, [], new(Site), at)));
            Assert.Equal("gzip", page!.In(CommunityWidget.AnswerPages.Machines.Cache.Encoding.Gzip).Encoding);
            cache.Drop(Site);
        }
        Assert.Equal(0, cache.Count);

        for (var i = 0; i < 200; i++)
        {
            await cache.Make($"/answers/full/{i}", at => Task.FromResult<KeptPage?>(new(body, 200, [], new(Site), at)));
            Assert.InRange(cache.Count, 1, 64);
        }
    }

    [Fact]
    public async Task What_is_dropped_while_room_is_made_is_taken_off_once()
    {
        var body = new byte[1_000_000];
        Thread? dropping = null;
        AnswerCache cache = null!;
        // Ages are asked for where room is made.
        cache = Fresh(new Asked(() =>
        {
            if (dropping is not null) return;
            dropping = new(() => cache.DropAll());
            dropping.Start();
            // It is through, or waits until room is made.
            SpinWait.SpinUntil(() => !dropping.IsAlive || dropping.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
        }));
        Task Make(int i) => cache.Make($"/answers/full/{i}", at => Task.FromResult<KeptPage?>(new(body, 200, [], new(Site), at)));
        for (var i = 0; dropping is null; i++) await Make(i);
        dropping.Join();
        Assert.Equal(0, cache.Count);

        for (var i = 0; i < 200; i++)
        {
            await Make(i);
            Assert.InRange(cache.Count, 1, 64);
        }
    }

    [Fact]
    public async Task What_is_over_makes_room_before_anything_that_is_not()
    {
        var clock = new TestClock();
        var (cache, body) = (Fresh(clock), new byte[1_000_000]);
        Task Make(string key) => cache.Make(key, at => Task.FromResult<KeptPage?>(new(body, 200, [], new(Site), at)));
        for (var i = 0; i < 30; i++) await Make($"/answers/old/{i}");
        clock.Advance(TimeSpan.FromSeconds(AnswerCache.LifetimeSeconds));

        for (var i = 0; i < 30; i++) await Make($"/answers/new/{i}");

        Assert.All(Enumerable.Range(0, 30), i => Assert.NotNull(cache.Find($"/answers/new/{i}")));
        Assert.InRange(cache.Count, 30, 43);
    }

    [Fact]
    public async Task What_changed_while_it_was_being_read_is_not_kept()
    {
        var cache = app.Get<AnswerCache>();
        var site = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

        var made = await cache.Make("/answers/race", at =>
        {
            cache.Drop(site);
            return Task.FromResult<KeptPage?>(new([1], 200, [], new(site), at));
        });

        Assert.NotNull(made);
        Assert.Null(cache.Find("/answers/race"));
    }

    [Fact]
    public async Task Who_asks_after_a_change_is_not_given_what_was_begun_before_it_and_that_takes_nothing_away_when_it_comes()
    {
        var (cache, go) = (Fresh(new TestClock()), new TaskCompletionSource());
        var begun = cache.Make("/answers/a", async at =>
        {
            await go.Task;
            return Page(1, new(Site), at);
        });
        cache.Drop(Site);

        var asked = await cache.Make("/answers/a", at => Task.FromResult<KeptPage?>(Page(2, new(Site), at)));
        go.SetResult();

        Assert.Equal((1, 2, 2), ((await begun)!.Body[0], asked!.Body[0], cache.Find("/answers/a")!.Body[0]));
    }

    [Fact]
    public async Task What_comes_while_a_change_looks_through_what_is_kept_is_not_kept_behind_its_back()
    {
        var (cache, go) = (Fresh(new TestClock()), new TaskCompletionSource());
        // Off the tests' own threads, so that what waits goes on where it is let go.
        await Task.Run(async () =>
        {
            var late = Enumerable.Range(0, 64).Select(i => cache.Make($"/answers/late/{i}", async at =>
            {
                await go.Task;
                return Page(1, new(Site), at);
            })).ToList();
            var looks = 0;
            var watched = new Watched(() =>
            {
                if (++looks == 16) go.SetResult();
            });
            for (var i = 0; i < 16; i++) await cache.Make($"/answers/other/{i}", at => Task.FromResult<KeptPage?>(Page(1, new(Site, Guid.Empty) { Others = watched }, at)));

            cache.Drop(Site, Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
            await Task.WhenAll(late);
            Assert.Equal(16, looks);
        });

        Assert.DoesNotContain(Enumerable.Range(0, 64), i => cache.Find($"/answers/late/{i}") is not null);
    }

    [Fact]
    public void What_is_made_of_what_is_about_to_be_forgotten_goes_too()
    {
        var cache = Fresh(new TestClock());
        Task<KeptPage?>? made = null;
        cache.OnDrop(() => made = cache.Make("/answers/list", at => Task.FromResult<KeptPage?>(Page(1, new(Site), at))));

        cache.Drop(Site, Guid.Empty);

        Assert.True(made!.IsCompletedSuccessfully);
        Assert.Null(cache.Find("/answers/list"));
    }

    [Fact]
    public async Task No_page_is_kept_longer_because_the_time_of_day_was_put_back()
    {
        var clock = new TestClock();
        var cache = Fresh(clock);
        var page = (await cache.Make("/answers/a", at => Task.FromResult<KeptPage?>(Page(1, new(Site), at))))!;

        clock.Advance(TimeSpan.FromSeconds(20));
        clock.Set(TimeSpan.FromSeconds(-15));
        Assert.Equal((20_000, true), (cache.AgeOf(page), cache.Find("/answers/a") is not null));
        clock.Set(TimeSpan.FromHours(-1));
        Assert.Equal((20_000, true), (cache.AgeOf(page), cache.Find("/answers/a") is not null));
        clock.Advance(TimeSpan.FromSeconds(AnswerCache.LifetimeSeconds - 20));

        Assert.Null(cache.Find("/answers/a"));
    }

    [Fact]
    public void Whoever_remembers_what_pages_hold_is_told_when_something_changed()
    {
        var (cache, told) = (app.Get<AnswerCache>(), 0);
        cache.OnDrop(() => told++);

        cache.Drop(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));

        Assert.InRange(told, 1, int.MaxValue);
    }

    [Fact]
    public async Task Sockets_and_other_addresses_are_kept_by_nobody()
    {
        var kept = app.Routes().Where(route => route.Metadata.OfType<KeptAttribute>().Any()).Select(route => route.RoutePattern.RawText!).ToList();

        Assert.All(kept, route => Assert.True(route.TrimStart('/').StartsWith("answers/", StringComparison.Ordinal) || route == "/api/answers", route));
        Assert.Equal("no-store", (await new Browser(app.Address).Get("/api/answers?site=nobody&product=x")).Headers.CacheControl!.ToString());
    }

    private static AnswerCache Fresh(TimeProvider clock) => new(clock, new Hints(), Options.Create(new AnswersOptions()));

    private static KeptPage Page(byte body, About about, long at) => new([body], 200, [], about, at);

    /// <summary>Says when somebody asks it how long ago something was.</summary>
    private sealed class Asked(Action asked) : TimeProvider
    {
        public override long TimestampFrequency
        {
            get
            {
                asked();
                return TimeSpan.TicksPerSecond;
            }
        }

        public override long GetTimestamp() => 0;
    }

    /// <summary>Pages that another one shows, and nobody but the test is told when they are looked at.</summary>
    private sealed class Watched(Action looked) : IReadOnlyList<Guid>
    {
        public int Count => 0;

        public Guid this[int index] => throw new NotSupportedException();

        public IEnumerator<Guid> GetEnumerator()
        {
            looked();
            return Enumerable.Empty<Guid>().GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
