using CommunityWidget.Admin.Forms;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Admin.Pages;

/// <summary>Who belongs to the site, who is invited, and inviting one more.</summary>
public sealed class PeopleModel(AdminDesk desk, Invitations invitations, LettersSent letters, WhoIsHere here, Db db) : AdminPage(desk)
{
    public InviteForm Form { get; private set; } = new();

    /// <summary>The link just made: shown once, known to nobody afterwards.</summary>
    public string? Made { get; private set; }

    public string? MadeFor { get; private set; }

    public bool Mailed { get; private set; }

    public bool ByMail => letters.ByMail;

    public IReadOnlyList<PresentMember> Here { get; private set; } = [];

    public IReadOnlyList<Invitation> Open { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> MailStates { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnPostInvite([FromForm(Name = "Form")] InviteForm typed, string? by)
    {
        Form = typed;
        var faults = typed.Abilities.Read(Site, new()).Faults;
        return faults.Count > 0
            ? await Refuse(faults)
            : await Invite(new(typed.Email, typed.Name, typed.Roles, typed.Languages, typed.Topics), by);
    }

    public async Task<IActionResult> OnPostResend(Guid id, string? by)
    {
        if (await invitations.Find(Site.Id, id) is not { } open) return await Refuse(Refusals.NotFound);
        var topics = open.Topics.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(topic => Site.TopicFor(topic) is not null);
        return await Invite(new(open.Email, open.Name, open.Roles.Split(' '), open.Languages.Split(' '), [.. topics]), by);
    }

    public async Task<IActionResult> OnPostWithdraw(Guid id) => await Done(await db.Write<Saved>(async tx =>
    {
        if (!await invitations.SetWithdrawn(tx, Site.Id, id, withdrawn: true)) return Refusals.NotFound;
        return new Saved((await Desk.Audit.Changed(tx, Me!, "invitation.withdrawn", id.ToString(), "open", "withdrawn")).Id);
    }));

    public string RoleNames(string roles) => string.Join(", ", roles.Split(' ').Select(role => T.RoleNames.GetValueOrDefault(role, role)));

    protected override async Task Load()
    {
        Here = await here.Of(Site.Id);
        Open = await invitations.Open(Site.Id);
        MailStates = await letters.Of([.. Open.Select(open => open.Id)]);
    }

    private async Task<IActionResult> Invite(InvitationRequest request, string? by)
    {
        Refusal? refusal;
        if (by == "mail" && ByMail) (refusal, Mailed) = ((await invitations.InviteByMail(Me!, request)).Refusal, true);
        else
        {
            var reply = await invitations.Invite(Me!, request);
            (refusal, Made) = (reply.Refusal, reply.Value?.Link);
        }
        if (refusal is not null)
        {
            Mailed = false;
            return await Refuse(refusal);
        }
        (MadeFor, Form) = (request.Name, new());
        return await Show();
    }

    public sealed class InviteForm
    {
        public string? Email { get; set; }
        public string? Name { get; set; }
        public List<string> Roles { get; set; } = [];
        public List<string> Languages { get; set; } = [];
        public List<string> Topics { get; set; } = [];

        public Abilities Abilities => new() { Roles = Roles, Languages = Languages, Topics = Topics };
    }
}
