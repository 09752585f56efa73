using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.Pages.Conduct;

/// <summary>What moderators told a member, and the member's word to it. It opens for who is suspended too, and opens nothing else.</summary>
public sealed class StandingModel(MemberSession session, SiteStore sites, SanctionStore sanctions, AppealSanction appeal, ReadWord read, TimeProvider clock) : OurPage
{
    // So far away that nobody knows it stands for none.
    private const long LifetimeMs = 50L * 365 * 86_400_000;

    private Member _member = new();

    public ConductTexts C => ConductTexts.In(T.Language);

    public SanctionTexts S => SanctionTexts.In(T.Language);

    public Site Site { get; private set; } = null!;

    // Who is suspended is nobody's caller, and yet of one site.
    public override string Whose => Site.Name;

    public IReadOnlyList<Sanction> Sanctions { get; private set; } = [];

    public (Guid Id, string Text)? Typed { get; private set; }

    public long Clock => clock.NowMs();

    public string Now => _member.SuspendedAt(Clock) ? C.NowSuspended(_member.SuspendedUntil > Clock + LifetimeMs ? null : C.Moment(_member.SuspendedUntil!.Value, Site.Hours))
        : _member.OnProbationAt(Clock) ? C.NowOnProbation(C.Moment(_member.ProbationUntil!.Value, Site.Hours))
        : Sanctions.Count == 0 ? C.NowNothing : C.NowFree;

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public Task OnGet() => read.Run(_member);

    public async Task<IActionResult> OnPost(Guid id, string? text)
    {
        var reply = await appeal.Write(_member, id, text);
        if (reply.Refusal is null) return Redirect(Link("/standing?sent=true"));
        Typed = (id, text ?? "");
        return Explain(reply.Refusal);
    }

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await session.Known(HttpContext) is not { } member)
        {
            context.Result = Redirect(Link("/sign-in"));
            return;
        }
        (_member, Site) = (member, await sites.Get(member.Site));
        Sanctions = await sanctions.Of(member.Id);
        await next();
    }

    protected override string Words(Refusal refusal) => C.Refused(refusal) ?? base.Words(refusal);
}
