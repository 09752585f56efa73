using System.Text.Json.Nodes;
using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.AnswerPages.Pages;

namespace CommunityWidget.AnswerPages.Machines.Head;

/// <summary>
/// The page as schema.org's <c>QAPage</c>: exactly what a reader sees. Only with an answer in words, and only where readers may add one: without a form it would say what
/// is not so. An author is always named, as the page names them.
/// </summary>
public static class QuestionData
{
    /// <param name="page">As it is shown.</param>
    /// <param name="canonical">Where it is.</param>
    /// <param name="home">Where the question is: of a further part, the first.</param>
    /// <param name="address">Where pages are.</param>
    public static string? Of(AnswerPageModel page, string canonical, string home, AnswerAddress address)
    {
        JsonObject Answer(Answer answer) => Written(page, answer, canonical, address);

        var answers = page.Answers.Where(answer => WrittenText.Plain(answer.Body).Trim().Length > 0).ToList();
        if (answers.Count == 0 || !page.TakesAnswers) return null;
        var edition = page.Edition;
        var question = new JsonObject
        {
            ["@type"] = "Question",
            ["name"] = edition.Title,
            ["inLanguage"] = edition.Language,
            ["url"] = home,
            ["datePublished"] = AnswersPage.Iso(edition.AskedAt),
            ["dateModified"] = AnswersPage.Iso(edition.ModifiedAt),
            ["author"] = Person(page.T.Asker),
            // All there are, also those that another part shows.
            ["answerCount"] = page.Part.InAll - (page.Answers.Count - answers.Count),
        };
        // A text that says the same as the name is an error to those who read it.
        if (page.SaysMore) question["text"] = WrittenText.Plain(edition.Question);
        // There is one accepted answer, whatever a row says.
        var accepted = answers.FirstOrDefault(answer => answer.IsAccepted);
        if (accepted is not null) question["acceptedAnswer"] = Answer(accepted);
        var others = answers.Where(answer => answer != accepted).Select(answer => (JsonNode)Answer(answer)).ToArray();
        if (others.Length > 0) question["suggestedAnswer"] = new JsonArray(others);
        return JsonData.Text(new JsonObject { ["@context"] = "https://schema.org", ["@type"] = "QAPage", ["mainEntity"] = question });
    }

    private static JsonObject Written(AnswerPageModel page, Answer answer, string canonical, AnswerAddress address) => new()
    {
        ["@type"] = "Answer",
        ["text"] = WrittenText.Plain(answer.Body),
        ["inLanguage"] = page.LanguageOf(answer),
        ["url"] = $"{canonical}#{AnswersPage.AnchorOf(answer)}",
        ["datePublished"] = AnswersPage.Iso(answer.AnsweredAt),
        ["upvoteCount"] = answer.Votes,
        ["author"] = Author(page, answer, address),
    };

    // With their page where readers are led there.
    private static JsonObject Author(AnswerPageModel page, Answer answer, AnswerAddress address)
    {
        if (answer is not { Author: { } name, Member: { } member }) return Person(answer.Author ?? page.T.Deleted);
        var author = Person(name);
        author["url"] = address.Link(page.Site, ListAddress.Member(page.Site, member));
        return author;
    }

    private static JsonObject Person(string name) => new() { ["@type"] = "Person", ["name"] = name };
}
