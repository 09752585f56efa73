using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Hosting;

public sealed class ProblemTests(TwoShops shops) : IClassFixture<TwoShops>
{
    public static TheoryData<string, int> EveryRefusal()
    {
        var expected = new TheoryData<string, int>();
        foreach (var refusal in All()) expected.Add(refusal.Code, Expected(refusal.Number));
        return expected;
    }

    [Theory]
    [MemberData(nameof(EveryRefusal))]
    public async Task Every_refusal_has_its_status_and_says_what_to_do(string code, int status)
    {
        var refusal = All().Single(r => r.Code == code);

        var (http, body) = await Answer(new Reply<Done>(null, refusal).ToHttp());

        Assert.Equal(status, http.Response.StatusCode);
        Assert.StartsWith("application/problem+json", http.Response.ContentType);
        Assert.Equal(code, body.GetProperty("code").GetString());
        Assert.Equal(refusal.Number, body.GetProperty("number").GetInt32());
        Assert.Equal(refusal.Message, body.GetProperty("detail").GetString());
        Assert.Equal(refusal.RetryAfter is not null, body.TryGetProperty("retryAfter", out _));
        Assert.Equal(refusal.RetryAfter?.ToString() ?? "", http.Response.Headers.RetryAfter.ToString());
    }

    [Fact]
    public void No_two_refusals_share_a_number_or_a_code()
    {
        Assert.Distinct(All().Select(refusal => refusal.Number));
        Assert.Distinct(All().Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task Neither_value_nor_refusal_is_nothing_found()
    {
        Assert.Equal(404, (await Answer(((Reply<Done>?)null).ToHttp())).Http.Response.StatusCode);
        Assert.Equal(404, (await Answer(new Reply<Done>(null).ToHttp())).Http.Response.StatusCode);
    }

    [Theory]
    [InlineData("{ not json", "not_understood", 400)]
    [InlineData("[]", "not_understood", 400)]
    [InlineData(null, "text_too_long", 413)]
    public async Task What_cannot_be_read_is_refused_by_number(string? body, string code, int status)
    {
        var app = shops.App;
        var json = body ?? $"{{\"hub\":\"{new string('x', 40_000)}\"}}";

        var answer = await app.Browser().Send(HttpMethod.Post, "/api/tickets", new StringContent(json, null, "application/json"));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, await answer.Code());
    }

    [Fact]
    public async Task An_address_with_nothing_behind_it_says_so_to_programs_and_to_people()
    {
        var app = shops.App;

        Assert.Equal("not_found", await (await app.Browser().Get("/api/nowhere")).Code());
        var page = await app.Browser().Get("/nowhere", ("Accept", "text/html"), ("Accept-Language", "fr-CA,en;q=0.5"));
        Assert.Equal(404, (int)page.StatusCode);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("Rien ici", html);
        Assert.Contains("href=\"?lang=en\" hreflang=\"en\"", html);
    }

    [Theory]
    [InlineData("GET", "/api/visitors", "POST")]
    [InlineData("DELETE", "/api/tickets", "POST")]
    public async Task A_program_that_asks_in_another_way_is_told_so_by_number(string method, string path, string allowed)
    {
        var answer = await shops.App.Browser().Send(new(method), path, null);

        Assert.Equal((405, "wrong_method", allowed), ((int)answer.StatusCode, await answer.Code(), string.Join(", ", answer.Content.Headers.Allow)));
    }

    private static IEnumerable<Refusal> All() => typeof(Refusals).GetFields().Select(f => f.GetValue(null)).OfType<Refusal>();

    private static int Expected(int number) => number switch
    {
        1001 or 1006 or 1011 or 1012 => 401,
        1002 or 1005 or 1008 or 1010 or 1013 => 403,
        1003 or 1004 => 404,
        1007 => 410,
        2002 => 413,
        2006 => 422,
        2015 => 405,
        _ => (number / 1000) switch { 2 => 400, 3 => 409, 4 => 429, 5 => 503, _ => throw new InvalidOperationException($"Say here what {number} becomes.") },
    };

    private static async Task<(HttpContext Http, JsonElement Body)> Answer(IResult result)
    {
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        using var body = new MemoryStream();
        http.Response.Body = body;
        await result.ExecuteAsync(http);
        return (http, JsonDocument.Parse(body.ToArray()).RootElement);
    }
}
