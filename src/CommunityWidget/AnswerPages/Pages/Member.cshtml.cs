using CommunityWidget.AnswerPages.Drawn;
using CommunityWidget.AnswerPages.Listing;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>A member's pseudonym and their published answers. Whoever has none has no page.</summary>
public sealed class MemberModel(ListDesk desk) : ListPage(desk)
{
    // One answer says more of its question than of who gave it.
    private const int WorthFinding = 3;

    public Profile Profile { get; private set; } = new();

    public async Task<IActionResult> OnGet(string slug, Guid id)
    {
        if (!await Begins(slug, async () => await Finds(id) ? new ListOf(ListAddress.Member(Site, id), new(Member: id)) : null)) return NotFound();
        Call(L.AnswersOf(Profile.Name));
        if (Profile.Answers < WorthFinding) KeepFromSearchEngines();
        return this.Drawn(MemberList.Create(this));
    }

    private async Task<bool> Finds(Guid id)
    {
        if (await Desk.Profiles.Of(Site.Id, id) is not { } profile) return false;
        Profile = profile;
        return true;
    }
}
