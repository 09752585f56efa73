using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Readers;

/// <summary>
/// Somebody adds to a published page: a reader with a pseudonym, or a member who words their own answer anew. Judged and masked like everything
/// else, and read by a moderator before anybody sees it.
/// </summary>
public sealed class ProposeAnswer(Db db, JudgeMessage judge, EditionStore editions, ProposedStore proposed, AskerNames names, TimeProvider clock)
{
    private const long DayMs = 24L * 3_600 * 1_000;

    private const int MostOfReader = 5, MostAboutPage = 50, CodePoints = 4_000;

    /// <summary>A reader of the page, known for today only, and what they have to show later that it is theirs.</summary>
    public async Task<Reply<ProposedAnswer>> Run(Site site, string publicId, TypedAnswer typed, string mark, ReaderKey? key = null)
    {
        if (await editions.Find(site.Id, publicId) is not { IsPublic: true } page) return Refusals.NotFound;
        var name = MessageText.CleanName(typed.Name);
        if (name is null) return Refusals.NameNotUsable;
        if (name.Refusal is { } badName) return badName;
        if (judge.Misnamed(site, name.Value!) is { } misnamed) return misnamed;
        return await Store(site, page, typed.Text, new() { AuthorName = name.Value, Mark = mark, KeyHash = key?.Hash });
    }

    /// <summary>A member, about an answer of their own.</summary>
    public async Task<Reply<ProposedAnswer>> Reword(MemberCaller by, string publicId, string? text)
    {
        if (await editions.Find(by.Site.Id, publicId) is not { IsPublic: true } page) return Refusals.NotFound;
        var mine = Answer.InOrder(await editions.Answers(page.Id)).FirstOrDefault(answer => answer.Member == by.Id);
        return mine is null ? Refusals.NotFound : await Store(by.Site, page, text, new() { Member = by.Id, Rewords = mine.Id });
    }

    private async Task<Reply<ProposedAnswer>> Store(Site site, Edition page, string? text, ProposedAnswer by)
    {
        var clean = MessageText.CleanForPage(text, CodePoints);
        if (clean.Value is not { } words) return clean.Refusal!;
        var judged = judge.OfReader(site, words);
        if (judged.Value is not { } verdict) return judged.Refusal!;
        var answer = by with
        {
            Id = clock.NewId(),
            PublicId = ThreadStore.NewPublicId(),
            Site = site.Id,
            Page = page.Id,
            Body = PublicText.Of(site, words.Trim(), page.Language, await names.Of(page.Thread)).Text,
            Risks = string.Join(' ', verdict.Reasons ?? []),
            At = clock.NowMs(),
        };
        return await db.Write<ProposedAnswer>(async tx =>
        {
            if (answer.Member is null) await tx.Lock($"answers of {answer.Mark}");
            // It may have been taken down or erased since it was looked at: nobody would ever decide about this.
            if (await tx.Find<long?>($"select 1 from pages where id = @Id and state = 'published' and hidden_at is null{tx.Dialect.ForUpdate}", new { page.Id }) is null) return Refusals.NotFound;
            // Pressed twice.
            if (await proposed.Same(tx, answer) is { } before) return await Again(tx, before, answer);
            if (answer.Member is null && await proposed.Since(tx, answer.Mark, answer.At - DayMs) >= MostOfReader) return Refusals.TooManyProposals.After(ReaderMarks.Left(answer.At));
            if (await proposed.Waiting(tx, page.Id) >= MostAboutPage) return Refusals.TooManyProposals;
            await proposed.Add(tx, answer);
            return answer;
        });
    }

    // Whoever pressed twice is told of the second: its key is the one they have.
    private async Task<ProposedAnswer> Again(Tx tx, ProposedAnswer before, ProposedAnswer again)
    {
        if (again.KeyHash is not { } hash || before.AuthorName != again.AuthorName || !ReaderKey.IsPressedTwice(before.At, again.At)) return before;
        await proposed.SetKey(tx, before.Id, hash);
        return before with { KeyHash = hash };
    }
}

/// <summary>An answer as it stands in the form.</summary>
/// <param name="Name">A pseudonym.</param>
/// <param name="Text">The answer.</param>
public sealed record TypedAnswer(string? Name, string? Text);
