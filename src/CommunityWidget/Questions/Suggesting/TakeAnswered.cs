using System.Net;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Searching;
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
        var mark = await marks.Of(address);
        if (mark.Value is not { } reader) return mark.Refusal!;
        return await db.Write<Done>(async tx =>
        {
            if (await editions.Find(tx, site.Id, publicId) is not { IsPublic: true } page) return Refusals.NotFound;
            var answers = await editions.Answers(tx, page.Id);
            await deflections.Add(tx, page, answers.Count == 0 ? null : SuggestionText.First(answers).Member, reader, clock.NowMs());
            return Done.It;
        });
    }
}
