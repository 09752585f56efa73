using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;

namespace CommunityWidget.Pages.Review;

/// <summary>Everything a moderator wants to see beside a draft.</summary>
public sealed class DraftCards(EditionStore editions, SimilarPages similar, MemberStore members, TimeProvider clock)
{
    private const int MostAlike = 4;

    public async Task<IReadOnlyList<DraftCard>> Of(IReadOnlyList<Edition> drafts)
    {
        var answers = await editions.Answers([.. drafts.Select(d => d.Id)]);
        var ids = drafts.SelectMany(d => new[] { d.AssignedTo, d.SentTo, d.SentBy }).Concat(answers.SelectMany(of => of).Select(answer => answer.Member)).OfType<Guid>().Distinct().ToList();
        var known = ids.Count == 0 ? [] : await members.Find(ids);
        // Of whoever was erased nothing is left to name.
        var names = known.Where(m => m.Name != "").ToDictionary(m => m.Id, m => m.Name);
        var menders = known.Where(member => SendBack.MayMend(member, clock.NowMs())).Select(member => member.Id).ToHashSet();
        var cards = new List<DraftCard>();
        foreach (var draft in drafts) cards.Add(new(draft, [.. answers[draft.Id]], await Alike(draft), names, menders));
        return cards;
    }

    private async Task<IReadOnlyList<Edition>> Alike(Edition draft) =>
        [.. (await similar.Find(draft.Site, $"{draft.Title}\n{draft.Question}", draft.Language, MostAlike, but: draft.Id)).Select(one => one.Page)];

    /// <summary>Who may look after a draft.</summary>
    public async Task<IReadOnlyList<Member>> Moderators(Guid site) => [.. (await members.OfSite(site)).Where(member => SendBack.MayLookAfter(member, clock.NowMs()))];
}

/// <param name="Draft">The draft.</param>
/// <param name="Answers">Its answers, each with who gave it.</param>
/// <param name="Alike">Public pages that ask much the same.</param>
/// <param name="Names">Of the members the draft names.</param>
/// <param name="MayMend">Those of them whom a draft can be sent back to.</param>
public sealed record DraftCard(Edition Draft, IReadOnlyList<Answer> Answers, IReadOnlyList<Edition> Alike, IReadOnlyDictionary<Guid, string> Names, IReadOnlySet<Guid> MayMend)
{
    /// <summary>Each once, under the name they answered by.</summary>
    public IEnumerable<Answer> Menders => Answers.Where(answer => answer.Member is { } member && MayMend.Contains(member)).DistinctBy(answer => answer.Member);

    public string? NameOf(Guid? member) => member is { } id ? Names.GetValueOrDefault(id) : null;
}
