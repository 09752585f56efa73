using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Inbox;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Tests.Import;
using CommunityWidget.Tests.Moderation;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Inbox;

/// <summary>What the search finds though nothing happened in it lately, and no longer finds though nothing was said since.</summary>
public sealed class OldWordsTests
{
    private const string Rows = """
        question,answer,asked at
        Which bulb fits the harpsichord lamp?,"An E27 fits, up to 60 W.",2015-04-01
        Is the harpsichord cover washable?,"It is, at 30 degrees.",2016-04-01
        """;

    [Fact]
    public async Task A_conversation_that_was_brought_in_is_found_by_its_words_after_all_that_was_had_here()
    {
        await using var import = await ImportCase.Start();
        var (world, agent) = (import.World, await import.World.JoinAgent());
        var older = await world.Fallen(text: "My harpsichord arrived broken");
        await world.Index();

        await import.Bring("old.csv", Rows);
        await world.Index();
        var newer = await world.Fallen(text: "Another harpsichord, please");
        await world.Index();

        var (first, second) = (await PublicId(import, "Which bulb fits the harpsichord lamp?"), await PublicId(import, "Is the harpsichord cover washable?"));
        Assert.Equal([newer.PublicId, older.PublicId, second, first], await world.Search(agent, "harpsichord"));
        Assert.Equal([second], await world.Search(agent, "30 degrees"));
        Assert.Equal([newer.PublicId, older.PublicId, second, first], await OneByOne(world, agent, "harpsichord"));
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from search_unread"));
    }

    [Fact]
    public async Task What_was_brought_in_or_set_aside_before_the_search_knew_of_it_is_read_after_the_program_was_renewed()
    {
        await using var import = await ImportCase.Start();
        var (world, agent) = (import.World, await import.World.JoinAgent());
        // What happened here since is where the reading has come to.
        await world.Fallen(text: "A lamp, please");
        await world.Index();
        await import.Bring("old.csv", Rows);
        await Do(world, "delete from search_unread");
        await world.Index();
        Assert.Empty(await world.Search(agent, "harpsichord"));

        var migration = Migration.All(world.Db.Dialect.Name).Single(m => m.Name.Contains("words_of_what_is_old", StringComparison.Ordinal)).Sql;
        await Do(world, migration[migration.IndexOf("insert into", StringComparison.Ordinal)..]);
        await world.Index();

        Assert.Equal(2, (await world.Search(agent, "harpsichord")).Count);
    }

    [Fact]
    public async Task Nobody_finds_a_conversation_by_words_that_were_set_aside_until_they_are_put_back()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour, agent) = (await world.Join(), await world.Join(roles: Roles.Moderator), await world.JoinAgent());
        var (visitor, thread) = await world.Rated(maya, question: "Does the lantern dim?", answer: "Only with a zebrafinch dimmer.");
        await world.Index();
        Assert.Equal([thread.PublicId], await world.Search(agent, "zebrafinch"));
        var said = (await world.Get<ThreadStore>().Events(thread.Id, 0)).First(e => e is { Kind: EventKinds.Message, AuthorKind: "member" }).Seq;
        var report = (await world.Get<FileReport>().Run(visitor, thread.PublicId, new(said, ReportReasons.Unkind))).Value!;

        var decision = (await world.Get<DecideReport>().Run(nour, report.ReportId, right: true)).Value!;
        Assert.Empty(await world.Search(agent, "zebrafinch"));
        await world.RunMatching();
        await world.Index();
        Assert.Empty(await world.Search(agent, "zebrafinch"));
        Assert.Equal([thread.PublicId], await world.Search(agent, "lantern"));

        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decision.Together)).Value);
        await world.RunMatching();
        Assert.Equal([thread.PublicId], await world.Search(agent, "zebrafinch lantern"));
    }

    [SqliteFact]
    public async Task Words_that_cannot_be_read_anew_now_are_read_later_and_nothing_failed()
    {
        var file = await WorldFile.Create();
        var disk = new MoodyDialect(file.Path);
        await using var world = await TestWorld.Start(also: services => services.AddSingleton<SqlDialect>(disk), on: file);
        var (agent, thread) = (await world.JoinAgent(), await world.Fallen(text: "zebrafinch"));
        var index = world.Get<IndexThreads>();

        disk.IsReadOnly = true;
        await Assert.ThrowsAsync<StorageAwayException>(() => index.Handle(new() { Thread = thread.Id, Kind = EraseThread.Unsaid }));
        disk.IsReadOnly = false;
        await index.Handle(new() { Thread = thread.Id, Kind = EraseThread.Unsaid });

        Assert.Equal([thread.PublicId], await world.Search(agent, "zebrafinch"));
    }

    private static Task<Reply<Done>> Do(TestWorld world, string sql) => world.Db.Write<Done>(async tx =>
    {
        await tx.Execute(sql);
        return Done.It;
    });

    private static async Task<string> PublicId(ImportCase import, string title) => (await import.Thread(await import.Page(title))).PublicId;

    private static async Task<IReadOnlyList<string>> OneByOne(TestWorld world, MemberCaller agent, string words)
    {
        var (found, next) = (new List<string>(), (string?)null);
        do
        {
            var page = (await world.Get<SearchThreads>().Run(agent, words, new(), next, 1)).Value!;
            found.AddRange(page.Rows.Select(row => row.ThreadId));
            next = page.Next;
        }
        while (next is not null && found.Count < 10);
        return found;
    }
}
