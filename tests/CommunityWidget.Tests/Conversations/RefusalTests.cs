using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Hosting;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Conversations;

/// <summary>A refusal is the same value over both doors: number, code, sentence and when to retry.</summary>
public sealed class RefusalTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static readonly Dictionary<string, (Refusal Refusal, int Status, Func<Scene, IVisitorDoor, Task<Refusal?>> Provoke)> OfVisitors = new()
    {
        ["ask nothing"] = (Refusals.TextEmpty, 400, async (s, door) => (await door.Ask(Keys.Question(" \n\t "))).Refusal),
        ["ask a control character"] = (Refusals.TextHasControlCharacters, 400, async (s, door) => (await door.Ask(Keys.Question("bell \a"))).Refusal),
        ["ask too much"] = (Refusals.TextTooLong, 413, async (s, door) => (await door.Ask(Keys.Question(new string('x', 4_001)))).Refusal),
        ["ask without a key"] = (Refusals.KeyMissing, 400, async (s, door) => (await door.Ask(Keys.Question("x", "short"))).Refusal),
        ["ask under a bad name"] = (Refusals.NameNotUsable, 400, async (s, door) => (await door.Ask(Keys.Question("x") with { Name = "a\u0007b" })).Refusal),
        ["ask under a full name"] = (Refusals.NameInFull, 400, async (s, door) => (await door.Ask(Keys.Question("x") with { Name = "Kevin Martin" })).Refusal),
        ["ask under a telephone number"] = (Refusals.NameNotFit, 400, async (s, door) => (await door.Ask(Keys.Question("x") with { Name = "Kevin Martin 06 12 34 56 78" })).Refusal),
        ["send to no thread"] = (Refusals.NotFound, 404, async (s, door) => (await door.Send(new("aaaaaaaaaa", Keys.New(), "x"))).Refusal),
        ["send nothing"] = (Refusals.TextEmpty, 400, async (s, door) => (await door.Send(new(s.Live, Keys.New(), ""))).Refusal),
        ["send without a key"] = (Refusals.KeyMissing, 400, async (s, door) => (await door.Send(new(s.Live, "no spaces", "x"))).Refusal),
        ["send with a used key"] = (Refusals.KeyReused, 422, async (s, door) => (await door.Send(new(s.Live, s.UsedKey, "another text"))).Refusal),
        ["send to a closed thread"] = (Refusals.ThreadClosed, 409, async (s, door) => (await door.Send(new(s.Closed, Keys.New(), "x"))).Refusal),
        ["continue too late"] = (Refusals.TooLateToReopen, 409, async (s, door) => (await door.Send(new(s.Old, Keys.New(), "x", Reopen: true))).Refusal),
        ["resume no thread"] = (Refusals.NotFound, 404, async (s, door) => (await door.Resume("aaaaaaaaaa", 0)).Refusal),
        ["end no thread"] = (Refusals.NotFound, 404, async (s, door) => (await door.End("aaaaaaaaaa")).Refusal),
        ["rate no stars"] = (Refusals.StarsOutOfRange, 400, async (s, door) => (await door.Rate(new RatingRequest(s.Closed, 0))).Refusal),
        ["rate six stars"] = (Refusals.StarsOutOfRange, 400, async (s, door) => (await door.Rate(new RatingRequest(s.Closed, 6))).Refusal),
        ["rate what nobody answered"] = (Refusals.NotPossibleNow, 409, async (s, door) => (await door.Rate(new RatingRequest(s.Old, 5))).Refusal),
        ["leave no address"] = (Refusals.EmailNotUsable, 400, async (s, door) => (await door.LeaveEmail(s.Live, "nobody at nowhere")).Refusal),
        ["leave an address too late"] = (Refusals.ThreadClosed, 409, async (s, door) => (await door.LeaveEmail(s.Closed, "somebody@shop.example")).Refusal),
    };

    private static readonly Dictionary<string, (Refusal Refusal, int Status, Func<Scene, (string Thread, string Key, string Text, long Fence)> Message)> OfMembers = new()
    {
        ["to no thread"] = (Refusals.NotFound, 404, s => ("aaaaaaaaaa", Keys.New(), "x", 1)),
        ["nothing"] = (Refusals.TextEmpty, 400, s => (s.Live, Keys.New(), " ", s.Fence)),
        ["without a key"] = (Refusals.KeyMissing, 400, s => (s.Live, "", "x", s.Fence)),
        ["with an old fence"] = (Refusals.StaleFence, 409, s => (s.Live, Keys.New(), "x", s.Fence - 1)),
        ["to a closed thread"] = (Refusals.ThreadClosed, 409, s => (s.Closed, Keys.New(), "x", 2)),
        ["to a parked thread answered by someone else"] = (Refusals.AlreadyAnswered, 409, s => (s.Answered, Keys.New(), "x", 1)),
    };

    public static TheoryData<string> Visitors => [.. OfVisitors.Keys];

    public static TheoryData<string> Members => [.. OfMembers.Keys];

    [Theory, MemberData(nameof(Visitors))]
    public async Task A_visitor_is_refused_alike_over_both_doors(string what)
    {
        var (refusal, status, provoke) = OfVisitors[what];
        await using var scene = await Scene.Set(app);
        Assert.Equal(refusal, await provoke(scene, scene.Visitor.Socket));
        Assert.Equal(refusal, await provoke(scene, scene.Visitor.Http));
        Assert.Equal(status, Problems.Status(refusal));
    }

    [Theory, MemberData(nameof(Members))]
    public async Task A_member_is_refused_alike_over_both_doors(string what)
    {
        var (refusal, status, message) = OfMembers[what];
        await using var scene = await Scene.Set(app);
        var (thread, key, text, fence) = message(scene);
        Assert.Equal(refusal, (await scene.Member.Send(new(thread, key, text, fence))).Refusal);
        Assert.Equal(refusal, (await scene.Member.Post(new(thread, key, text, fence))).Refusal);
        Assert.Equal(status, Problems.Status(refusal));
    }

    [Fact]
    public async Task A_moderator_may_watch_the_lists_and_answers_over_neither_door()
    {
        await using var scene = await Scene.Set(app);
        await using var moderator = new AgentDriver(app.Address, await scene.Shop.SignIn(await scene.Shop.Add(Roles.Moderator)));
        await moderator.Connect();
        Assert.Equal(Refusals.NotAllowed, (await moderator.Send(scene.Parked, "me too", 0)).Refusal);
        Assert.Equal(Refusals.NotAllowed, (await moderator.Post(new(scene.Parked, Keys.New(), "me too", 0))).Refusal);
        Assert.NotNull((await moderator.Resume(scene.Parked, 0)).Value);
        Assert.Contains(await moderator.Waiting(), q => q.ThreadId == scene.Parked);
    }
}
