using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.Hosting;

/// <summary>Consoles show the shop's own pictures, and load nothing from anywhere else.</summary>
public sealed class PictureTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Theory, InlineData(Roles.SuperUser, "/console"), InlineData(Roles.Agent, "/inbox")]
    public async Task A_console_lets_in_pictures_of_its_own_shop_only(string role, string page)
    {
        var shop = await app.Open();
        using var http = new HttpClient { BaseAddress = app.Address };
        http.DefaultRequestHeaders.Add("Cookie", await shop.SignIn(await shop.Add(role)));

        var policy = Assert.Single((await http.GetAsync(page)).Headers.GetValues("Content-Security-Policy"));

        Assert.Contains($"img-src 'self' data: {shop.Site.Origins};", policy);
        Assert.DoesNotContain(app.Neighbour.Site.Origins, policy);
        Assert.Contains("default-src 'none'", policy);
    }
}
