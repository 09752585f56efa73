using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.Admin.Pages;

/// <summary>What is kept about one member, and erasing who they were.</summary>
public sealed class MemberDataModel(AdminDesk desk, MemberStore members, ExportPerson export, EraseMember erase) : AdminPage(desk)
{
    public Member Person { get; private set; } = new();

    public async Task<IActionResult> OnPostExport()
    {
        var archive = await export.Member(Me!, Person.Id);
        return archive.Value is { } file ? File(file, Archive.Type, $"{Site.Slug}-member.zip") : await Refuse(archive.Refusal!);
    }

    public async Task<IActionResult> OnPostErase(bool sure, bool words)
    {
        if (!sure)
        {
            Warn([], A.TickSure);
            return await Show();
        }
        var refusal = (await erase.Run(Me!, Person.Id, words)).Refusal;
        return refusal is null ? Redirect(Link("/admin/privacy?erased=true")) : await Refuse(refusal);
    }

    /// <summary>Somebody else's member looks exactly like nobody.</summary>
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = Me is { } me && Guid.TryParse(RouteData.Values["id"] as string, out var id) && await members.Find(id) is { ErasedAt: null } member && member.Site == me.Site.Id ? member : null;
        if (found is not null) Person = found;
        else if (Me is { Member: var admin } && admin.Is(Roles.Admin))
        {
            context.Result = NotFound();
            return;
        }
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    protected override Task Load() => Task.CompletedTask;
}
