using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace CommunityWidget.SearchEngine;

/// <summary>What a search engine asks of a question with its answers.</summary>
internal static partial class QuestionChecks
{
    private const int FewCharacters = 80, MostAnswers = 20;

    public static void Check(Page page, JsonElement? data, Action<string> say)
    {
        var answers = page.Answers.Select(answer => Page.Squeezed(answer.QuerySelector(".words")?.TextContent ?? "")).Where(text => text.Length > 0).ToList();
        var accepted = page.Answers.Count(answer => answer.ClassList.Contains("accepted"));
        var isThin = answers.Count == 0 || (accepted == 0 && answers.All(text => text.Length < FewCharacters));
        if (isThin != page.IsNoIndex) say(isThin ? "has hardly anything to say and wants to be found" : "has something to say and does not want to be found");
        var isOpen = page.Document.QuerySelectorAll("form[method=post] textarea").Any(text => text.Closest("form")!.GetAttribute("action")!.Contains("/add/", StringComparison.Ordinal));
        if (data is not { } found)
        {
            if (answers.Count > 0 && isOpen) say("has answers and a form, and no QAPage");
            return;
        }
        if (!isOpen) say("is a QAPage on which nobody can answer");
        if (!found.TryGetProperty("mainEntity", out var question) || DataChecks.TypeOf(question) != "Question")
        {
            say("is a QAPage without one question");
            return;
        }
        var given = new[] { "acceptedAnswer", "suggestedAnswer" }.SelectMany(name => question.TryGetProperty(name, out var some) ? some.ValueKind == JsonValueKind.Array ? some.EnumerateArray().ToList() : [some] : []).ToList();
        if (question.TryGetProperty("acceptedAnswer", out var one) && one.ValueKind == JsonValueKind.Array && one.GetArrayLength() > 1) say("has two accepted answers");
        if (given.Count == 0) say("is a QAPage without an answer");
        var inAll = InAll(page) ?? answers.Count;
        if (!question.TryGetProperty("answerCount", out var count) || count.GetInt32() != inAll || given.Count != answers.Count) say($"counts other answers than its {answers.Count} of {inAll}");
        if (answers.Count > MostAnswers) say($"shows {answers.Count} answers at once");
        if (Text(question, "text") is { } text && Page.Squeezed(text) == Page.Squeezed(Text(question, "name") ?? "")) say("says the same as text and as name");
        if (given.Select(answer => Text(answer, "text")).Distinct().Count() != given.Count) say("has an answer twice");
        foreach (var thing in given.Prepend(question))
        {
            if (!thing.TryGetProperty("author", out var author) || string.IsNullOrWhiteSpace(Text(author, "name"))) say($"has a {DataChecks.TypeOf(thing)} of nobody's");
            if (Text(thing, "datePublished") is null) say($"has a {DataChecks.TypeOf(thing)} without a date");
        }
        foreach (var answer in given)
        {
            if (DateTimeOffset.TryParse(Text(answer, "datePublished"), CultureInfo.InvariantCulture, out var at) && DateTimeOffset.TryParse(Text(question, "datePublished"), CultureInfo.InvariantCulture, out var asked) && at < asked) say("was answered before it was asked");
            if (string.IsNullOrWhiteSpace(Text(answer, "text"))) say("has an answer without words");
            var anchor = Text(answer, "url")?.Split('#');
            if (anchor is not [var address, var id] || address != page.Canonical || page.Document.GetElementById(id) is null) say($"has an answer that is not at {Text(answer, "url")}");
            else
            {
                Helped(page.Document.GetElementById(id)!, answer, say);
                Author(page, page.Document.GetElementById(id)!, answer, say);
            }
        }
    }

    // Of a question that is read in parts: what a reader is told of all of them.
    private static int? InAll(Page page) =>
        page.Document.QuerySelector("article p.part")?.TextContent is { } said && Trailing().Match(said) is { Success: true } number ? int.Parse(string.Concat(number.Value.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture) : null;

    // None is told to nobody.
    private static void Helped(IElement shown, JsonElement answer, Action<string> say)
    {
        var read = string.Concat((shown.QuerySelector(".helped")?.TextContent ?? "").Where(char.IsAsciiDigit));
        var told = answer.TryGetProperty("upvoteCount", out var votes) ? votes.GetInt64() : 0;
        if (read != (told == 0 ? "" : told.ToString(CultureInfo.InvariantCulture))) say($"tells machines that {told} found an answer helpful, and readers “{read}”");
    }

    // Whose page readers are led to is whose page machines are told of.
    private static void Author(Page page, IElement shown, JsonElement answer, Action<string> say)
    {
        var read = shown.QuerySelector(".by a[href]")?.GetAttribute("href");
        var told = answer.TryGetProperty("author", out var author) ? Text(author, "url") : null;
        string? PathOf(string? address) => address is null ? null : new Uri(new Uri(page.Canonical ?? page.Address), address).AbsolutePath;
        if (PathOf(read) != PathOf(told)) say($"tells machines that an author is at {told}, and readers {read}");
    }

    [GeneratedRegex(@"\d[\d\s,.]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Trailing();

    private static string? Text(JsonElement data, string name) => data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
