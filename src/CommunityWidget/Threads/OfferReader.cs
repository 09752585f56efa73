using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Threads;

/// <summary>An offer as its member may see it.</summary>
public sealed class OfferReader(ThreadStore threads, VisitorStore visitors, TimeProvider clock)
{
    /// <summary>Null when the question is gone.</summary>
    public async Task<OfferView?> View(Offer offer) => (await Views([offer])).SingleOrDefault();

    /// <summary>Those whose question is still there, in as many statements as for one.</summary>
    public async Task<IReadOnlyList<OfferView>> Views(IReadOnlyList<Offer> offers)
    {
        if (offers.Count == 0) return [];
        var about = (await threads.Find([.. offers.Select(o => o.Thread).Distinct()])).ToDictionary(t => t.Id);
        var questions = (await threads.Questions([.. about.Keys])).ToDictionary(q => q.Thread, q => q.Shown(toStaff: false));
        var askers = (await visitors.Find([.. about.Values.Select(t => t.Visitor).Distinct()])).ToDictionary(v => v.Id, v => v.AsPerson());
        return [.. offers.Where(o => about.ContainsKey(o.Thread)).Select(o => View(o, about[o.Thread], questions.GetValueOrDefault(o.Thread), askers))];
    }

    private OfferView View(Offer offer, ThreadRecord thread, string? question, IReadOnlyDictionary<Guid, Person> askers)
    {
        var context = thread.Context(whole: false);
        return new(
            offer.Id.ToString(),
            thread.PublicId,
            question ?? "",
            thread.Language,
            thread.Topic,
            thread.AskedAt,
            askers.GetValueOrDefault(thread.Visitor) ?? new Person(null, null, "visitor"),
            context.Page,
            context.Product,
            offer.OfferedAt,
            offer.Deadline,
            Math.Max(0, offer.Deadline - clock.NowMs()),
            thread.Responder is not null);
    }
}
