using System.Text;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Inbox;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Questions;
using CommunityWidget.Tests.Deploy;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Npgsql;

namespace CommunityWidget.Tests.Privacy;

/// <summary>A word nobody else says, put into every field a visitor or a member of theirs can write, and looked for afterwards in every byte.</summary>
public sealed class Canary(TestWorld world)
{
    public const string Word = "canarybird";

    public MemberCaller Admin { get; private set; } = null!;

    public MemberCaller Helper { get; private set; } = null!;

    public MemberCaller Holder { get; private set; } = null!;

    public VisitorCaller Visitor { get; private set; } = null!;

    public ThreadRecord Thread { get; private set; } = null!;

    /// <summary>A conversation from asking to a published page, and one that is still live.</summary>
    public async Task<ThreadRecord> Sing(bool published = true)
    {
        Admin = await world.Join(roles: Roles.Admin, connected: false);
        Holder = await world.Join();
        await world.Db.Write<Done>(async tx => { await tx.Execute("insert into webhooks (id, site, address, events, with_text, secret, created_at) values (@id, @site, 'https://x.example', 'thread.closed message.added', @yes, 'x', 1)", new { id = Guid.CreateVersion7(), site = world.Here.Id, yes = true }); return Done.It; });
        Visitor = await world.Arrive();
        await world.Db.Write<Done>(async tx => { await world.Get<VisitorStore>().Rename(tx, Visitor.Id, $"{Word}s"); return Done.It; });
        var asked = await world.Get<AskQuestion>().Run(Visitor, new AskRequest(world.NewKey(), $"{Word} question", Name: Word, Language: "en", Topic: "shoes", Page: new($"https://here.example/{Word}", $"{Word} jane.doe@mail.example"), Product: new(Word, Word, null, null)));
        Assert.Null(asked.Refusal);
        Thread = await world.Thread(Visitor, asked.Value!.Thread.ThreadId);
        await world.RunMatching();
        var live = (await world.Accept(Holder, (await world.OfferTo(Holder, Thread)).Id)).Value!;
        Helper = await world.Join();
        await world.Help(Helper, live);
        await world.Say(Visitor, live, $"{Word} said");
        // What reaches a person is masked for volunteers, and the rest of the sentence is kept twice.
        await world.Say(Visitor, live, $"Write to {Word} at jane.doe@mail.example please");
        await world.Say(Holder, live, $"as you said: {Word}");
        await world.Get<SuggestAnswer>().Run(Helper, new(live.PublicId, world.NewKey(), $"tell {Word}", live.Fence));
        Assert.Null((await world.Get<AddNote>().Run(Admin, live.PublicId, world.NewKey(), $"note about {Word}")).Refusal);
        Assert.Null((await world.Get<TagThread>().Run(Admin, live.PublicId, [Word], [])).Refusal);
        await world.Get<LeaveEmail>().Run(Visitor, live.PublicId, $"{Word}@mail.example");
        await world.Db.Write<Done>(async tx => { await tx.Execute("update threads set email = @email where id = @Id", new { live.Id, email = $"{Word}@mail.example" }); return Done.It; });
        if (published)
        {
            await world.End(Holder, live);
            Assert.Null((await world.Get<RateThread>().Run(Visitor, new RatingRequest(live.PublicId, 5, $"{Word} rated", true))).Refusal);
            await world.RunMatching();
            await Publish();
        }
        await Answered();
        await world.Leap(TimeSpan.FromMinutes(1));
        while (await world.Get<IndexThreads>().Run()) { }
        return await world.Again(Thread);
    }

    /// <summary>Where the word stands in the database, as anybody reads it.</summary>
    public async Task<IReadOnlyList<string>> Found() =>
        [.. (await Schema.Dump(world.Db)).Where(one => one.Text.Contains(Word, StringComparison.OrdinalIgnoreCase)).Select(one => one.Column).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>In which of the files the word's bytes stand, deleted or not.</summary>
    public IReadOnlyList<string> InFiles(string database) => [.. new[] { "", "-wal" }.Select(suffix => database + suffix).Where(File.Exists).Where(Holds)];

    /// <summary>Under which keys of Redis it stands, whoever's they are; none where there is no Redis.</summary>
    public static async Task<IReadOnlyList<string>> InRedis()
    {
        if (!TestRedis.IsAskedFor) return [];
        var redis = TestRedis.Link.Database;
        var holding = new List<string>();
        foreach (var key in TestRedis.Link.Server.Keys(pattern: "*").Select(key => (string)key!))
            if (key.Contains(Word, StringComparison.Ordinal) || ((byte[]?)await redis.KeyDumpAsync(key))?.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Word)) >= 0) holding.Add(key);
        return holding;
    }

    /// <summary>In how many lines of a dump, as somebody makes one for a backup.</summary>
    public static async Task<int> InDump(WorldPostgres database)
    {
        var address = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var (status, dump) = await Programs.Run("pg_dump", $"postgresql://{address.Username}@{address.Host}:{address.Port}/{address.Database}");
        Assert.True(status == 0, dump);
        return dump.Split('\n').Count(line => line.Contains(Word, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Holds(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(Encoding.UTF8.GetBytes(Word)) >= 0;
    }

    private async Task Publish()
    {
        var page = await world.Db.Find<string>("select public_id from pages where thread = @Id", new { Thread.Id });
        Assert.NotNull(page);
        Assert.Null((await world.Get<ReviewThread>().Publish(Admin, page, $"{Word} title")).Refusal);
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("insert into revisions (page, number, member, title, question, answers, at) select id, 99, @Id, @word, @word, @word, 1 from pages", new { Admin.Id, word = Word });
            await tx.Execute("update pages set sent_note = @word, product_url = @word", new { word = Word });
            await tx.Execute("insert into answers (page, position, id, author_name, source_seqs, body, state, votes, answered_at) select id, 99, 'canaryansw', @word, '', @word, 'suggested', 0, 1 from pages", new { word = Word });
            await tx.Execute(
                "insert into proposed_answers (id, public_id, site, page, author_name, body, mark, state, risks, at) select @id, 'canaryprop', site, id, @word, @word, '', 'review', '', 1 from pages",
                new { id = Guid.CreateVersion7(), word = Word });
            await tx.Execute("update decisions set note = @word", new { word = Word });
            await tx.Execute(
                "insert into reports (id, public_id, site, thread, seq, reporter_kind, reporter, trusted, reason, words, state, at) values (@id, 'abcdefghij', @site, @Thread, 0, 'member', 'somebody', @yes, 'other', @word, 'open', 1)",
                new { id = Guid.CreateVersion7(), site = world.Here.Id, Thread = Thread.Id, yes = true, word = Word });
            return Done.It;
        });
        var sanction = (await world.Get<IssueSanction>().Run(Admin, Helper.Id, new(SanctionKinds.Reminder, null, $"{Word} was said", Thread.PublicId))).Value!;
        await world.Db.Write<Done>(async tx => { await tx.Execute("update sanctions set appeal = @word, answer = @word where id = @Id", new { sanction.Id, word = Word }); return Done.It; });
    }

    // A receiver that says back what it was told.
    private Task Answered() => world.Db.Write<Done>(async tx =>
    {
        await tx.Execute("insert into delivery_tries (webhook, event, number, at, status, took_ms, answer, trouble) select webhook, event, 1, 1, 500, 1, @word, @word from deliveries", new { word = Word });
        return Done.It;
    });
}
