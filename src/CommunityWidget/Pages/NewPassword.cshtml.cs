using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages;

/// <summary>Where a password link leads: choose a new one, and be signed in.</summary>
public sealed class NewPasswordModel(PasswordLinks links, MemberSession session) : OurPage
{
    [BindProperty]
    public string? Secret { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public async Task<IActionResult> OnPost()
    {
        var used = await links.Use(Secret, Password);
        if (used.Value is not { } member) return Explain(used.Refusal ?? Contracts.Refusals.LinkNotValid);
        await session.Begin(HttpContext, member);
        return Redirect(Link(Landing.Of(member)));
    }
}
