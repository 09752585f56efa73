using CommunityWidget.Contracts;
using CommunityWidget.Pages.Texts;
using CommunityWidget.People;
using CommunityWidget.People.Brand;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Pages;

/// <summary>By what a member signs in beside the password.</summary>
public sealed class AccountModel(Access access, BrandLogins logins, IOptions<BrandOptions> brand) : MemberPage(access)
{
    protected override Permission Needs => Permission.OwnConsole;

    public BrandTexts B => BrandTexts.In(T.Language);

    public bool Offered => brand.Value.IsConfigured;

    public string Brand => brand.Value.Name;

    public bool Linked { get; private set; }

    public async Task OnGet([FromQuery(Name = "brand")] string? trouble)
    {
        Linked = await logins.IsLinked(Me!.Id);
        if (trouble is not null) Problem = B.LinkedElsewhere;
    }

    public async Task<IActionResult> OnPostUnlink()
    {
        var reply = await logins.Unlink(Me!);
        if (reply.Refusal is null) return Redirect(Link("/account"));
        Linked = true;
        return Explain(reply.Refusal);
    }

    protected override string Words(Refusal refusal) => refusal == Contracts.Refusals.PasswordFirst ? B.PasswordFirst : base.Words(refusal);
}
