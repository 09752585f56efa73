using System.Globalization;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages;

public sealed class AdminModel(Access access, MemberStore members, Invitations invitations, PublicAddress address) : MemberPage(access)
{
    protected override Permission Needs => Permission.Administer;

    [BindProperty]
    public InviteForm Form { get; set; } = new();

    public Site Site => Me!.Site;

    /// <summary>The link just made: shown once, known to nobody afterwards.</summary>
    public InvitationLink? Made { get; private set; }

    public string? MadeFor { get; private set; }

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public IReadOnlyList<Invitation> Open { get; private set; } = [];

    public string ScriptTag => $"<script src=\"{address.Link("/widget.js")}\" data-site=\"{Site.Key}\" async></script>";

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        var reply = await invitations.Invite(Me!, new(Form.Email, Form.Name, Form.Roles, Form.Languages));
        await Load();
        if (reply.Refusal is { } refusal) return Explain(refusal);
        (Made, MadeFor, Form) = (reply.Value, Form.Name, new());
        ModelState.Clear();
        return Page();
    }

    public string RoleNames(string roles) => string.Join(", ", roles.Split(' ').Select(role => T.RoleNames.GetValueOrDefault(role, role)));

    public string LanguageName(string tag) => Capital(CultureInfo.GetCultureInfo(tag).NativeName);

    public string Day(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("d MMMM", CultureInfo.GetCultureInfo(T.Language));

    // Some languages write their own name small; in a list it stands first.
    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private async Task Load()
    {
        Members = await members.OfSite(Site.Id);
        Open = await invitations.Open(Site.Id);
    }

    public sealed class InviteForm
    {
        public string? Email { get; set; }
        public string? Name { get; set; }
        public List<string> Roles { get; set; } = [];
        public List<string> Languages { get; set; } = [];
    }
}
