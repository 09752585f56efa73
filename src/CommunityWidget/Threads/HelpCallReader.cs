using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Threads;

/// <summary>A call for help as whoever is called may see it.</summary>
public sealed class HelpCallReader(HelpCallStore calls, ThreadStore threads, VisitorStore visitors, MemberStore members, TimeProvider clock)
{
    public async Task<IReadOnlyList<HelpCallView>> OpenOf(Guid member) => await Views(await calls.OpenOf(member, clock.NowMs()));

    public async Task<IReadOnlyList<HelpCallView>> Views(IReadOnlyList<HelpCall> open)
    {
        if (open.Count == 0) return [];
        var about = (await threads.Find([.. open.Select(c => c.Thread).Distinct()])).ToDictionary(t => t.Id);
        var questions = (await threads.Questions([.. about.Keys])).ToDictionary(q => q.Thread, q => q.Shown(toStaff: false));
        var askers = (await members.Find([.. open.Select(c => c.Asker).Distinct()])).ToDictionary(m => m.Id, m => m.AsPerson());
        var visiting = (await visitors.Find([.. about.Values.Select(t => t.Visitor).Distinct()])).ToDictionary(v => v.Id, v => v.AsPerson());
        return [.. open.Where(c => about.ContainsKey(c.Thread) && askers.ContainsKey(c.Asker)).Select(c => (Call: c, Thread: about[c.Thread])).Select(x => new HelpCallView(
            x.Call.Id.ToString(),
            x.Thread.PublicId,
            askers[x.Call.Asker],
            questions.GetValueOrDefault(x.Thread.Id) ?? "",
            x.Thread.Language,
            x.Call.Topic ?? x.Thread.Topic,
            x.Thread.AskedAt,
            visiting.GetValueOrDefault(x.Thread.Visitor) ?? new Person(null, null, "visitor"),
            x.Call.AskedAt,
            x.Call.Deadline,
            Math.Max(0, x.Call.Deadline - clock.NowMs())))];
    }
}
