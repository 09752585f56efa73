using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>A member's pseudonym and their published answers. Whoever has none has no page.</summary>
[Kept(RequestLanguage.Parameter, "after")]
public sealed class MemberModel(SiteStore sites, PublicAddress address, ListDesk desk) : ListPage(sites, address, desk)
{
    // One answer says more of its question than of who gave it.
    private const int WorthFinding = 3;

    public Profile Profile { get; private set; } = new();

    public override IReadOnlyList<(string Name, string Path)> Trail => [(T.AllQuestions, ListAddress.Home(Site))];

    public async Task<IActionResult> OnGet(string slug, Guid id)
    {
        if (!await Opens(slug) || await Desk.Profiles.Of(Site.Id, id) is not { } profile || !await Read(ListAddress.Member(Site, id), new(Member: id))) return NotFound();
        (Profile, Title) = (profile, L.AnswersOf(profile.Name));
        if (profile.Answers < WorthFinding) KeepFromSearchEngines();
        return Page();
    }
}
