using CommunityWidget.AnswerPages;
using CommunityWidget.Moderation.Review;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Review;

/// <summary>Every wording of an edition, as what it changed of the one before.</summary>
public sealed class HistoryModel(ReviewDesk desk, EditionStore editions, Revisions revisions) : ReviewPage(desk)
{
    public Edition Edition { get; private set; } = new();

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    public async Task<IActionResult> OnGet(string id)
    {
        if (await editions.Find(Me!.Site.Id, id) is not { } edition) return NotFound();
        Edition = edition;
        return await Show();
    }

    protected override async Task Load()
    {
        var all = await revisions.Of(Edition.Id);
        Steps = [.. all.Select((now, i) => new Step(now.Member == Guid.Empty ? R.Draft : R.Wording(now.Number, now.MemberName, Ago(now.At)), Fields(all.ElementAtOrDefault(i + 1) ?? now, now)))];
    }

    private List<(string, IReadOnlyList<DiffPart>)> Fields(Revision before, Revision now)
    {
        var fields = new List<(string, IReadOnlyList<DiffPart>)> { (R.Title, WordDiff.Of(before.Title, now.Title)), (R.Question, WordDiff.Of(before.Question, now.Question)) };
        var (old, said) = (before.AnswerList, now.AnswerList);
        for (var i = 0; i < Math.Max(old.Count, said.Count); i++) fields.Add((R.Answer, WordDiff.Of(old.ElementAtOrDefault(i) ?? "", said.ElementAtOrDefault(i) ?? "")));
        // What stayed as it was is not told again.
        return ReferenceEquals(before, now) ? fields : [.. fields.Where(field => field.Item2.Any(part => part.Kind != DiffKind.Same))];
    }

    /// <summary>One wording: its name, and what it changed.</summary>
    public sealed record Step(string Name, IReadOnlyList<(string Field, IReadOnlyList<DiffPart> Parts)> Fields);
}
