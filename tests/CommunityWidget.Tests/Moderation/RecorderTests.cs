using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Holding;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Recorders on the other side: each frame that reaches somebody, and each page of the API they may read. On whichever database the run has.</summary>
public sealed class RecorderTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Refused = "quokkarefused", Held = "wombatheld", Number = "AB-104233";

    [Fact]
    public async Task What_is_refused_or_held_arrives_nowhere_and_what_is_masked_with_the_shops_own_people_only()
    {
        var shop = await Strict();
        await using var maya = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();
        Assert.Equal("text_insulting", (await visitor.Socket.Ask(new(Keys.New(), $"Buy a {Refused}"))).Refusal!.Code);
        var id = (await visitor.Socket.Ask(new(Keys.New(), $"Where is order {Number}?", Page: new($"https://shop.example/orders/{Number}", $"Order {Number}"), Product: new("lamp", $"Lamp of order {Number}")))).Value!.Thread.ThreadId;
        var talk = await maya.AcceptNext(id);
        await using var sam = await shop.Agent();
        Assert.Null((await sam.Join(id)).Refusal);

        Assert.Equal("text_insulting", (await visitor.Socket.Send(new(id, Keys.New(), $"You {Refused}"))).Refusal!.Code);
        Assert.Equal("text_insulting", (await visitor.Http.Send(new(id, Keys.New(), $"By post: {Refused}"))).Refusal!.Code);
        Assert.Equal("text_insulting", (await maya.Post(new(id, Keys.New(), $"Back: {Refused}", talk.Fence))).Refusal!.Code);
        Assert.Equal("text_not_fit", (await sam.Suggest(new(id, Keys.New(), $"Say {Refused}", talk.Fence))).Refusal!.Code);
        var mine = (await visitor.Socket.Send(new(id, Keys.New(), $"It is {Held} by the way"))).Value!;
        Assert.Equal((EventKinds.Hold, Verdicts.Held), (mine.Kind, mine.Verdict));
        Assert.Equal(EventKinds.Hold, (await visitor.Http.Send(new(id, Keys.New(), $"And by post {Held}"))).Value!.Kind);
        Assert.Equal(EventKinds.Hold, (await maya.Send(new(id, Keys.New(), $"Mine is {Held} too", talk.Fence))).Value!.Kind);
        await visitor.Socket.Send(new(id, Keys.New(), "That was all."));
        await maya.Screen.UntilText(id, "That was all.");
        await sam.Screen.UntilText(id, "That was all.");
        await visitor.Socket.End(id);
        Assert.Equal("text_not_fit", (await visitor.Socket.Rate(new(id, 5, Words: $"A {Refused} of a talk"))).Refusal!.Code);
        Assert.Equal("text_not_fit", (await visitor.Socket.Rate(new(id, 5, Words: $"A {Held} of a talk"))).Refusal!.Code);

        // What each wrote they know; nobody else does.
        Assert.DoesNotContain(await Heard(maya, id), text => Has(text, Refused) || (Has(text, Held) && !Has(text, "Mine is")) || Has(text, "104233"));
        var team = await Heard(sam, id);
        Assert.DoesNotContain(team, text => Has(text, Refused) || Has(text, Held));
        Assert.Contains(team, text => Has(text, Number));
        Assert.DoesNotContain(visitor.Line.Frames.Append(await Body(visitor.Web, $"/api/threads/{id}/events?after=0")), text => Has(text, "Mine is"));
        await app.Check();
    }

    [Fact]
    public async Task A_held_question_arrives_when_a_moderator_lets_it_through_and_not_before()
    {
        var shop = await Strict();
        await using var maya = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();
        var asked = (await visitor.Socket.Ask(new(Keys.New(), $"Do you have a {Held}?"))).Value!.Thread;
        Assert.Equal((ThreadStates.Parked, "held"), (asked.State, asked.Outcome));

        // Another's goes its way meanwhile: what was to be told by now was told.
        await using var other = await shop.ConnectedVisitor();
        await maya.AcceptNext((await other.Socket.Ask(new(Keys.New(), "Which size?"))).Value!.Thread.ThreadId);
        Assert.DoesNotContain(await Heard(maya, asked.ThreadId), text => Has(text, Held));

        var nour = await shop.Add(Roles.Moderator);
        Assert.NotNull((await app.Get<DecideHeld>().Pass(new MemberCaller(shop.Site, nour), asked.ThreadId, 1)).Value);
        Assert.Equal($"Do you have a {Held}?", (await maya.AcceptNext(asked.ThreadId)).Events[0].Text);
        await app.Check();
    }

    private async Task<Shop> Strict()
    {
        var shop = await app.Open();
        await app.Write(tx => app.Get<SiteStore>().Save(tx, shop.Site with { Judging = new(Refused: Refused, Held: Held) }));
        return shop;
    }

    private static async Task<List<string>> Heard(MemberDriver member, string id)
    {
        var heard = member.Line.Frames.ToList();
        foreach (var path in new[] { "/api/console", "/api/live", "/api/inbox?view=all", "/api/inbox?view=closed", $"/api/threads/{id}/events?after=0", $"/api/inbox/{id}" }) heard.Add(await Body(member.Web, path));
        heard.Add((await member.Web.Ask(HttpMethod.Post, "/api/inbox/search", Wire.Write(new { q = Held }))).Body);
        return heard;
    }

    private static async Task<string> Body(WebDoor web, string path) => (await web.Ask(HttpMethod.Get, path)).Body;

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
