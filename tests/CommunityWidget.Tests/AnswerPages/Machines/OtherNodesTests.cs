using CommunityWidget.AnswerPages.Machines;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Redis;
using CommunityWidget.Tests.Testing;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>What one node lets go of, the others let go of as soon as they are told.</summary>
public sealed class OtherNodesTests
{
    private static readonly Guid Site = new("00000000-0000-7000-8000-000000000001"), Page = new("00000000-0000-7000-8000-000000000002"), Neighbour = new("00000000-0000-7000-8000-000000000003"), Last = new("00000000-0000-7000-8000-000000000004");

    private readonly TestClock _clock = new();

    [RedisFact]
    public async Task What_changed_on_one_node_is_kept_on_no_other()
    {
        var prefix = TestRedis.NewPrefix();
        var (here, there) = (Node(prefix), Node(prefix));
        await Listens(here, there);

        Assert.Equal("other neighbour", await After(here, there, () => here.Drop(Site, Page)));
        Assert.Equal("neighbour", await After(here, there, () => here.Drop(Site)));
        Assert.Equal("", await After(here, there, here.DropAll));
        // What nobody could have meant drops nothing.
        Assert.Equal("page other neighbour", await After(here, there, () => new Hints(TestRedis.Link, Channels(prefix), new(TestRedis.Link)).Tell(Hints.Answers, "nonsense")));
    }

    private static async Task<string> After(AnswerCache here, AnswerCache there, Action drop)
    {
        foreach (var (name, about) in new[] { ("page", new About(Site, Page)), ("other", new About(Site, Neighbour)), ("neighbour", new About(Neighbour, Page)) }) await Keep(there, name, about);
        drop();
        // What is told after it is heard after it.
        await Keep(there, "last", new(Last));
        here.Drop(Last);
        await Gone(there, "last", () => { });
        return string.Join(' ', new[] { "page", "other", "neighbour" }.Where(name => there.Find(name) is not null));
    }

    // Told until it has heard: it may not listen yet. And what was told more than once is over before anything else is.
    private static async Task Listens(AnswerCache here, AnswerCache there)
    {
        await Keep(there, "first", new(Neighbour));
        await Gone(there, "first", () => here.Drop(Neighbour));
        await Keep(there, "last", new(Last));
        here.Drop(Last);
        await Gone(there, "last", () => { });
    }

    private static async Task Keep(AnswerCache there, string name, About about)
    {
        // What is made while something else is dropped is not kept.
        while (there.Find(name) is null) await there.Make(name, at => Task.FromResult<KeptPage?>(new([1], 200, [], about, at)));
    }

    private static Task Gone(AnswerCache there, string name, Action tell) => Eventually.Holds(() =>
    {
        tell();
        return there.Find(name) is null;
    });

    private AnswerCache Node(string prefix)
    {
        var channels = Channels(prefix);
        return new(_clock, new Hints(TestRedis.Link, channels, new Listening(TestRedis.Connect(TestRedis.Address))), Options.Create(new AnswersOptions()));
    }

    private static RedisChannels Channels(string prefix) => new(Options.Create(new RedisOptions { Prefix = prefix }), TestRedis.Link);
}
