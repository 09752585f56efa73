using System.Text;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>Threads as lines of an inbox, in as many statements as for one.</summary>
public sealed class InboxRows(ThreadStore threads, InboxStore inbox, TagStore tags, InboxPeople people)
{
    private const int ShownOfText = 300;

    public async Task<IReadOnlyList<InboxRow>> Of(Site site, IReadOnlyList<ThreadRecord> of)
    {
        if (of.Count == 0) return [];
        var ids = of.Select(t => t.Id).ToList();
        var questions = (await threads.Questions(ids)).ToDictionary(e => e.Thread, e => e.Shown(toStaff: true));
        var (since, asked, tagged) = (await inbox.WaitingSince([.. of.Where(t => t.State != ThreadStates.Closed).Select(t => t.Id)]), await inbox.Asked(ids), await tags.Of(ids));
        var known = await people.Of(site.Id, of);
        return [.. of.Select(t => new InboxRow(
            t.PublicId,
            t.State,
            t.Outcome,
            site.Ladder.KindOf((int)t.Rung),
            t.Fence,
            Begin(questions.GetValueOrDefault(t.Id) ?? ""),
            t.Language,
            t.Topic,
            t.AskedAt,
            t.ClosedAt ?? t.LastEventAt,
            since.TryGetValue(t.Id, out var at) ? at : null,
            known.Visitor(t.Visitor),
            t.Holder is not null || t.State == ThreadStates.Closed ? known.Member(t.Responder) : null,
            t.Page,
            t.Product,
            known.IsHere(t.Visitor),
            (int)asked.GetValueOrDefault(t.Id),
            [.. tagged[t.Id]],
            t.SnoozedUntil))];
    }

    public async Task<InboxRow> Of(Site site, ThreadRecord thread) => (await Of(site, [thread]))[0];

    // No half of a sign at the end.
    private static string Begin(string text) =>
        text.Length <= ShownOfText ? text : text.EnumerateRunes().Take(ShownOfText).Aggregate(new StringBuilder(), (all, rune) => all.Append(rune.ToString())).ToString();
}

/// <summary>Who the lines of an inbox name, and which visitors are there.</summary>
public sealed class InboxPeople(VisitorStore visitors, MemberStore members, IMatchQueue queue, Presence presence, TimeProvider clock)
{
    public async Task<KnownPeople> Of(Guid site, IReadOnlyList<ThreadRecord> threads)
    {
        var askers = threads.Select(t => t.Visitor).Distinct().ToList();
        var holders = threads.Select(t => t.Responder).OfType<Guid>().Distinct().ToList();
        var beats = await queue.Beats(site, askers, clock.NowMs());
        return new(
            (await visitors.Find(askers)).ToDictionary(v => v.Id, v => v.AsPerson()),
            (holders.Count == 0 ? [] : await members.Find(holders)).ToDictionary(m => m.Id, m => m.AsPerson()),
            askers.Where(visitor => presence.Here(beats, visitor)).ToHashSet());
    }
}

/// <summary>People by id.</summary>
public sealed record KnownPeople(IReadOnlyDictionary<Guid, Person> Visitors, IReadOnlyDictionary<Guid, Person> Members, IReadOnlySet<Guid> Here)
{
    public Person Visitor(Guid id) => Visitors.GetValueOrDefault(id) ?? new Person(null, null, "visitor");

    public Person? Member(Guid? id) => id is { } known ? Members.GetValueOrDefault(known) : null;

    public bool IsHere(Guid visitor) => Here.Contains(visitor);
}
