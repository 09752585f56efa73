using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Integrations;
using CommunityWidget.Mail;
using CommunityWidget.People;
using CommunityWidget.Redis;
using CommunityWidget.Sites;
using CommunityWidget.Threads;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Benchmarks.Driving;

/// <summary>A site with visitors, members and live threads in a database of the product's, and tickets for their sockets.</summary>
internal sealed class Town : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private Site _site = null!;

    private Town(ServiceProvider services) => _services = services;

    public IReadOnlyList<VisitorCaller> Visitors { get; private set; } = [];

    public IReadOnlyList<MemberCaller> Members { get; private set; } = [];

    /// <summary>The live thread of each visitor with the member of the same number.</summary>
    public IReadOnlyList<ThreadRecord> Threads { get; private set; } = [];

    /// <param name="settings">Where its database is.</param>
    /// <param name="pairs">Visitors who talk to a member each.</param>
    /// <param name="silent">So many visitors and members more, who have nothing to do with each other.</param>
    public static async Task<Town> Build(IReadOnlyDictionary<string, string> settings, int pairs, int silent = 0)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Preparing.Configured(settings));
        services.AddLogging().AddSingleton(TimeProvider.System);
        services.Configure<PublicOptions>(address => address.PublicUrl = "http://localhost").AddSingleton<PublicAddress>();
        services.AddDatabase().AddSingleton<Hints>().AddMail().AddSites().AddPeople();
        services.AddSingleton<ThreadStore>().AddSingleton<WebhookSecrets>();
        // For how its columns are written; the rest of that room needs sockets.
        ThreadsSetup.AddThreads(new ServiceCollection());
        var town = new Town(services.BuildServiceProvider());
        await town.Get<Migrator>().Run();
        await town.Settle(pairs, silent);
        return town;
    }

    /// <summary>Where a socket of theirs opens; once, within a minute.</summary>
    public Uri Socket(Uri server, Caller caller)
    {
        var hub = caller is VisitorCaller ? Tickets.Visitor : Tickets.SuperUser;
        var ticket = Get<Tickets>().Issue(caller, hub).Value!.Ticket;
        return new UriBuilder(server) { Scheme = "ws", Path = $"/hubs/{hub}", Query = $"ticket={Uri.EscapeDataString(ticket)}" }.Uri;
    }

    /// <summary>From now on a program of the site's hears every message.</summary>
    public Task Subscribe(string address)
    {
        // Before the transaction: the first secret makes the key it is kept with, and that is a write too.
        var secret = Get<WebhookSecrets>().Keep(WebhookSecrets.New());
        return Get<Db>().Prepare(async tx =>
        {
            await tx.Execute(
                "insert into webhooks (id, site, address, events, with_text, secret, created_at) values (@Id, @Site, @address, @Kind, @Text, @secret, 0)",
                new { Id = TimeProvider.System.NewId(), Site = _site.Id, address, Kind = SubscribedKinds.Message, Text = true, secret });
        });
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    private async Task Settle(int pairs, int silent)
    {
        // A while ago: nothing has happened lately that anybody would be told again.
        var (clock, now) = (TimeProvider.System, TimeProvider.System.NowMs() - 120_000);
        _site = new Site { Id = clock.NewId(), Key = "bench", Slug = "bench", Name = "Bench", Languages = "en", CreatedAt = now };
        var numbers = Enumerable.Range(0, pairs + silent).ToList();
        Visitors = [.. numbers.Select(_ => new VisitorCaller(_site, new Visitor { Id = clock.NewId(), Site = _site.Id }))];
        Members = [.. numbers.Select(n => new MemberCaller(_site, NewMember(n, now)))];
        Threads = [.. numbers.Take(pairs).Select(n => new ThreadRecord
        {
            Id = clock.NewId(), PublicId = ThreadStore.NewPublicId(), Site = _site.Id, Visitor = Visitors[n].Id, State = ThreadStates.Live, RungEnteredAt = now,
            Fence = 1, LastSeq = 1, Responder = Members[n].Id, AskedAt = now, LastEventAt = now,
        })];
        await Get<Db>().Prepare(async tx =>
        {
            await Get<SiteStore>().Add(tx, _site);
            foreach (var n in numbers) await Add(tx, n, now);
        });
    }

    private async Task Add(Tx tx, int n, long now)
    {
        await tx.Execute(
            "insert into visitors (id, site, token_hash, name, created_at) values (@Id, @Site, @Hash, null, @now)",
            new { Visitors[n].Id, Site = _site.Id, Hash = Secret.Hash(Secret.New()), now });
        await Get<MemberStore>().Add(tx, Members[n].Member);
        if (n >= Threads.Count) return;
        await tx.Execute("update members set busy = 1 where id = @Id", new { Members[n].Id });
        await Get<ThreadStore>().Insert(tx, Threads[n]);
        await Get<ThreadStore>().InsertEvent(tx, new() { Thread = Threads[n].Id, Seq = 1, Kind = EventKinds.Message, AuthorKind = "visitor", Author = Visitors[n].Id, Body = "Hello?", At = now });
        await tx.Execute(
            "insert into participants (thread, member, role, joined_at, fence) values (@Thread, @Member, 'responder', @now, 1)",
            new { Thread = Threads[n].Id, Member = Members[n].Id, now });
    }

    private Member NewMember(int number, long now) => new()
    {
        Id = TimeProvider.System.NewId(), Site = _site.Id, Email = $"m{number}@bench.example", Name = $"Member {number}", Roles = Roles.SuperUser,
        Languages = "en", Seats = 2, SignInStamp = "stamp", CreatedAt = now,
    };
}
