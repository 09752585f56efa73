using System.Text.Json;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Admin;

/// <summary>An admin changes settings of their own site. What they were is written down with what they became, in the same transaction.</summary>
public sealed class ChangeSite(Db db, SiteStore sites, LadderChange ladders, AuditLog audit, IMatchQueue queue, AnswerCache pages, TimeProvider clock)
{
    /// <param name="by">Whose site it is.</param>
    /// <param name="fields">What the form shows, of <see cref="SiteFields"/>.</param>
    /// <param name="seen">The mark of what the form showed when it was opened; null when that does not matter.</param>
    /// <param name="change">Makes the new settings of the present ones.</param>
    public Task<Reply<Saved>> Run(MemberCaller by, IReadOnlyList<string> fields, string? seen, Func<Site, Site> change) => Write(by, async (tx, before) =>
    {
        if (seen is not null && SiteFields.Mark(before, fields) != seen) return Refusals.ChangedMeanwhile;
        var after = change(before);
        var (was, became) = Differences(before, after);
        if (was.Count == 0) return new Saved(null);
        if (await Save(tx, before, after) is { } refusal) return refusal;
        var written = await audit.Changed(tx, by, $"site.{was.Keys.First()}", null, JsonSerializer.Serialize(was), JsonSerializer.Serialize(became));
        return new Saved(written.Id);
    });

    /// <summary>Puts back what a change replaced, unless it was replaced again since.</summary>
    public Task<Reply<Saved>> Undo(MemberCaller by, Change change) => Write(by, async (tx, before) =>
    {
        var became = Read(change.Became);
        var now = SiteFields.Of(before);
        if (became.Count == 0 || became.Any(field => now[field.Key] != field.Value) || !await audit.MarkUndone(tx, change.Id)) return Refusals.TooLateToUndo;
        var after = Read(change.Was).Aggregate(before, (site, field) => SiteFields.With(site, field.Key, field.Value));
        return await Save(tx, before, after) is { } refusal ? refusal : new Saved(null);
    });

    private async Task<Reply<Saved>> Write(MemberCaller by, Func<Tx, Site, Task<Reply<Saved>>> work)
    {
        var reply = await db.Write<Saved>(async tx => await work(tx, (await sites.Lock(tx, by.Site.Id))!));
        if (reply.Value is null) return reply;
        // Its name, colours, languages and addresses are on every public page.
        pages.Drop(by.Site.Id);
        // Hours, ladder or topics: whoever waits is looked at anew.
        await queue.Wake(by.Site.Id, clock.NowMs());
        return reply;
    }

    private async Task<Refusal?> Save(Tx tx, Site before, Site after)
    {
        if (await sites.IsTaken(tx, after.Slug, after.Id)) return Refusals.SlugTaken;
        await sites.Save(tx, after);
        if (!after.Ladder.Rungs.SequenceEqual(before.Ladder.Rungs)) await ladders.Follow(tx, after.Id, before.Ladder, after.Ladder, clock.NowMs());
        return null;
    }

    private static (Dictionary<string, string> Was, Dictionary<string, string> Became) Differences(Site before, Site after)
    {
        var (was, became) = (SiteFields.Of(before), SiteFields.Of(after));
        var different = was.Keys.Where(field => was[field] != became[field]).ToList();
        return (different.ToDictionary(f => f, f => was[f]), different.ToDictionary(f => f, f => became[f]));
    }

    private static Dictionary<string, string> Read(string? json) =>
        string.IsNullOrEmpty(json) || json[0] != '{' ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
}
