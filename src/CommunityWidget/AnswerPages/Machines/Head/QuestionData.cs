using System.Text.Json;
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
    public static ReadOnlyMemory<byte>? Of(AnswerPageModel page, string canonical, string home, AnswerAddress address)
    {
        var answers = page.Answers.Select(answer => (Answer: answer, Text: WrittenText.Plain(answer.Body))).Where(one => !string.IsNullOrWhiteSpace(one.Text)).ToList();
        if (answers.Count == 0 || !page.TakesAnswers) return null;
        return JsonData.Of("QAPage", (page, answers, canonical, home, address), static (json, of) =>
        {
            json.WriteStartObject("mainEntity"u8);
            Question(json, of.page, of.answers, of.canonical, of.home, of.address);
            json.WriteEndObject();
        });
    }

    private static void Question(Utf8JsonWriter json, AnswerPageModel page, List<(Answer Answer, string Text)> answers, string canonical, string home, AnswerAddress address)
    {
        var edition = page.Edition;
        json.WriteString("@type"u8, "Question"u8);
        json.WriteString("name"u8, edition.Title);
        json.WriteString("inLanguage"u8, edition.Language);
        json.WriteString("url"u8, home);
        json.WriteString("datePublished"u8, AnswersPage.Iso(edition.AskedAt));
        json.WriteString("dateModified"u8, AnswersPage.Iso(edition.ModifiedAt));
        Author(json, page.T.Asker);
        // All there are, also those that another part shows.
        json.WriteNumber("answerCount"u8, page.Part.InAll - (page.Answers.Count - answers.Count));
        // A text that says the same as the name is an error to those who read it.
        if (page.SaysMore) json.WriteString("text"u8, WrittenText.Plain(edition.Question));
        // There is one accepted answer, whatever a row says.
        var accepted = answers.FindIndex(one => one.Answer.IsAccepted);
        if (accepted >= 0)
        {
            json.WriteStartObject("acceptedAnswer"u8);
            Written(json, page, answers[accepted], canonical, address);
        }
        if (answers.Count == (accepted < 0 ? 0 : 1)) return;
        json.WriteStartArray("suggestedAnswer"u8);
        for (var at = 0; at < answers.Count; at++)
        {
            if (at == accepted) continue;
            json.WriteStartObject();
            Written(json, page, answers[at], canonical, address);
        }
        json.WriteEndArray();
    }

    private static void Written(Utf8JsonWriter json, AnswerPageModel page, (Answer Answer, string Text) written, string canonical, AnswerAddress address)
    {
        var (answer, text) = written;
        json.WriteString("@type"u8, "Answer"u8);
        json.WriteString("text"u8, text);
        json.WriteString("inLanguage"u8, page.LanguageOf(answer));
        json.WriteString("url"u8, $"{canonical}#{AnswersPage.AnchorOf(answer)}");
        json.WriteString("datePublished"u8, AnswersPage.Iso(answer.AnsweredAt));
        json.WriteNumber("upvoteCount"u8, answer.Votes);
        // With their page where readers are led there.
        Author(json, answer.Author ?? page.T.Deleted, answer is { Author: not null, Member: { } member } ? address.Link(page.Site, ListAddress.Member(page.Site, member)) : null);
        json.WriteEndObject();
    }

    private static void Author(Utf8JsonWriter json, string name, string? url = null)
    {
        json.WriteStartObject("author"u8);
        json.WriteString("@type"u8, "Person"u8);
        json.WriteString("name"u8, name);
        if (url is not null) json.WriteString("url"u8, url);
        json.WriteEndObject();
    }
}
