using CommunityWidget.People;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Admin.Pages;

/// <summary>The parts of the overview that change by themselves, asked for again every few seconds.</summary>
public sealed class NowModel(AdminDesk desk, Sightings sightings, WhoIsHere here) : AdminPage(desk)
{
    protected override Permission Needs => HttpMethods.IsGet(Request.Method) ? Permission.Oversee : Permission.Administer;

    [BindProperty(SupportsGet = true)]
    public string? Part { get; set; }

    public IReadOnlyList<Sighting> Sightings { get; private set; } = [];

    public IReadOnlyList<PresentMember> Here { get; private set; } = [];

    protected override async Task Load()
    {
        Response.Headers.CacheControl = "no-store";
        if (Part == "seen") Sightings = await sightings.Of(Site.Id);
        else Here = await here.Of(Site.Id);
    }
}
