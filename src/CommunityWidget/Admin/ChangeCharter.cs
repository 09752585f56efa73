using System.Globalization;
using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Charters;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Admin;

/// <summary>An admin publishes the site's charter: a new version, which members agree to anew unless it only mends a comma.</summary>
public sealed class ChangeCharter(Db db, SiteStore sites, CharterStore charters, MemberStore members, AuditLog audit, Outbox outbox, ThreadNews news, TimeProvider clock) : IUndoes
{
    public string Kind => "charter.";

    /// <param name="by">Whose site it is.</param>
    /// <param name="texts">Markdown by language; an empty one gives the language up.</param>
    /// <param name="seen">The version the form was opened on.</param>
    /// <param name="askAgain">Members agree anew before their next question.</param>
    public Task<Reply<Saved>> Publish(MemberCaller by, IReadOnlyDictionary<string, string> texts, long seen, bool askAgain) => Write(by, async (tx, site) =>
    {
        if (site.CharterVersion != seen) return Refusals.ChangedMeanwhile;
        var before = await charters.Current(tx, site);
        var changed = texts.Where(text => (before.GetValueOrDefault(text.Key)?.Body ?? "") != text.Value).ToList();
        if (changed.Count == 0) return new Saved(null);
        if (texts.Values.Any(body => body.Length > CharterText.Longest) || !texts.TryGetValue(site.LanguageList[0], out var first) || first == "") return Refusals.CharterNotUsable;
        // Never a number that another text had: whoever read that one would agree to this.
        var version = Math.Max(site.CharterVersion, site.CharterGiven) + 1;
        foreach (var (language, body) in changed)
            await charters.Add(tx, new() { Id = clock.NewId(), Site = site.Id, Language = language, Version = version, Body = body, MadeAt = clock.NowMs() });
        var asked = askAgain || site.CharterAsked == 0 ? version : site.CharterAsked;
        await sites.SaveCharter(tx, site.Id, version, asked);
        // What was offered to who agrees first is somebody else's at once.
        if (asked != site.CharterAsked) await Withdraw(tx, site with { CharterAsked = asked });
        return new Saved((await audit.Changed(tx, by, "charter.published", null, Standing(site.CharterVersion, site.CharterAsked), Standing(version, asked))).Id);
    });

    public Task<Reply<Saved>> Undo(MemberCaller by, Change change) => Write(by, async (tx, site) =>
    {
        if (change.Became != Standing(site.CharterVersion, site.CharterAsked) || JsonSerializer.Deserialize<CharterStanding>(change.Was!) is not { } was) return Refusals.TooLateToUndo;
        if (!await audit.MarkUndone(tx, change.Id)) return Refusals.TooLateToUndo;
        await charters.Remove(tx, site.Id, site.CharterVersion);
        await sites.SaveCharter(tx, site.Id, long.Parse(was.Version, CultureInfo.InvariantCulture), long.Parse(was.Asked, CultureInfo.InvariantCulture));
        return new Saved(null);
    });

    private async Task<Reply<Saved>> Write(MemberCaller by, Func<Tx, Site, Task<Reply<Saved>>> work)
    {
        var reply = await db.Write<Saved>(async tx => await work(tx, (await sites.Lock(tx, by.Site.Id))!));
        if (reply.Value is null) return reply;
        // Whoever is available learns at once why no question comes.
        foreach (var member in await members.Available(by.Site.Id, clock.NowMs())) await news.StatusOf(member.Id);
        return reply;
    }

    private async Task Withdraw(Tx tx, Site site)
    {
        var offered = await tx.Query<Member>("select * from members where id in (select member from offers where site = @Id and state = 'open') order by id", new { site.Id });
        foreach (var member in offered.Where(member => member.OwesCharter(site))) await outbox.Add(tx, MemberNews.Changed, member.Id, seq: 0);
    }

    private static string Standing(long version, long asked) =>
        JsonSerializer.Serialize(new CharterStanding(version.ToString(CultureInfo.InvariantCulture), asked.ToString(CultureInfo.InvariantCulture)));

    private sealed record CharterStanding(string Version, string Asked);
}
