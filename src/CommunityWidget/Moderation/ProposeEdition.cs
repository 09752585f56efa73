using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation;

/// <summary>
/// A closed, well-rated conversation whose visitor agreed becomes a draft for moderators: no consent, no page. A later rating
/// that takes the consent back takes the draft back too, and withdraws the page.
/// News may come twice: the thread's own publication state makes it safe.
/// </summary>
public sealed class ProposeEdition(Db db, ThreadStore threads, ThreadWriter writer, EditionStore editions, TimeProvider clock) : IOutboxHandler
{
    private const int WorthShowing = 4, TitleLength = 110;

    public bool Wants(string kind) => kind is "rated" or "thread.closed";

    public async Task Handle(OutboxMessage message)
    {
        var rows = await threads.Events(message.Thread, 0);
        await db.Write<Done>(async tx =>
        {
            if (await threads.Lock(tx, message.Thread) is not { } thread) return Done.It;
            var next = Next(thread);
            if (next == thread.Publication) return Done.It;
            if (next == Publications.Review) await Propose(tx, thread, rows);
            if (next == Publications.Withdrawn) await editions.Withdraw(tx, thread.Id, clock.NowMs());
            await writer.Change(tx, thread, thread with { Publication = next });
            return Done.It;
        });
    }

    private static string Next(ThreadRecord t) => t.Publication switch
    {
        Publications.None when IsWorthShowing(t) => Publications.Review,
        Publications.Review when !IsWorthShowing(t) => Publications.None,
        Publications.Published when t.ConsentVersion is null => Publications.Withdrawn,
        var stays => stays,
    };

    private static bool IsWorthShowing(ThreadRecord t) =>
        t is { State: ThreadStates.Closed, Stars: >= WorthShowing, ConsentVersion: not null };

    private async Task Propose(Tx tx, ThreadRecord thread, IReadOnlyList<EventRow> rows)
    {
        var edition = Draft(thread, rows[0].Body!);
        await editions.Add(tx, edition, Answers(edition.Id, rows));
    }

    private Edition Draft(ThreadRecord thread, string question) => new()
    {
        Id = clock.NewId(),
        PublicId = ThreadStore.NewPublicId(),
        Thread = thread.Id,
        Site = thread.Site,
        State = Publications.Review,
        Title = Title(question),
        Slug = Edition.SlugOf(Title(question)),
        Question = question,
        Language = thread.Language,
        Topic = thread.Topic,
        AskedAt = thread.AskedAt,
        ProposedAt = clock.NowMs(),
        UpdatedAt = clock.NowMs(),
    };

    private static string Title(string question)
    {
        var line = question.Trim().Split('\n')[0].Trim();
        if (line.Length <= TitleLength) return line;
        var cut = line.LastIndexOf(' ', TitleLength);
        if (cut <= 0) cut = char.IsLowSurrogate(line[TitleLength]) ? TitleLength - 1 : TitleLength;
        return line[..cut] + "…";
    }

    // One answer per member, in the order they joined the talk.
    private static List<Answer> Answers(Guid page, IReadOnlyList<EventRow> rows) =>
        [.. rows.Where(r => r is { Kind: EventKinds.Message, AuthorKind: "member", Audience: Audiences.All })
            .GroupBy(r => r.Author!.Value)
            .Select((said, i) => new Answer
            {
                Page = page,
                Position = i + 1,
                Member = said.Key,
                SourceSeqs = string.Join(' ', said.Select(r => r.Seq)),
                Body = string.Join("\n\n", said.Select(r => r.Body)),
                State = i == 0 ? "accepted" : "suggested",
                AnsweredAt = said.Last().At,
            })];
}
