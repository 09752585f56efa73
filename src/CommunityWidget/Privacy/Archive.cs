using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityWidget.Privacy;

/// <summary>One archive: <c>person.json</c> for programs, <c>person.html</c> for people, and what both hold.</summary>
public static class Archive
{
    public const string Type = "application/zip";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>README.txt: what is in it, for whoever opens it.</summary>
    public const string About = """
        What is kept about you here. Your own copy says of a conversation what it showed you; one that the site hands you may say more.

        person.html  to read in a browser; it loads nothing from anywhere.
        person.json  the same for programs: UTF-8, times in Unix milliseconds (UTC).
          kind, site, madeAt, name, email, since
          account      members only: roles, languages, topics, seats, customerSince, suspendedUntil
          threads[]    id, state, language, topic, page, product, askedAt, closedAt, stars, email, consentAt, consentVersion, erasedAt
            events[]   seq, at, by ("you", a name, "somebody" whose name was erased, "system"), kind, text
          facts[]      what is kept beside that: what, at, thread, page, seq, kind, state, until, text, those that it has
                       visitors: consent, report, former name, device, mail link, pause, customer, page (kind: its
                       address on the site), and in the site's copy tag, decision
                       members: sanction, objection, answer to an objection, probation, strike, charter, sign-in, key, report,
                       proposed answer, answer on a page, tag, offer, topic, thanks, note on a decision, note to an author,
                       sent to be mended, wording of a page, change, call for help, available (minutes of a day),
                       conversation (that they were part of), invitation
          acts[]       members only: at, action, subject, outcome

        Not in it: passwords, tokens and other hashes, and numbers that add up what many people did.

        Ce qui est conservé à votre sujet ici. Votre propre copie dit d’une conversation ce qu’elle vous a montré ; celle que le site vous remet peut
        en dire plus. Sans mots de passe, jetons ni autres empreintes, ni totaux où plusieurs personnes se confondent.
        person.html se lit dans un navigateur et ne charge rien ; person.json contient la même chose pour des programmes.
        """;

    public static byte[] Of(ExportedPerson person)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "person.json", JsonSerializer.Serialize(person, Json));
            Add(zip, "person.html", Html(person));
            Add(zip, "README.txt", About);
        }
        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Html(ExportedPerson person)
    {
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Safe(person.Site)}</title><h1>{Safe(person.Site)}</h1><p>{Safe(person.Name)} {Safe(person.Email)}</p><p>{When(person.MadeAt)}</p>");
        foreach (var thread in person.Threads)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Safe(thread.Id)}</h2><p>{Safe(thread.Topic)} {Safe(thread.Page?.Url)} {Safe(thread.Product?.Name)}</p><ol>");
            foreach (var one in thread.Events) page.Append(CultureInfo.InvariantCulture, $"<li value=\"{one.Seq}\"><b>{Safe(one.By)}</b> <small>{When(one.At)} {Safe(one.Kind)}</small><br>{Safe(one.Text)}</li>");
            page.Append("</ol>");
        }
        foreach (var fact in person.Facts) page.Append(CultureInfo.InvariantCulture, $"<p><small>{When(fact.At)}</small> <b>{Safe(fact.What)}</b> {Safe(fact.Kind)} {Safe(fact.State)} {Safe(fact.Thread)} {Safe(fact.Page)} {When(fact.Until)}<br>{Safe(fact.Text)}</p>");
        foreach (var act in person.Acts ?? []) page.Append(CultureInfo.InvariantCulture, $"<p><small>{When(act.At)}</small> {Safe(act.Action)} {Safe(act.Subject)} {Safe(act.Outcome)}</p>");
        return page.Append("</html>").ToString();
    }

    private static string Safe(string? text) => WebUtility.HtmlEncode(text ?? "").Replace("\n", "<br>", StringComparison.Ordinal);

    private static string When(long? at) => at is { } moment ? DateTimeOffset.FromUnixTimeMilliseconds(moment).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : "";
}
