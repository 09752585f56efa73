using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Redis;
using CommunityWidget.Retrieval.Sets;
using CommunityWidget.Sites;
using CommunityWidget.Threads;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Retrieval.Shelves;

/// <summary>A set as published pages of one site, brought into the index as the product does it.</summary>
internal sealed class Shelf : IAsyncDisposable
{
    private const int AtOnce = 500;

    private readonly ServiceProvider _services;
    private readonly Dictionary<Guid, int> _numbers = [];

    private Shelf(ServiceProvider services) => _services = services;

    public Guid Site { get; } = Guid.CreateVersion7();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public int Number(Guid page) => _numbers[page];

    public static async Task<Shelf> Fill(string setting, string value, QuestionSet set)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new(setting, value), new("Database:Migrate", "true")]).Build());
        services.AddLogging().AddSingleton(TimeProvider.System).AddSingleton<Hints>().AddSingleton<Reach>();
        services.AddDatabase().AddSites().AddAnswerPages();
        var shelf = new Shelf(services.BuildServiceProvider());
        await shelf.Get<Migrator>().Run();
        await shelf.Write(tx => shelf.Get<SiteStore>().Add(tx, new Site { Id = shelf.Site, Key = "retrieval", Slug = "retrieval", Name = "Retrieval", Languages = "en fr", CreatedAt = 1 }));
        foreach (var some in set.Pages.Select((page, i) => (page, i)).Chunk(AtOnce)) await shelf.Write(tx => shelf.Add(tx, some, set.Language));
        await using var connection = await shelf.Get<Db>().Dialect.Open(CancellationToken.None);
        await using var analyze = connection.CreateCommand();
        analyze.CommandText = "analyze";
        await analyze.ExecuteNonQueryAsync();
        return shelf;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task Write(Func<Tx, Task> work)
    {
        var done = await Get<Db>().Write<Done>(async tx =>
        {
            await work(tx);
            return Done.It;
        });
        if (done.Refusal is { } refusal) throw new InvalidOperationException(refusal.Message);
    }

    // The record is only as much as a page has to refer to.
    private async Task Add(Tx tx, (SetPage Page, int Number)[] some, string language)
    {
        T[] All<T>(Func<SetPage, T> of) => [.. some.Select(one => of(one.Page))];
        var (visitors, threads, pages) = (All(_ => Guid.CreateVersion7()), All(_ => Guid.CreateVersion7()), some.Select(one => PageOf(one.Number)).ToArray());
        var v = new Rows("v", ("id", visitors), ("site", All(_ => Site)), ("token_hash", All(_ => $"{Guid.CreateVersion7():n}")), ("created_at", All(_ => 1L)));
        var t = new Rows("t", ("id", threads), ("public_id", All(_ => ThreadStore.NewPublicId())), ("site", All(_ => Site)), ("visitor", visitors), ("language", All(_ => language)));
        var p = new Rows(
            "p", ("id", pages), ("thread", threads), ("public_id", All(_ => ThreadStore.NewPublicId())), ("site", All(_ => Site)), ("language", All(_ => language)), ("title", All(page => page.Title)), ("question", All(page => page.Question)));
        var a = new Rows("a", ("page", pages), ("id", All(_ => ThreadStore.NewPublicId())), ("body", All(page => page.Answer)));
        await tx.Run(
            new($"insert into visitors ({v.Listed}) select {v.Listed} from {tx.Dialect.Table(v)}", v),
            new($"""
                insert into threads (rung, state, asked_at, last_event_at, rung_entered_at, wave, fence, last_seq, publication, retention, visitor_seen, responder_seen, {t.Listed})
                select 1, 'closed', 1, 1, 1, 0, 0, 2, 'published', 'private', 0, 0, {t.Listed} from {tx.Dialect.Table(t)}
                """, t),
            new($"insert into pages (state, slug, asked_at, proposed_at, published_at, updated_at, {p.Listed}) select 'published', '', 1, 1, 1, 1, {p.Listed} from {tx.Dialect.Table(p)}", p),
            new($"insert into answers (position, source_seqs, state, votes, answered_at, {a.Listed}) select 1, '', 'accepted', 0, 1, {a.Listed} from {tx.Dialect.Table(a)} where a.body <> ''", a));
        foreach (var page in pages) await Get<PageChanges>().Tell(tx, page);
    }

    // The same ids in every database, so that what ties is in the same order.
    private Guid PageOf(int number)
    {
        var page = new Guid(number + 1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);
        _numbers[page] = number;
        return page;
    }
}
