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
    public async Task Browsers_are_held_to_https_by_our_own_name_only_and_not_by_a_shop_s()
    {
        await using var app = TestApp.Start(settings: new() { ["PublicUrl"] = "https://chat.shop.example" });
        async Task<bool> Holds(string path, string host) => (await app.Browser().Get(path, ("Host", host))).Headers.Contains("Strict-Transport-Security");

        Assert.True(await Holds("/sign-in", "chat.shop.example"));
        Assert.True(await Holds("/api/nowhere", "chat.shop.example"));
        Assert.False(await Holds("/sign-in", "localhost"));
        // A shop's proxy passes these on under the shop's name.
        Assert.False(await Holds("/answers/nobody", "chat.shop.example"));
        Assert.False(await Holds("/shown/nobody/x", "chat.shop.example"));
        Assert.False((await development.App.Browser().Get("/sign-in")).Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Nor_where_another_port_of_that_name_may_be_somebody_else_s()
    {
        await using var app = TestApp.Start(settings: new() { ["PublicUrl"] = "https://chat.shop.example:8443" });

        Assert.False((await app.Browser().Get("/sign-in", ("Host", "chat.shop.example:8443"))).Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Our_own_pages_ask_for_no_camera_and_are_nobody_s_part_and_what_others_load_stays_loadable()
    {
        var page = (await development.App.Browser().Get("/sign-in")).Headers;
        Assert.Contains("camera=()", Assert.Single(page.GetValues("Permissions-Policy")));
        Assert.Equal("same-origin", Assert.Single(page.GetValues("Cross-Origin-Resource-Policy")));

        foreach (var path in new[] { "/health/live", "/api/nowhere", "/answers/nobody" })
            Assert.False((await development.App.Browser().Get(path, ("Host", "localhost"))).Headers.Contains("Cross-Origin-Resource-Policy"));
    }

    [Fact]
    public async Task Alive_and_ready_are_two_questions()
    {
        var app = development.App;

        Assert.Equal(200, (int)(await app.Browser().Get("/health/live")).StatusCode);
        Assert.Equal(200, (int)(await app.Browser().Get("/health/ready")).StatusCode);
    }
}
