using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Admin.Pages;

/// <summary>The tag, whether it is in place, who is there, and what was changed last.</summary>
public sealed class OverviewModel(AdminDesk desk, ChangeSite change, Sightings sightings, WhoIsHere here, PublicAddress address) : AdminPage(desk)
{
    private const int Recent = 5;

    public string ScriptTag => $"<script src=\"{address.Link("/widget.js")}\" data-site=\"{Site.Key}\" async></script>";

    public IReadOnlyList<Sighting> Sightings { get; private set; } = [];

    public IReadOnlyList<PresentMember> Here { get; private set; } = [];

    public IReadOnlyList<ChangeLine> Lines { get; private set; } = [];

    /// <summary>What a new owner has left to do, in order.</summary>
    public IReadOnlyList<(bool Done, string Text, string Link)> ToDo =>
    [
        (Site.OriginList.Count > 0, A.ToDoOrigin, "/admin/site"),
        (Sightings.Any(seen => Site.AllowsOrigin(seen.Origin)), A.ToDoTag, "/admin"),
        (Here.Any(person => person.Member.Is(Contracts.Roles.SuperUser) || person.Member.Is(Contracts.Roles.Agent)), A.ToDoPeople, "/admin/people"),
    ];

    /// <summary>Allows an origin that the tag was seen on.</summary>
    public async Task<IActionResult> OnPostAllow(string? origin)
    {
        if (Origin.Read(origin) is not { Value: { } allowed }) return await Refuse([new("origin", "origin_not_an_address", origin ?? "")]);
        return await Done(await change.Run(Me!, [SiteFields.Origins], seen: null, site =>
            site.AllowsOrigin(allowed) ? site : site with { Origins = $"{site.Origins} {allowed}".Trim() }));
    }

    protected override async Task Load()
    {
        Sightings = await sightings.Of(Site.Id);
        Here = await here.Of(Site.Id);
        Lines = ChangeLine.Of(await Desk.Audit.Changes(Site.Id, Recent), Here.Select(person => person.Member), A);
    }
}
