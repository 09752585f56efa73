using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Care;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Review;

/// <summary>A public page in a moderator's hands: which answer stands first, and whether it is said to be true no longer.</summary>
public sealed class CareModel(ReviewDesk desk, EditionStore editions, CareForPage care) : ReviewPage(desk)
{
    private string? _said;

    public Edition Edition { get; private set; } = new();

    public IReadOnlyList<Answer> Answers { get; private set; } = [];

    public override string? Said => _said ?? base.Said;

    public async Task<IActionResult> OnGet(string id, bool saved)
    {
        if (saved) _said = R.CareSaved;
        return await Finds(id) ? await Show() : NotFound();
    }

    public async Task<IActionResult> OnPostAccept(string id, string? answer) => await Tell(id, await care.Accept(Me!, id, answer));

    public async Task<IActionResult> OnPostOutdated(string id, bool outdated) => await Tell(id, await care.SetOutdated(Me!, id, outdated));

    protected override async Task Load() => Answers = [.. Answer.InOrder(await editions.Answers(Edition.Id))];

    private async Task<bool> Finds(string id)
    {
        if (await editions.Find(Me!.Site.Id, id) is not { IsPublic: true } edition) return false;
        Edition = edition;
        return true;
    }

    private async Task<IActionResult> Tell(string id, Reply<Done> reply)
    {
        if (reply.Refusal is not { } refusal) return Redirect(Here("saved=true"));
        return await Finds(id) ? await Refuse(refusal) : NotFound();
    }
}
