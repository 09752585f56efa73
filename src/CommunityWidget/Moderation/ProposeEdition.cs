using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation;

/// <summary>
/// A closed, well-rated conversation whose visitor agreed becomes a draft for moderators: no consent, no page.
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
            var thread = await threads.Lock(tx, message.Thread);
            if (thread is null || !IsWorthShowing(thread)) return Done.It;
            var edition = Draft(thread, rows[0].Body!);
            await editions.Add(tx, edition, Answers(edition.Id, rows));
            await writer.Change(tx, thread, thread with { Publication = Publications.Review });
            return Done.It;
        });
    }

    private static bool IsWorthShowing(ThreadRecord t) =>
        t is { State: ThreadStates.Closed, Publication: Publications.None, Stars: >= WorthShowing, ConsentVersion: not null };

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
        return line[..(cut > 0 ? cut : TitleLength)] + "…";
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
