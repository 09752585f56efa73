using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.AnswerPages.Votes;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Sites;

namespace CommunityWidget.Moderation.Readers;

/// <summary>A reader says whether a page helped, or that it is no longer true; known for today only.</summary>
public sealed class TakeVote(Db db, EditionStore editions, VoteStore votes, TimeProvider clock)
{
    public const string Helped = "helped", NotHelped = "not_helped", NoLongerTrue = "no_longer_true";

    public async Task<Reply<Done>> Run(Site site, string publicId, string? said, string? answer, string mark)
    {
        if (said is not (Helped or NotHelped or NoLongerTrue)) return Refusals.NotUnderstood;
        if (await Became.Public(editions, site.Id, publicId) is not { } page) return Refusals.NotFound;
        var named = said == Helped ? await There(site, publicId, page, answer) : null;
        var vote = said == NoLongerTrue ? new Vote(mark, VoteKinds.Truth, Yes: false) : new Vote(mark, VoteKinds.Help, said == Helped, named);
        return await db.Write<Done>(async tx =>
        {
            if (!await VoteStore.MayCast(tx, page.Id, vote)) return Refusals.TooManyVotes.After(ReaderMarks.Left(clock.NowMs()));
            await votes.Cast(tx, page.Id, vote, clock.NowMs());
            return Done.It;
        });
    }

    // What went to another page is known there by its words, as it was when it came.
    private async Task<string?> There(Site site, string publicId, Edition page, string? answer)
    {
        var answers = await editions.Answers(page.Id);
        if (page.PublicId == publicId) return answers.FirstOrDefault(one => one.Id == answer)?.Id;
        if (await editions.Find(site.Id, publicId) is not { } left || (await editions.Answers(left.Id)).FirstOrDefault(one => one.Id == answer) is not { } said) return null;
        return answers.FirstOrDefault(one => WrittenText.Squeezed(one.Body) == WrittenText.Squeezed(said.Body))?.Id;
    }
}
