using System.Reflection;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Inbox;
using CommunityWidget.Mail;
using CommunityWidget.Matching;
using CommunityWidget.Moderation;
using CommunityWidget.Notices;
using CommunityWidget.Numbers;
using CommunityWidget.People;
using CommunityWidget.Redis;
using CommunityWidget.Sites;
using CommunityWidget.Threads;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Benchmarks.Driving;

/// <summary>A site after years: questions that wait, and many more that have ended, in a database of the product's.</summary>
internal sealed class Archive : IAsyncDisposable
{
    private const int AtOnce = 5_000;

    private static readonly string[] Topics = ["bulbs", "delivery", "care", "lamps", "returns"];

    // One in a thousand is about this.
    public const string Rare = "harpsichord", Common = "lamp";

    private readonly ServiceProvider _services;

    private Archive(ServiceProvider services) => _services = services;

    public MemberCaller Agent { get; private set; } = null!;

    public Db Db => Get<Db>();

    public static async Task<Archive> Build(IReadOnlyDictionary<string, string> settings, int waiting, int closed)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Preparing.Configured(settings));
        services.AddLogging().AddSingleton(TimeProvider.System).AddSingleton<Hints>().AddSingleton<Reach>();
        services.Configure<PublicOptions>(address => address.PublicUrl = "http://localhost").AddSingleton<PublicAddress>();
        services.AddSingleton(DispatchProxy.Create<INotices, TellsNobody>());
        services.AddDatabase().AddMail().AddSites().AddPeople().AddThreads().AddMatching().AddConversations().AddModeration().AddAnswerPages().AddInbox().AddNumbers();
        var archive = new Archive(services.BuildServiceProvider());
        await archive.Get<Migrator>().Run();
        await archive.Fill(waiting, closed);
        while (await archive.Get<IndexThreads>().Run()) { }
        await archive.Analyze();
        return archive;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task Fill(int waiting, int closed)
    {
        var now = TimeProvider.System.NowMs();
        var site = new Site { Id = TimeProvider.System.NewId(), Key = "bench", Slug = "bench", Name = "Bench", Languages = "en", Topics = new([.. Topics.Select(t => new Contracts.SuperUsers.TopicView(t, new Dictionary<string, string>()))]), CreatedAt = now };
        var sam = new Member { Id = TimeProvider.System.NewId(), Site = site.Id, Email = "sam@bench.example", Name = "Sam", Roles = Roles.Agent, Languages = "en", Seats = 10, SignInStamp = "stamp", CreatedAt = now };
        Agent = new(site, sam);
        await Db.Prepare(async tx =>
        {
            await Get<SiteStore>().Add(tx, site);
            await Get<MemberStore>().Add(tx, sam);
        });
        for (var from = 0; from < waiting + closed; from += AtOnce)
        {
            var numbers = Enumerable.Range(from, Math.Min(AtOnce, waiting + closed - from)).ToList();
            await Db.Prepare(async tx =>
            {
                await Add(tx, numbers, n => n >= closed, now - 3_600_000);
            });
        }
    }

    // A minute after each other, and all of it long ago: everything rests.
    private async Task Add(Tx tx, IReadOnlyList<int> numbers, Func<int, bool> waits, long now)
    {
        T[] All<T>(Func<int, T> of) => [.. numbers.Select(of)];
        long At(int n) => now - ((400_000L - n) * 60_000);
        var (visitors, threads, sites) = (All(_ => Guid.CreateVersion7()), All(_ => Guid.CreateVersion7()), All(_ => Agent.Site.Id));
        var v = new Rows("v", ("id", visitors), ("site", sites), ("token_hash", All(n => $"hash{n}")), ("created_at", All(At)));
        var t = new Rows(
            "t",
            ("id", threads),
            ("public_id", All(_ => ThreadStore.NewPublicId())),
            ("site", sites),
            ("visitor", visitors),
            ("state", All(n => !waits(n) ? "closed" : n % 5 == 0 ? "parked" : "waiting")),
            ("rung", All(n => n % 5 == 0 ? 4L : 3L)),
            ("topic", All(n => Topics[n % Topics.Length])),
            ("asked_at", All(At)),
            ("last_event_at", All(n => At(n) + 1_000)));
        var q = new Rows("q", ("thread", threads), ("author", visitors), ("body", All(Said)), ("at", All(At)));
        var a = new Rows("a", ("thread", threads), ("author", All(_ => Agent.Id)), ("body", All(n => $"It does, number {n}: every lamp of ours fits.")), ("at", All(n => At(n) + 1_000)));
        await tx.Run(
            new($"insert into visitors ({v.Listed}) select {v.Listed} from {tx.Dialect.Table(v)}", v),
            new($"""
                insert into threads (rung_entered_at, wave, fence, last_seq, language, publication, retention, visitor_seen, responder_seen, outcome, closed_at, {t.Listed})
                select asked_at, 0, 0, 2, 'en', 'none', 'private', 0, 0, case state when 'closed' then 'ended' end, case state when 'closed' then last_event_at end, {t.Listed}
                from {tx.Dialect.Table(t)}
                """, t),
            new($"insert into events (seq, kind, audience, author_kind, {q.Listed}) select 1, 'message', 'all', 'visitor', {q.Listed} from {tx.Dialect.Table(q)}", q),
            new($"insert into events (seq, kind, audience, author_kind, {a.Listed}) select 2, 'message', 'all', 'member', {a.Listed} from {tx.Dialect.Table(a)}", a));
    }

    private static string Said(int n) => $"Does the lamp {n % 977} of your shop need a bulb of size {n % 53}?{(n % 1_000 == 0 ? $" I play the {Rare}." : "")}";

    private async Task Analyze()
    {
        await using var connection = await Db.Dialect.Open(CancellationToken.None);
        await using var analyze = connection.CreateCommand();
        analyze.CommandText = "analyze";
        await analyze.ExecuteNonQueryAsync();
    }
}

/// <summary>Nobody is connected.</summary>
internal class TellsNobody : DispatchProxy
{
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Task.CompletedTask;
}
