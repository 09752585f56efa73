using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Contracts.Visitors;

namespace CommunityWidget.AnswerPages.Searching;

/// <summary>A page as it is shown to somebody who looks for an answer.</summary>
public static class SuggestionText
{
    private const int LongestAnswer = 1_200;

    /// <summary>The answer that stands first on the page.</summary>
    public static Answer First(IEnumerable<Answer> answers) => Answer.InOrder(answers).First();

    /// <param name="page">The page.</param>
    /// <param name="answer">One of its answers.</param>
    /// <param name="url">Where it is.</param>
    public static Suggestion Of(Edition page, Answer answer, string url)
    {
        var body = answer.Body.Length <= LongestAnswer ? answer.Body : Beginning(answer.Body);
        return new(page.PublicId, page.Title, page.Language, body, body.Length == answer.Body.Length, answer.Author, answer.AnsweredAt, url, page.ProductName, page.OutdatedAt is not null, WrittenLanguage.Of(answer, page));
    }

    // Up to the last word that is whole.
    private static string Beginning(string body)
    {
        var end = body.LastIndexOf(' ', LongestAnswer);
        if (end < LongestAnswer / 2) end = char.IsHighSurrogate(body[LongestAnswer - 1]) ? LongestAnswer - 1 : LongestAnswer;
        return $"{body[..end]}…";
    }
}
