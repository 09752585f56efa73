using System.Net;
using System.Text;
using CommunityWidget.Contracts;
using CommunityWidget.Mail;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations.Later;

/// <summary>Mails to visitors, as text and as HTML: no picture, nothing that is fetched, nothing that tells us whether they were read.</summary>
public static class LaterLetters
{
    // A long question is recalled, not repeated.
    private const int RecalledCharacters = 300;

    public static Letter Confirm(LaterTexts texts, Site site, string to, string link) =>
        Letter.WithLink(texts.Language, to, "", texts.ConfirmSubject(site.Name), texts.ConfirmLead(site.Name), texts.ConfirmButton, link, texts.ConfirmAfter, Look(site)) with { FromName = site.Name };

    public static Letter Answer(LaterTexts texts, Site site, string to, string question, IReadOnlyList<ThreadEvent> said, LaterAddresses links) =>
        About(texts, site, to, new(texts.AnswerSubject(site.Name, said.Count), question, null, said, texts.OpenButton), links);

    public static Letter Unanswered(LaterTexts texts, Site site, string to, string question, LaterAddresses links) =>
        About(texts, site, to, new(texts.SorrySubject(site.Name), question, texts.Sorry, [], texts.SorryButton), links);

    /// <summary>The conversation is a public page now, or what was said in it stands on one; the second link takes it down.</summary>
    public static Letter Published(LaterTexts texts, Site site, string to, string page, string withdraw, StopAddresses stop, bool isTheirs = true)
    {
        var (subject, lead) = (texts.PublishedSubject(site.Name), isTheirs ? texts.Published(site.Name) : texts.PublishedElsewhere(site.Name));
        var (why, press, after) = isTheirs ? (texts.Withdraw, texts.WithdrawButton, texts.WithdrawAfter) : (texts.WithdrawWords, texts.WithdrawWordsButton, texts.WithdrawWordsAfter);
        var text = $"{lead}\n{page}\n\n{why}\n\n{press}{Letter.Colon(texts.Language)}\n{withdraw}\n\n{after}\n\n{Foot(texts, site, stop)}";
        var html = $"""
            {Letter.Head(texts.Language, subject)}
            <p style="margin-bottom:4px">{Safe(lead)}</p>
            <p style="margin-top:0"><a href="{Safe(page)}">{Safe(page)}</a></p>
            <p>{Safe(why)}</p>
            {Letter.Button(press, withdraw, Look(site))}
            <p><small>{Safe(after)}</small></p>
            {FootHtml(texts, site, stop)}
            </body></html>
            """;
        return new(to, "", subject, text, html) { FromName = site.Name, StopAddress = stop.ByMailProgram };
    }

    private static Letter About(LaterTexts texts, Site site, string to, Said said, LaterAddresses links) =>
        new(to, "", said.Subject, Text(texts, site, said, links), Html(texts, site, said, links)) { FromName = site.Name, StopAddress = links.Stop.ByMailProgram };

    private static string Text(LaterTexts texts, Site site, Said said, LaterAddresses links)
    {
        var text = new StringBuilder().Append(texts.YouAsked).Append('\n').Append(Quoted(Recalled(said.Question))).Append("\n\n");
        if (said.Lead is not null) text.Append(said.Lead).Append("\n\n");
        foreach (var one in said.Answers) text.Append(texts.Wrote(Who(texts, one))).Append('\n').Append(one.Text).Append("\n\n");
        return text.Append($"{said.Button}{Letter.Colon(texts.Language)}\n{links.Open}\n\n{Elsewhere(texts, links)}{texts.OpenAfter}\n\n{Foot(texts, site, links.Stop)}").ToString();

        static string Elsewhere(LaterTexts texts, LaterAddresses links) => links.Elsewhere is { } ours ? $"{texts.Elsewhere}{Letter.Colon(texts.Language)}\n{ours}\n\n" : "";
    }

    private static string Foot(LaterTexts texts, Site site, StopAddresses stop) => $"-- \n{texts.Why(site.Name)}\n{texts.Stop}{Letter.Colon(texts.Language)}\n{stop.Page}\n";

    private static string FootHtml(LaterTexts texts, Site site, StopAddresses stop) => $"<hr>\n<p><small>{Safe(texts.Why(site.Name))} <a href=\"{Safe(stop.Page)}\">{Safe(texts.Stop)}</a></small></p>";

    private static string Html(LaterTexts texts, Site site, Said said, LaterAddresses links)
    {
        var elsewhere = links.Elsewhere is { } ours ? $"<p><small><a href=\"{Safe(ours)}\">{Safe(texts.Elsewhere)}</a></small></p>\n" : "";
        var lead = said.Lead is null ? "" : $"<p>{Safe(said.Lead)}</p>\n";
        var answers = string.Concat(said.Answers.Select(one =>
            $"<p style=\"margin-bottom:4px\"><strong>{Safe(texts.Wrote(Who(texts, one)))}</strong></p>\n<p dir=\"auto\" style=\"margin-top:0\">{Lines(one.Text!)}</p>\n"));
        return $"""
            {Letter.Head(texts.Language, said.Subject)}
            <p style="margin-bottom:4px">{Safe(texts.YouAsked)}</p>
            <blockquote dir="auto" style="margin:0;padding-inline-start:12px;border-inline-start:3px solid {Look(site).Accent}">{Lines(Recalled(said.Question))}</blockquote>
            {lead}{answers}{Letter.Button(said.Button, links.Open, Look(site))}
            {elsewhere}<p><small>{Safe(texts.OpenAfter)}</small></p>
            {FootHtml(texts, site, links.Stop)}
            </body></html>
            """;
    }

    private static LetterLook Look(Site site) => new(Colour.Usable(site.Accent), Colour.InkOn(site.Accent));

    private static string Who(LaterTexts texts, ThreadEvent one)
    {
        var name = one.Author?.Name ?? texts.Somebody;
        return one.Author?.Kind == Roles.SuperUser ? texts.Volunteer(name) : texts.Team(name);
    }

    private static string Recalled(string question)
    {
        if (question.Length <= RecalledCharacters) return question;
        var whole = char.IsHighSurrogate(question[RecalledCharacters - 1]) ? RecalledCharacters - 1 : RecalledCharacters;
        return $"{question[..whole].TrimEnd()}…";
    }

    private static string Quoted(string text) => "> " + text.Replace("\n", "\n> ", StringComparison.Ordinal);

    private static string Lines(string text) => Safe(text).Replace("\n", "<br>\n", StringComparison.Ordinal);

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    // What a mail about a question says, beside where its links lead.
    private sealed record Said(string Subject, string Question, string? Lead, IReadOnlyList<ThreadEvent> Answers, string Button);
}

/// <summary>Where the links of a mail lead.</summary>
/// <param name="Open">Back to the conversation.</param>
/// <param name="Elsewhere">The same on a page of ours, where that leads to the shop's.</param>
/// <param name="Stop">To no more of them.</param>
public sealed record LaterAddresses(string Open, string? Elsewhere, StopAddresses Stop);

/// <summary>How mails about a question are stopped.</summary>
/// <param name="Page">A page with a button.</param>
/// <param name="ByMailProgram">Where a mail program posts the one press that does.</param>
public sealed record StopAddresses(string Page, string ByMailProgram);
