using System.Net;

namespace CommunityWidget.Mail;

/// <summary>A mail to one person, as text and as HTML.</summary>
public sealed record Letter(string To, string ToName, string Subject, string Text, string Html)
{
    /// <summary>In whose name it is sent; that of the configuration when there is none.</summary>
    public string? FromName { get; init; }

    /// <summary>Where mail programs send the one press that stops further mails of this kind (RFC 8058).</summary>
    public string? StopAddress { get; init; }

    /// <summary>A mail whose point is one link.</summary>
    /// <param name="language">Two letters.</param>
    /// <param name="to">Address.</param>
    /// <param name="name">Of the person.</param>
    /// <param name="subject">One line.</param>
    /// <param name="before">What it is about.</param>
    /// <param name="button">What the link does.</param>
    /// <param name="link">Whole address.</param>
    /// <param name="after">How long it works, and what to do when it was not wanted.</param>
    /// <param name="look">The button's colour; ours when there is none.</param>
    public static Letter WithLink(string language, string to, string name, string subject, string before, string button, string link, string after, LetterLook? look = null)
    {
        var text = $"{before}\n\n{button}{Colon(language)}\n{link}\n\n{after}\n";
        var html = $"""
            {Head(language, subject)}
            <p>{Safe(before)}</p>
            {Button(button, link, look ?? LetterLook.Ours)}
            <p style="overflow-wrap:anywhere"><small>{Safe(link)}</small></p>
            <p>{Safe(after)}</p>
            </body></html>
            """;
        return new(to, name, subject, text, html);
    }

    /// <summary>How every mail begins: as wide as what it is read on, as light or dark as its reader has it.</summary>
    public static string Head(string language, string subject) => $"""
        <!doctype html>
        <html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>{Safe(subject)}</title></head>
        <body style="font:16px/1.5 system-ui,sans-serif;max-width:34em;margin:0 auto;padding:24px;overflow-wrap:anywhere">
        """;

    /// <summary>What a mail is about, to press.</summary>
    public static string Button(string text, string link, LetterLook look) =>
        $"<p><a href=\"{Safe(link)}\" style=\"display:inline-block;padding:12px 20px;border-radius:8px;background:{look.Accent};color:{look.Ink};text-decoration:none\">{Safe(text)}</a></p>";

    /// <summary>As the language sets it after a word.</summary>
    public static string Colon(string language) => language == "fr" ? "\u00a0:" : ":";

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}

/// <summary>What of a shop a mail bears.</summary>
/// <param name="Accent">Its colour, readable.</param>
/// <param name="Ink">What is written on it.</param>
public sealed record LetterLook(string Accent, string Ink)
{
    public static readonly LetterLook Ours = new("#2a5bc7", "#fff");
}
