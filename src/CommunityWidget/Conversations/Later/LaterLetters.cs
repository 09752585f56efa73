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

    public static Letter Answer(LaterTexts texts, Site site, string to, string question, IReadOnlyList<ThreadEvent> said, LaterAddresses links)
    {
        var subject = texts.AnswerSubject(site.Name, said.Count);
        return new(to, "", subject, Text(texts, site, question, said, links), Html(texts, site, subject, question, said, links))
        {
            FromName = site.Name,
            StopAddress = links.StopByMailProgram,
        };
    }

    public static Letter Unanswered(LaterTexts texts, Site site, string to, string link) =>
        Letter.WithLink(texts.Language, to, "", texts.SorrySubject(site.Name), texts.Sorry(site.Name), texts.SorryButton, link, texts.Why(site.Name), Look(site)) with { FromName = site.Name };

    /// <summary>The conversation is a public page now; the second link takes it down.</summary>
    public static Letter Published(LaterTexts texts, Site site, string to, string page, string withdraw) =>
        Letter.WithLink(texts.Language, to, "", texts.PublishedSubject(site.Name), texts.Published(site.Name, page), texts.WithdrawButton, withdraw, texts.WithdrawAfter, Look(site)) with { FromName = site.Name };

    private static string Text(LaterTexts texts, Site site, string question, IReadOnlyList<ThreadEvent> said, LaterAddresses links)
    {
        var text = new StringBuilder().Append(texts.YouAsked).Append('\n').Append(Quoted(Recalled(question))).Append("\n\n");
        foreach (var one in said) text.Append(texts.Wrote(Who(texts, one))).Append('\n').Append(one.Text).Append("\n\n");
        var colon = Letter.Colon(texts.Language);
        return text.Append($"{texts.OpenButton}{colon}\n{links.Open}\n\n{texts.OpenAfter}\n\n-- \n{texts.Why(site.Name)}\n{texts.Stop}{colon}\n{links.Stop}\n").ToString();
    }

    private static string Html(LaterTexts texts, Site site, string subject, string question, IReadOnlyList<ThreadEvent> said, LaterAddresses links)
    {
        var answers = string.Concat(said.Select(one =>
            $"<p style=\"margin-bottom:4px\"><strong>{Safe(texts.Wrote(Who(texts, one)))}</strong></p>\n<p style=\"margin-top:0\">{Lines(one.Text!)}</p>\n"));
        return $"""
            {Letter.Head(texts.Language, subject)}
            <p style="margin-bottom:4px">{Safe(texts.YouAsked)}</p>
            <blockquote style="margin:0;padding-left:12px;border-left:3px solid {Look(site).Accent}">{Lines(Recalled(question))}</blockquote>
            {answers}{Letter.Button(texts.OpenButton, links.Open, Look(site))}
            <p><small>{Safe(texts.OpenAfter)}</small></p>
            <hr>
            <p><small>{Safe(texts.Why(site.Name))} <a href="{Safe(links.Stop)}">{Safe(texts.Stop)}</a></small></p>
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
}

/// <summary>Where the links of a mail lead.</summary>
/// <param name="Open">Back to the conversation.</param>
/// <param name="Stop">A page that stops the mails.</param>
/// <param name="StopByMailProgram">Where a mail program posts the one press that does.</param>
public sealed record LaterAddresses(string Open, string Stop, string StopByMailProgram);
