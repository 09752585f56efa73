using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>Two nodes on one database with a clock the test moves, and nothing between them: a word to the other that was lost.</summary>
[CollectionDefinition(nameof(TwoNodes))]
public sealed class TwoNodes : IAsyncLifetime, ICollectionFixture<TwoNodes>
{
    public const string Name = "https://answers.example";

    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;

    public TestClock Clock => _clock;

    /// <summary>A page without a fault, for who damages it, and its sitemap.</summary>
    public (string Address, string Sitemap)? Sound { get; set; }

    /// <summary>A shop with one page, for who asks for what it has not.</summary>
    public Shop? Strange { get; set; }

    public Edition? StrangePage { get; set; }

    public RunningApp Here { get; private set; } = null!;

    public RunningApp There { get; private set; } = null!;

    /// <summary>All readers of these tests have one address, which may report three pages a day: what it reported was yesterday.</summary>
    public Task AnotherDay() => Here.Write(tx => tx.Execute("update reports set at = at - 86400000"));

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create();
        (Here, There) = (new Node(this, shops: 0), new Node(this, shops: 10_000));
        await Here.InitializeAsync();
        await There.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await Here.DisposeAsync();
        await There.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>A reader at a node, who knows it by its public name.</summary>
    public static Task<HttpResponseMessage> Read(RunningApp node, string path, params (string Name, string Value)[] headers) =>
        new Browser(node.Address).Get(path, [("Host", "answers.example"), .. headers]);

    /// <summary>A public page with these answers, the first of them accepted unless it says otherwise.</summary>
    public async Task<Edition> Publish(Shop shop, string title, string question, string[] answers, Func<Edition, Edition>? with = null, bool accepted = true)
    {
        // A node asks again after a moment for a site it did not know.
        _clock.Advance(TimeSpan.FromSeconds(1));
        var visitor = await shop.Visitor();
        var id = (await visitor.Http.Ask(Keys.Question("May I ask something?"))).Value!.Thread.ThreadId;
        var thread = (await Here.Get<ThreadStore>().Find(shop.Site.Id, id))!;
        var member = await shop.Add(Roles.SuperUser);
        var now = _clock.NowMs;
        var page = new Edition
        {
            Id = Guid.CreateVersion7(_clock.GetUtcNow()), PublicId = ThreadStore.NewPublicId(), Thread = thread.Id, Site = shop.Site.Id, State = Publications.Review, Title = title, Slug = Edition.SlugOf(title),
            Question = question, Language = "en", AskedAt = now - 60_000, ProposedAt = now, UpdatedAt = now,
        };
        page = with?.Invoke(page) ?? page;
        await Here.Write(async tx =>
        {
            await Here.Get<EditionStore>().Add(tx, page, [.. answers.Select((body, at) => new Answer
            {
                Position = at + 1, Member = member.Id, Body = body, State = at == 0 && accepted ? Answer.Accepted : Answer.Suggested, AnsweredAt = now - 30_000, Votes = answers.Length - at,
            })]);
            Assert.True(await Here.Get<EditionStore>().Move(tx, page, Publications.Published, title, now));
        });
        return (await Here.Get<EditionStore>().Find(page.Id))!;
    }

    private sealed class Node(TwoNodes nodes, int shops) : RunningApp(
        new() { ["PublicUrl"] = Name },
        services => services.AddSingleton<TimeProvider>(nodes._clock),
        () => Task.FromResult<TestDatabase>(new SharedDatabase(nodes._database)),
        shops);
}
