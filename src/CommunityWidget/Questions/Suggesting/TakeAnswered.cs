using System.Net;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.AnswerPages.Votes;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Sites;

namespace CommunityWidget.Questions.Suggesting;

/// <summary>"This answered me": nothing is asked, whoever answered is credited, and the question counts as answered before it was asked.</summary>
public sealed class TakeAnswered(Db db, EditionStore editions, Deflections deflections, ReaderMarks marks, TimeProvider clock)
{
    public async Task<Reply<Done>> Run(Site site, string publicId, IPAddress? address)
    {
        var mark = await marks.Of(site.Id, address);
        if (mark.Value is not { } reader) return mark.Refusal!;
        if (await Became.Public(editions, site.Id, publicId) is not { } there) return Refusals.NotFound;
        return await db.Write<Done>(async tx =>
        {
            if (await editions.Find(tx, there.Id) is not { IsPublic: true } page) return Refusals.NotFound;
            var answers = await editions.Answers(tx, page.Id);
            // Its last answer went meanwhile: nobody is thanked, and nothing counted.
            if (answers.Count == 0) return Done.It;
            var first = SuggestionText.First(answers);
            if (!await VoteStore.MayCast(tx, page.Id, Deflections.Vote(first, reader))) return Refusals.TooManyVotes.After(ReaderMarks.Left(clock.NowMs()));
            await deflections.Add(tx, page, first, reader, clock.NowMs());
            return Done.It;
        });
    }
}
