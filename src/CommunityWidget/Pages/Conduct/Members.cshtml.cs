using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Conduct;

/// <summary>What a moderator should know of the site's members: whom to look at, who objects, what stands now.</summary>
public sealed class MembersModel(Access access, MemberStore members, SanctionStore sanctions, StrikeStore strikes, DismissProposal dismiss, TimeProvider clock) : MemberPage(access)
{
    private const int MostFound = 50;

    private IReadOnlyDictionary<Guid, Member> _people = new Dictionary<Guid, Member>();

    protected override Permission Needs => Permission.Moderate;

    public ConductTexts C => ConductTexts.In(T.Language);

    public SanctionTexts S => SanctionTexts.In(T.Language);

    public long Now => clock.NowMs();

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<Sanction> Appeals { get; private set; } = [];

    public IReadOnlyList<Sanction> Lasting { get; private set; } = [];

    public IReadOnlyList<StrikeCount> Proposals { get; private set; } = [];

    public IReadOnlyList<Member> Found { get; private set; } = [];

    public string NameOf(Guid member) => _people.TryGetValue(member, out var one) ? one.Name : "–";

    /// <summary>Why a proposal is not for who looks to settle; null when it is.</summary>
    public string? NotYours(Guid member) => !_people.TryGetValue(member, out var one) || WhoJudges.May(Me!.Member, one) ? null : one.Id == Me.Id ? C.AboutYou : C.AboutAdmin;

    public async Task OnGet()
    {
        Appeals = await sanctions.Appealed(Me!.Site.Id);
        Lasting = await sanctions.Lasting(Me.Site.Id, Now);
        Proposals = await strikes.Proposals(Me.Site, Now);
        var ids = Appeals.Concat(Lasting).Select(sanction => sanction.Member).Concat(Proposals.Select(count => count.Member)).Distinct().ToList();
        _people = (await members.Find(ids)).ToDictionary(member => member.Id);
        if (!string.IsNullOrWhiteSpace(Q)) Found = await members.Named(Me.Site.Id, Q.Trim(), MostFound);
    }

    public async Task<IActionResult> OnPostDismiss(Guid member)
    {
        var reply = await dismiss.Run(Me!, member);
        if (reply.Refusal is null) return Redirect(Link("/moderation/members"));
        await OnGet();
        return Explain(reply.Refusal);
    }

    protected override string Words(Refusal refusal) => C.Refused(refusal) ?? base.Words(refusal);
}
