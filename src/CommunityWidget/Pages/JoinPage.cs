using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages;

/// <summary>Where the link of an invitation leads: choose a name and a password, and be signed in.</summary>
public abstract class JoinPage(AcceptInvitation accept, MemberSession session, CallLimits limits) : OurPage
{
    public abstract bool AsksForEmail { get; }

    [BindProperty]
    public string? Secret { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public async Task<IActionResult> OnPost()
    {
        if (limits.TakeAddress(AddressLimits.Tries, HttpContext.Connection.RemoteIpAddress) is { } tooMany) return Explain(tooMany);
        var joined = await accept.Run(Secret, Name, Password, AsksForEmail ? Email : null);
        if (joined.Value is not { } member) return Explain(joined.Refusal ?? Contracts.Refusals.LinkNotValid);
        await session.Begin(HttpContext, member);
        return Redirect(Link(Landing.Of(member)));
    }
}

public sealed class InvitationModel(AcceptInvitation accept, MemberSession session, CallLimits limits) : JoinPage(accept, session, limits)
{
    public override bool AsksForEmail => false;
}

/// <summary>The first admin of an installation: nobody knew their e-mail yet.</summary>
public sealed class WelcomeModel(AcceptInvitation accept, MemberSession session, CallLimits limits) : JoinPage(accept, session, limits)
{
    public override bool AsksForEmail => true;
}
