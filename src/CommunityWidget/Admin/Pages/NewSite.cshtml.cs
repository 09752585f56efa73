using CommunityWidget.Admin.Forms;
using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Admin.Pages;

/// <summary>One more site in this installation; whoever makes it goes on as its admin.</summary>
public sealed class NewSiteModel(AdminDesk desk, CreateSite create, MemberSession session) : AdminPage(desk)
{
    public string? Name { get; private set; }
    public string? Slug { get; private set; }
    public string? Origins { get; private set; }
    public IReadOnlyList<string> Languages { get; private set; } = [];
    public string? First { get; private set; }

    public async Task<IActionResult> OnPostCreate(string? name, string? slug, string? origins, List<string> languages, string? first)
    {
        (Name, Slug, Origins, Languages, First) = (name, slug, origins, languages, first ?? "");
        var (called, works, speaks) = (NameForm.Read(name, slug), OriginsForm.Read("origins", origins), LanguagesForm.Read(languages, first));
        if (called.Value is null || works.Value is null || speaks.Value is null) return await Refuse([.. called.Faults, .. works.Faults, .. speaks.Faults]);
        var reply = await create.Run(Me!, called.Value.Name, called.Value.Slug, works.Value, speaks.Value);
        if (reply.Value is not { } owner) return await Refuse(reply.Refusal!);
        await session.Begin(HttpContext, owner);
        return Redirect(Link("/admin"));
    }

    protected override Task Load()
    {
        if (First is null) (Languages, First) = (Site.LanguageList, Site.LanguageList[0]);
        return Task.CompletedTask;
    }
}
