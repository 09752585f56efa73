using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Care;

/// <summary>What keeps a public page good: which answer stands first, and whether it is still true. By a moderator, its author, or whoever asked; what members say of it stands in the audit.</summary>
public sealed class CareForPage(Db db, ThreadAccess access, ThreadStore threads, EditionStore editions, EditionEdits edits, AuditLog audit, TimeProvider clock)
{
    private const string Outdated = EditionEdits.Outdated, StillTrue = "page.true", Accepted = "page.accepted", AuthorDoubts = "answer.outdated", AuthorSays = "answer.true";

    /// <summary>A moderator puts another answer first.</summary>
    public Task<Reply<Done>> Accept(MemberCaller by, string publicId, string? answer) => OfMember(by, publicId, async (tx, page) =>
    {
        var accepted = await Accept(tx, page, answer, staysOutdated: false);
        if (accepted.Value is not null) await audit.Decided(tx, page.Site, by.Id, Accepted, page.Thread);
        return accepted;
    });

    /// <summary>A moderator says on the page that it is true no longer, or takes that back.</summary>
    public Task<Reply<Done>> SetOutdated(MemberCaller by, string publicId, bool outdated) => OfMember(by, publicId, async (tx, page) =>
    {
        await edits.SayOutdated(tx, page.Id, by.Id, outdated, clock.NowMs());
        await audit.Decided(tx, page.Site, by.Id, outdated ? Outdated : StillTrue, page.Thread);
        return Done.It;
    });

    /// <summary>Whose answer stands first says whether it is still true; what a moderator said of it is not theirs to take back.</summary>
    public Task<Reply<Done>> Check(MemberCaller by, string publicId, bool isTrue) => OfMember(by, publicId, async (tx, page) =>
    {
        if (Answer.InOrder(await editions.Answers(tx, page.Id)).FirstOrDefault()?.Member != by.Id) return Refusals.NotFound;
        if (isTrue && await EditionEdits.IsModerators(tx, page.Id, but: by.Id)) return Refusals.NotAllowed;
        await edits.Check(tx, page.Id, isTrue, clock.NowMs());
        await audit.Decided(tx, page.Site, by.Id, isTrue ? AuthorSays : AuthorDoubts, page.Thread);
        return Done.It;
    });

    /// <summary>The answers of the page made of a visitor's question.</summary>
    public async Task<Reply<PublishedAnswers>> Answers(VisitorCaller by, string threadId)
    {
        var found = await access.Read(by, threadId);
        return found.Value is { } thread ? await AnswersOf(thread) : found.Refusal!;
    }

    /// <summary>Whoever asked says which answer it was; what a moderator said of the page stays.</summary>
    public async Task<Reply<PublishedAnswers>> Accept(VisitorCaller by, string threadId, string? answer)
    {
        var found = await access.Read(by, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        if (await editions.PublishedOf(thread.Id) is not { } page) return Refusals.NotFound;
        var accepted = await Change(page, async (tx, present) =>
            await Accept(tx, present, answer, staysOutdated: await EditionEdits.IsModerators(tx, present.Id)));
        return accepted.Refusal is { } refusal ? refusal : await AnswersOf(thread);
    }

    private async Task<PublishedAnswers> AnswersOf(ThreadRecord thread)
    {
        var answers = await editions.PublishedOf(thread.Id) is { } page ? await editions.Answers(page.Id) : [];
        return new([.. Answer.InOrder(answers).Select(a => new PublishedAnswer(a.Id, a.Body, a.Author, a.IsAccepted))]);
    }

    private async Task<Reply<Done>> Accept(Tx tx, Edition page, string? answer, bool staysOutdated)
    {
        if ((await editions.Answers(tx, page.Id)).All(a => a.Id != answer)) return Refusals.NotFound;
        await edits.Accept(tx, page.Id, answer!, clock.NowMs(), staysOutdated);
        return Done.It;
    }

    private async Task<Reply<Done>> OfMember(MemberCaller by, string publicId, Func<Tx, Edition, Task<Reply<Done>>> change) =>
        await editions.Find(by.Site.Id, publicId) is { IsPublic: true } page ? await Change(page, change) : Refusals.NotFound;

    private Task<Reply<Done>> Change(Edition page, Func<Tx, Edition, Task<Reply<Done>>> change) => db.Write<Done>(async tx =>
        await threads.Lock(tx, page.Thread) is not null && await editions.Find(tx, page.Id) is { IsPublic: true } present ? await change(tx, present) : Refusals.NotPossibleNow);
}
