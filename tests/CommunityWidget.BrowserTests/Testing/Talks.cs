using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.Moderation;
using CommunityWidget.People;
using CommunityWidget.Questions;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.BrowserTests.Testing;

/// <summary>Conversations that are over, made by the product's own use cases: typing them is another test's matter.</summary>
public static class Talks
{
    private static int _keys;

    /// <summary>Asked by somebody, answered by an agent who is there, ended, rated 5 and, with the visitor's consent, on its way to a page.</summary>
    public static async Task<ThreadRecord> Over(this Scene scene, string agent, string question, params string[] answers)
    {
        var visitor = await scene.Somebody();
        var member = new MemberCaller(visitor.Site, (await scene.Get<MemberStore>().ByEmail(visitor.Site.Id, $"{agent.ToLowerInvariant()}@scene.example"))!);
        // There, so that whatever the ladder made of it meanwhile can be taken.
        await scene.Get<Presence>().Joined($"{visitor.Id}", visitor);
        var id = (await scene.Get<AskQuestion>().Run(visitor, new(Key(), question, Topic: "care"))).Value!.Thread.ThreadId;
        var thread = (await scene.Get<TakeThread>().Run(member, id)).Value!;
        foreach (var answer in answers) Assert.NotNull((await scene.Get<SendMessage>().Run(member, new(id, Key(), answer, thread.Fence))).Value);
        Assert.NotNull((await scene.Get<EndThread>().Run(member, id, thread.Fence)).Value);
        Assert.NotNull((await scene.Get<RateThread>().Run(visitor, new RatingRequest(id, 5, MayPublish: true, Consent: "2"))).Value);
        foreach (var handler in scene.All<IOutboxHandler>().OfType<ProposeEdition>()) await handler.Handle(new() { Thread = thread.Id, Kind = "rated" });
        return thread;
    }

    /// <summary>Asked by somebody else each; who could take them was not there.</summary>
    public static async Task Wait(this Scene scene, params string[] questions)
    {
        foreach (var question in questions) Assert.NotNull((await scene.Get<AskQuestion>().Run(await scene.Somebody(), new(Key(), question, Topic: "care"))).Value);
    }

    private static async Task<VisitorCaller> Somebody(this Scene scene)
    {
        var site = (await scene.Get<SiteStore>().ByKey(scene.Key))!;
        var visitors = scene.Get<VisitorStore>();
        return new(site, (await visitors.ByToken(site.Id, (await visitors.Welcome(site.Id)).Value!.Token))!);
    }

    private static string Key() => $"talk-{Interlocked.Increment(ref _keys):00000000}";
}
