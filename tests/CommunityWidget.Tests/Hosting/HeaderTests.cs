using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Hosting;

public sealed class HeaderTests(InDevelopment development) : IClassFixture<InDevelopment>
{
    [Fact]
    public async Task Our_pages_run_no_inline_script_and_stand_in_nobody_s_frame()
    {
        var app = development.App;

        foreach (var path in new[] { "/sign-in", "/invitation", "/demo", "/demo/products/aube", "/demo/sign-in/maya" })
        {
            var page = await app.Browser().Get(path);
            var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy);
            Assert.Contains("frame-ancestors 'none'", policy);
            Assert.DoesNotContain("unsafe", policy);
            Assert.Equal("noindex", Assert.Single(page.Headers.GetValues("X-Robots-Tag")));
            var html = await page.Content.ReadAsStringAsync();
            Assert.DoesNotContain(" style=", html);
            Assert.DoesNotContain("<style", html);
            Assert.DoesNotMatch("<script(?![^>]*src=)", html);
        }
    }

    [Fact]
    public async Task Everything_says_what_it_is_and_pages_for_search_engines_may_be_found()
    {
        var app = development.App;

        foreach (var path in new[] { "/sign-in", "/api/nowhere", "/health/live", "/answers/nobody" })
            Assert.Equal("nosniff", Assert.Single((await app.Browser().Get(path)).Headers.GetValues("X-Content-Type-Options")));
        Assert.False((await app.Browser().Get("/answers/nobody", ("Host", "localhost"))).Headers.Contains("X-Robots-Tag"));
        Assert.True((await app.Browser().Get("/answersx")).Headers.Contains("X-Robots-Tag"));
    }

    [Fact]
    public async Task Alive_and_ready_are_two_questions()
    {
        var app = development.App;

        Assert.Equal(200, (int)(await app.Browser().Get("/health/live")).StatusCode);
        Assert.Equal(200, (int)(await app.Browser().Get("/health/ready")).StatusCode);
    }
}
