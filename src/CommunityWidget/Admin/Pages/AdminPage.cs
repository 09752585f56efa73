using CommunityWidget.Admin.Texts;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Pages;
using CommunityWidget.People;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Admin.Pages;

/// <summary>
/// A page of the administration. What was saved is shown on the page reloaded, with a way back for ten seconds;
/// what was refused is shown as it was typed, with a sentence at each field.
/// </summary>
public abstract class AdminPage(AdminDesk desk) : MemberPage(desk.Access)
{
    public const int ShownChanges = 200;

    protected override Permission Needs => Permission.Administer;

    protected AdminDesk Desk => desk;

    public AdminTexts A => AdminTexts.In(T.Language);

    public Site Site => Me!.Site;

    public long Now => desk.Clock.NowMs();

    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    /// <summary>The change just made, if the address names one that may be taken back.</summary>
    public Change? JustChanged { get; private set; }

    [BindProperty(Name = "changed", SupportsGet = true)]
    public string? ChangedId { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Undone { get; set; }

    public bool HasSaved => ChangedId is not null && Problem is null && Faults.Count == 0;

    public async Task<IActionResult> OnGet()
    {
        if (Guid.TryParse(ChangedId, out var id) && await desk.Audit.Find(Site.Id, id) is { } change && change.MayBeUndoneAt(Now) && change.Was != "") JustChanged = change;
        return await Show();
    }

    public async Task<IActionResult> OnPostUndo(Guid change)
    {
        var reply = await desk.Undo.Run(Me!, change);
        return reply.Refusal is { } refusal ? await Refuse(refusal) : Redirect(Here("undone=true"));
    }

    public IEnumerable<string> FaultsOf(string field) => Faults.Where(fault => fault.Field.Equals(field, StringComparison.OrdinalIgnoreCase)).Select(A.Sentence);

    /// <summary>What the partial page of a field's faults wants to know.</summary>
    public (AdminPage Page, string Field) At(string field) => (this, field);

    public string Ago(long at) => A.Ago(Now - at);

    /// <summary>Fills what the page shows beside what was typed.</summary>
    protected abstract Task Load();

    protected async Task<IActionResult> Show()
    {
        await Load();
        return Page();
    }

    protected async Task<IActionResult> Done(Reply<Saved> reply) =>
        reply.Value is { } saved ? Redirect(Here($"changed={saved.Change?.ToString() ?? "none"}")) : await Refuse(reply.Refusal!);

    protected async Task<IActionResult> Refuse(Refusal refusal)
    {
        var page = Explain(refusal);
        await Load();
        return page;
    }

    protected async Task<IActionResult> Refuse(IReadOnlyList<Fault> faults)
    {
        Warn(faults, A.LookAgain);
        return await Show();
    }

    /// <summary>Says what is wrong with what was typed, and above it all what comes of it.</summary>
    protected void Warn(IReadOnlyList<Fault> faults, string problem)
    {
        Faults = faults;
        FaultyFieldTagHelper.Refused(HttpContext, faults);
        Problem = problem;
        Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    protected override string Words(Refusal refusal) => A.Refused(refusal) ?? base.Words(refusal);

    private string Here(string query) => Link($"{Request.Path}?{query}");
}
