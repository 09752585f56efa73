using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages;

/// <summary>Where a password link leads: choose a new one, and be signed in.</summary>
public sealed class NewPasswordModel(PasswordLinks links, MemberSession session, CallLimits limits) : OurPage
{
    [BindProperty]
    public string? Secret { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public async Task<IActionResult> OnPost()
    {
        if (limits.TakeAddress(AddressLimits.Tries, HttpContext.Connection.RemoteIpAddress) is { } tooMany) return Explain(tooMany);
        var used = await links.Use(Secret, Password);
        if (used.Value is not { } member) return Explain(used.Refusal ?? Contracts.Refusals.LinkNotValid);
        await session.Begin(HttpContext, member);
        return Redirect(Link(Landing.Of(member)));
    }
}
