using System.Net;
using CommunityWidget.Contracts;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Mail;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.BrowserTests.Screens;

/// <summary>Every mail we send as a mail program shows it, and its text below.</summary>
public static class MailScreens
{
    private const string Group = "mails", To = "robin@visitors.example";

    public static async Task Take(Camera camera, DemoCast cast)
    {
        var site = (await cast.Product.Get<SiteStore>().BySlug("demo"))!;
        var page = (await cast.Seat()).Page;
        foreach (var (state, letter) in Letters(site, cast))
        {
            await page.SetContentAsync(letter.Html);
            await camera.Take(page, Group, state, whole: true);
        }
        await page.SetContentAsync($"<meta name=color-scheme content='light dark'>{string.Concat(Letters(site, cast).Select(one => $"<h2>{WebUtility.HtmlEncode(one.Letter.Subject)}</h2><pre style='white-space:pre-wrap;overflow-wrap:anywhere'>{WebUtility.HtmlEncode(one.Letter.Text)}</pre>"))}");
        await camera.Take(page, Group, "20 as text", whole: true);
    }

    private static IEnumerable<(string State, Letter Letter)> Letters(Site site, DemoCast cast)
    {
        var language = cast.Names.Language;
        var (later, letters, sanctions) = (LaterTexts.In(language), LetterTexts.In(language), SanctionTexts.In(language));
        var stop = new StopAddresses(Link("/stop-mails"), Link("/api/mail/stop/x"));
        var links = new LaterAddresses($"https://lumen.example/products/aube#community-widget:{Secret}", Link("/conversation"), stop);
        yield return ("01 confirm", LaterLetters.Confirm(later, site, To, Link("/confirm-email")));
        yield return ("02 answered", LaterLetters.Answer(later, site, To, Lines.Question(cast), [Said(Lines.Answer(cast), "Maya", Roles.SuperUser), Said($"{Lines.More(cast)}\n\n{Lines.Link}", "Sam", Roles.Agent)], links));
        yield return ("03 answered, arabic", LaterLetters.Answer(later, site, To, PageLines.Arabic(cast).Question, [Said(PageLines.Arabic(cast).Answers[0], "ليلى", Roles.SuperUser)], links with { Elsewhere = null }));
        yield return ("04 nobody answered", LaterLetters.Unanswered(later, site, To, Lines.Question(cast), links));
        yield return ("05 published", LaterLetters.Published(later, site, To, $"{cast.Origin}/answers/demo/39ktqixz6d/{(cast.French ? "la-lampe-aube-se-regle-t-elle-avec-un-variateur" : "does-the-aube-lamp-work-with-an-ordinary-dimmer")}", Link("/withdraw-consent"), stop));
        yield return ("06 invited", letters.Invitation(new() { Email = To, Name = "Zoé" }, site.Name, Link("/invitation")));
        yield return ("07 new password", letters.NewPassword(new() { Email = To, Name = "Zoé" }, site.Name, Link("/new-password")));
        yield return ("08 sanctioned", Letter.WithLink(
            language, To, "Leo", sanctions.MailIssued(site.Name), sanctions.MailText("Leo", site.Name, SanctionKinds.Suspension), sanctions.MailButton, $"{cast.Origin}/standing", sanctions.MailAfter));

        string Link(string path) => $"{cast.Origin}{path}?lang={language}#{Secret}";
    }

    private const string Secret = "3l-2INe0o5lr5X6487bcuA8ICy7qTVGlrVbztD0Dxs8";

    private static ThreadEvent Said(string text, string name, string kind) => new("39ktqixz6d", 2, EventKinds.Message, "all", new(null, name, kind), text, null, null, 0);
}
