using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Questions.Suggesting;

/// <summary>Public answers for what somebody is typing. Nothing of it is stored or logged, whatever comes of it.</summary>
public sealed class SuggestAnswers(SimilarPages similar, EditionStore editions)
{
    private const int Most = 3, LongestAnswer = 1_200, Shortest = 8;

    public async Task<Reply<Suggestions>> Run(Site site, SuggestRequest request)
    {
        var text = MessageText.Clean(request.Text);
        if (text.Refusal is { } unusable) return unusable;
        if (text.Value!.Length < Shortest) return new Suggestions([]);
        var found = await similar.Sure(site.Id, text.Value, site.LanguageFor(request.Language), Most);
        var answers = await editions.Answers([.. found.Select(one => one.Page.Id)]);
        // A page without an answer answers nobody.
        return new Suggestions([.. found.Where(one => answers[one.Page.Id].Any()).Select(one => Of(site, one.Page, First(answers[one.Page.Id])))]);
    }

    /// <summary>The one that stands first on the page.</summary>
    public static Answer First(IEnumerable<Answer> answers) => answers.OrderBy(answer => answer.State == "accepted" ? 0 : 1).ThenBy(answer => answer.Position).First();

    private static Suggestion Of(Site site, Edition page, Answer answer)
    {
        var body = answer.Body.Length <= LongestAnswer ? answer.Body : Beginning(answer.Body);
        return new(page.PublicId, page.Title, page.Language, body, body.Length == answer.Body.Length, answer.MemberName ?? answer.AuthorName, answer.AnsweredAt, page.Path(site.Slug));
    }

    // Up to the last word that is whole.
    private static string Beginning(string body)
    {
        var end = body.LastIndexOf(' ', LongestAnswer);
        return $"{body[..(end > LongestAnswer / 2 ? end : char.IsHighSurrogate(body[LongestAnswer - 1]) ? LongestAnswer - 1 : LongestAnswer)]}…";
    }
}
