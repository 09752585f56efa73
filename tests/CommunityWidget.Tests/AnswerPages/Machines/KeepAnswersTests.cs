using System.Globalization;
using CommunityWidget.AnswerPages.Machines;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Redis;
using CommunityWidget.Tests.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>What of an answer is kept for others, and in which form it is sent: an address of the test's own stands behind what keeps answers.</summary>
public sealed class KeepAnswersTests
{
    private static readonly string Text = string.Concat(Enumerable.Repeat("Ten kilograms of lamps. ", 40));

    private readonly TestClock _clock = new();
    private readonly AnswerCache _cache;
    private readonly MakingLine _line = new(atOnce: 2, waiting: 1);
    private readonly List<string> _seen = [];
    private Func<HttpContext, Task> _make = Page;

    public KeepAnswersTests() => _cache = new(_clock, new Hints(), Options.Create(new AnswersOptions()));

    [Fact]
    public async Task What_is_one_reader_s_own_is_made_for_each()
    {
        var own = new Dictionary<string, Action<HttpContext>>
        {
            ["brings a cookie"] = http => http.Response.Cookies.Append("who", "you"),
            ["says itself how long it is good"] = http => http.Response.Headers.CacheControl = "no-store",
            ["is nobody's page"] = http => http.Features.Set<About>(null),
            ["is not there"] = http => http.Response.StatusCode = 404,
            ["failed"] = http => http.Response.StatusCode = 500,
        };

        foreach (var (what, how) in own)
        {
            _make = async http =>
            {
                await Page(http);
                how(http);
            };
            var (made, first, second) = (_seen.Count, await Ask($"/{own.Count}{what}"), await Ask($"/{own.Count}{what}"));

            Assert.Equal((what, made + 2, Text, Text), (what, _seen.Count, first.Words, second.Words));
            Assert.False(first.Http.Response.Headers.ContainsKey("ETag"), what);
        }
        Assert.Equal(0, _cache.Count);
    }

    [Fact]
    public async Task Only_what_an_address_asks_for_makes_another_answer()
    {
        foreach (var query in new[] { "", "?lang=fr", "?lang=fr&x=1", "?x=2&lang=fr", "?x=3", "?lang=fr&lang=en", "?lang=", $"?lang={new string('f', 201)}", "?LANG2=fr" }) await Ask("/a" + query);

        Assert.Equal(["", "?lang=fr"], _seen);
        Assert.Equal(2, _cache.Count);
        await Ask("/" + new string('a', 700));
        Assert.Equal(2, _cache.Count);
    }

    [Fact]
    public void No_path_can_be_read_as_another_with_more_to_it()
    {
        static string? Key(string path, string query, string way)
        {
            var request = new DefaultHttpContext().Request;
            request.Path = path;
            return KeptAddress.Key(request, new QueryString(query), way);
        }

        string?[] keys = [Key("/a", "", ""), Key("/a", "", "shown"), Key("/a", "", "former"), Key("/a", "?lang=fr", ""), Key("/a", "?lang=fr", "shown"), Key("/a?lang=fr", "", ""), Key("/a@", "", ""), Key("/a@?lang=fr", "", ""), Key("/ashown", "", "")];

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public async Task However_many_ask_at_once_one_makes_it_for_all_unless_it_is_for_one()
    {
        var go = new TaskCompletionSource();
        _make = async http =>
        {
            await go.Task;
            await Page(http);
        };
        var all = Enumerable.Range(0, 5).Select(_ => Ask("/a")).ToList();
        go.SetResult();

        Assert.All(await Task.WhenAll(all), got => Assert.Equal(Text, got.Words));
        Assert.Single(_seen);

        go = new();
        _make = async http =>
        {
            await go.Task;
            await Page(http);
            http.Response.StatusCode = 404;
        };
        all = [.. Enumerable.Range(0, 3).Select(_ => Ask("/b"))];
        go.SetResult();
        Assert.All(await Task.WhenAll(all), got => Assert.Equal((404, Text), (got.Http.Response.StatusCode, got.Words)));
    }

    [Fact]
    public async Task When_who_makes_it_hangs_up_one_of_those_who_wait_makes_it_for_all()
    {
        var (go, hungUp) = (new TaskCompletionSource(), new CancellationTokenSource());
        _make = async http =>
        {
            await go.Task.WaitAsync(http.RequestAborted);
            await Page(http);
        };
        var first = Ask("/a", hungUp.Token);
        var others = Enumerable.Range(0, 5).Select(_ => Ask("/a")).ToList();

        await hungUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        go.SetResult();

        Assert.All(await Task.WhenAll(others), got => Assert.Equal((200, Text), (got.Http.Response.StatusCode, got.Words)));
        Assert.Equal((2, 1), (_seen.Count, _cache.Count));
    }

    [Fact]
    public async Task Who_keeps_it_in_between_is_told_how_long_whether_it_looks_at_an_age_or_not()
    {
        Assert.Equal((30, 30), await Kept("/a"));
        _clock.Advance(TimeSpan.FromSeconds(7.5));
        Assert.Equal((22, 30), await Kept("/a"));
        _clock.Advance(TimeSpan.FromSeconds(22.4));
        // A minute from when it was made, and never nothing: it would not be kept at all.
        Assert.Equal((1, 29), await Kept("/a"));
        Assert.Single(_seen);
        // What was read from when its making began may have changed since.
        _make = http =>
        {
            _clock.Advance(TimeSpan.FromSeconds(3));
            return Page(http);
        };
        Assert.Equal((27, 30), await Kept("/slow"));

        async Task<(int Fresh, int Stale)> Kept(string path)
        {
            var headers = (await Ask(path)).Http.Response.Headers;
            Assert.Equal("", headers.Age.ToString());
            var said = headers.CacheControl.ToString().Split("public, max-age=")[1].Split(", stale-while-revalidate=");
            return (int.Parse(said[0], CultureInfo.InvariantCulture), int.Parse(said[1], CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task Who_only_asks_about_it_gets_all_but_the_words_and_the_next_gets_those()
    {
        var made = "";
        _make = http =>
        {
            made = http.Request.Method;
            return Page(http);
        };
        var (about, whole) = (await Ask("/a", "HEAD"), await Ask("/a"));

        // Whoever makes it makes all of it, for the next.
        Assert.Equal("GET", made);

        Assert.Equal(("", Text), (about.Words, whole.Words));
        Assert.Equal(whole.Http.Response.ContentLength, about.Http.Response.ContentLength);
        Assert.Equal(whole.Http.Response.Headers.ETag, about.Http.Response.Headers.ETag);
        Assert.Single(_seen);
        Assert.Equal(("HEAD", "GET"), (about.Http.Request.Method, whole.Http.Request.Method));
    }

    [Fact]
    public async Task When_more_are_asked_for_than_can_be_made_the_rest_are_told_when_to_come_again()
    {
        await Ask("/kept");
        var go = new TaskCompletionSource();
        _make = async http =>
        {
            await go.Task;
            await Page(http);
        };
        List<Task<Got>> making = [Ask("/a"), Ask("/b"), Ask("/waits")];

        var (late, kept) = (await Ask("/late"), await Ask("/kept"));

        Assert.Equal((503, "1", "no-store", "", 200), (late.Http.Response.StatusCode, late.Http.Response.Headers.RetryAfter.ToString(), late.Http.Response.Headers.CacheControl.ToString(), late.Words, kept.Http.Response.StatusCode));
        Assert.Equal(3, _seen.Count);
        go.SetResult();
        Assert.All(await Task.WhenAll(making), got => Assert.Equal((200, Text), (got.Http.Response.StatusCode, got.Words)));
        Assert.Equal(Text, (await Ask("/late")).Words);
    }

    [Fact]
    public async Task Those_who_waited_for_what_is_not_for_all_stand_in_the_same_line()
    {
        var (first, rest, making) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        _make = async http =>
        {
            // A fourth while these are at it is one too many: then nobody is kept waiting for what will not come.
            if (Interlocked.Increment(ref making) == 4) rest.TrySetResult();
            await (making == 1 ? first : rest).Task;
            await Page(http);
            http.Response.StatusCode = 404;
        };
        var all = Enumerable.Range(0, 6).Select(_ => Ask("/a")).ToList();
        first.SetResult();

        // The first has theirs, two are at it, one waits: so two are sent away.
        var done = new List<Task<Got>>();
        while (done.Count < 3) done.Add(await Task.WhenAny(all.Except(done)));
        rest.TrySetResult();

        Assert.Equal([404, 404, 404, 404, 503, 503], (await Task.WhenAll(all)).Select(got => got.Http.Response.StatusCode).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Who_has_it_in_the_form_they_take_is_not_sent_it_again(string form)
    {
        var first = await Ask("/a", headers: ("Accept-Encoding", form));
        var tag = first.Http.Response.Headers.ETag.ToString();
        Assert.Equal(form, first.Http.Response.Headers.ContentEncoding.ToString());

        foreach (var known in new[] { tag, $"W/{tag}", $"\"other\", {tag}", "*" })
        {
            var again = await Ask("/a", headers: [("Accept-Encoding", form), ("If-None-Match", known)]);
            Assert.Equal((304, 0, tag), (again.Http.Response.StatusCode, again.Bytes.Length, again.Http.Response.Headers.ETag.ToString()));
            Assert.Equal(("Accept-Encoding", first.Http.Response.Headers.CacheControl), (again.Http.Response.Headers.Vary.ToString(), again.Http.Response.Headers.CacheControl));
        }
        // Another form is another thing, and a tag says more than a day.
        var changed = await Ask("/a", headers: [("Accept-Encoding", form == "br" ? "gzip" : "br"), ("If-None-Match", tag)]);
        var day = await Ask("/a", headers: [("Accept-Encoding", form), ("If-None-Match", "\"other\""), ("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")]);
        Assert.Equal((200, 200), (changed.Http.Response.StatusCode, day.Http.Response.StatusCode));
        // Alone it says nothing: what was withdrawn since moved no date of what is left.
        Assert.Equal(Text, (await Ask("/a", headers: ("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT"))).Words);
    }

    [Fact]
    public async Task What_a_request_says_of_its_sender_is_not_seen_by_who_makes_the_answer()
    {
        var seen = "";
        _make = http =>
        {
            seen = string.Join(' ', http.Request.Headers.Keys.Order(StringComparer.Ordinal));
            return Page(http);
        };

        var got = await Ask("/a", headers: [("Cookie", "who=me"), ("Authorization", "Basic me"), ("Accept-Language", "fr"), ("Referer", "https://mine.example"), ("Range", "bytes=0-1"), ("Accept", "text/html")]);

        Assert.Equal("Accept", seen);
        // Who reads further out still sees them.
        Assert.Equal("who=me", got.Http.Request.Headers.Cookie);
    }

    private static Task Page(HttpContext http)
    {
        http.IsAbout(Guid.Empty);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.LastModified = "Sat, 01 Aug 2026 00:00:00 GMT";
        return http.Response.WriteAsync(Text);
    }

    private Task<Got> Ask(string address, string method = "GET", params (string Name, string Value)[] headers) => Ask(address, CancellationToken.None, method, headers);

    private async Task<Got> Ask(string address, CancellationToken gone, string method = "GET", params (string Name, string Value)[] headers)
    {
        var app = new ApplicationBuilder(new ServiceCollection().AddSingleton(_cache).AddSingleton(_line).BuildServiceProvider());
        app.UseKeptAnswers();
        app.Run(http =>
        {
            _seen.Add(http.Request.QueryString.ToString());
            return _make(http);
        });
        var (body, http, at) = (new MemoryStream(), new DefaultHttpContext(), address.IndexOf('?'));
        http.RequestAborted = gone;
        http.SetEndpoint(new(null, new(new KeptAttribute("lang")), "page"));
        (http.Request.Method, http.Request.Path, http.Request.QueryString, http.Response.Body) = (method, at < 0 ? address : address[..at], new(at < 0 ? "" : address[at..]), body);
        foreach (var (name, value) in headers) if (value.Length > 0) http.Request.Headers[name] = value;
        await app.Build()(http);
        return new(http, body.ToArray());
    }

    private sealed record Got(HttpContext Http, byte[] Bytes)
    {
        public string Words => System.Text.Encoding.UTF8.GetString(Bytes);
    }
}
