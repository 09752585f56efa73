using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Inbox;

/// <summary>Whoever looks through what others said is in the audit, once in a quarter of an hour and without the words they looked for.</summary>
public sealed class ListsReadTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static readonly string[] Paths = ["/api/inbox", "/api/inbox/head", "/api/inbox/tags", "/api/waiting", "/api/live"];

    [Fact]
    public async Task A_look_through_a_list_is_one_line()
    {
        var shop = await app.Open();
        await using var agent = await shop.Agent();

        for (var look = 0; look < 3; look++)
        {
            foreach (var path in Paths) Assert.True((await agent.Web.Ask(HttpMethod.Get, path)).IsGood, path);
            Assert.True((await agent.Web.Ask(HttpMethod.Post, "/api/inbox/search", Wire.Write(new { q = "harpsichord" }))).IsGood);
        }

        var read = await Read(shop);
        Assert.Equal(["inbox.read", "inbox.searched", "live.read", "waiting.read"], read.Select(entry => entry.Action).Order(StringComparer.Ordinal));
        Assert.All(read, entry => Assert.Null(entry.Subject));
    }

    [Fact]
    public async Task What_waits_for_a_volunteer_is_theirs_to_see_and_what_others_talk_about_is_not()
    {
        var shop = await app.Open();
        await using var maya = await shop.SuperUser();
        foreach (var path in new[] { "/api/waiting", "/api/live" }) Assert.True((await maya.Web.Ask(HttpMethod.Get, path)).IsGood, path);
        Assert.Equal(["live.read"], (await Read(shop)).Select(entry => entry.Action));
    }

    private Task<IReadOnlyList<Change>> Read(Shop shop) => app.Get<AuditSearch>().Find(shop.Site.Id, new(Outcome: "read"), null, 50);
}
