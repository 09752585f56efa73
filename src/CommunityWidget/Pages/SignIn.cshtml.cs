using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Pages.Texts;
using CommunityWidget.People;
using CommunityWidget.People.Brand;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Pages;

public sealed class SignInModel(SiteStore sites, People.SignIn signIn, MemberSession session, CallLimits limits, IOptions<BrandOptions> brand, TimeProvider clock) : OurPage
{
    [BindProperty(SupportsGet = true)]
    public string? Site { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(Name = "returnTo", SupportsGet = true)]
    public string? Return { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool SignedOut { get; set; }

    /// <summary>What the brand's own sign-in is called, where there is one.</summary>
    public string? Brand => brand.Value.IsConfigured ? brand.Value.Name : null;

    /// <summary>The link there, once it is known to which shop.</summary>
    public string? ToBrand { get; private set; }

    public BrandTexts B => BrandTexts.In(T.Language);

    /// <summary>How signing in there went wrong.</summary>
    [BindProperty(Name = "brand", SupportsGet = true)]
    public string? BrandTrouble { get; set; }

    /// <summary>Asked for by somebody who is signed in already: one more site.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Add { get; set; }

    /// <summary>Not with a single shop: who else is hosted here is nobody's business, so they are not listed either.</summary>
    public bool AsksForShop { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (Me is null && !SignedOut && !Add && await session.Known(HttpContext) is { } shut && shut.SuspendedAt(clock.NowMs())) return Redirect(Link("/standing"));
        Offer(await Shop());
        if (Brand is not null && BrandTrouble is not null) Problem = BrandTrouble switch { "unknown" => B.NotKnown(Brand), "shop" => B.NoSuchShop(Site), _ => B.Failed(Brand) };
        return Me is { Member: var member } && !Add ? Redirect(Link(ReturnTo.OnThisSite(Return) ?? Landing.Of(member))) : Page();
    }

    public async Task<IActionResult> OnPost()
    {
        // A shop that does not exist costs the same work and gets the same answer as a wrong password.
        var site = await Shop();
        if (!AsksForShop) Offer(site);
        // Five tries are counted for each account; this is for whoever goes from one to the next.
        if (limits.TakeAddress(AddressLimits.Tries, HttpContext.Connection.RemoteIpAddress) is { } tooMany) return Explain(tooMany);
        var reply = await signIn.Check(site?.Id ?? Guid.Empty, Email, Password, evenSuspended: true);
        if (reply.Value is not { } member) return Explain(reply.Refusal ?? Refusals.WrongPassword);
        if (await session.SignIn(HttpContext, member) is { } away) return Explain(away);
        // Whoever is suspended can see why, and say what they think of it; nothing else opens.
        return Redirect(Link(member.SuspendedAt(clock.NowMs()) ? "/standing" : ReturnTo.OnThisSite(Return) ?? Landing.Of(member)));
    }

    /// <summary>To the brand, from the form that asks for the shop.</summary>
    public async Task<IActionResult> OnPostBrand()
    {
        Offer(await Shop());
        if (limits.TakeAddress(AddressLimits.Tries, HttpContext.Connection.RemoteIpAddress) is { } tooMany) return Explain(tooMany);
        if (Brand is null) return Redirect(Link("/sign-in"));
        // Our policy lets no form lead to another site, not by a redirect either: this page goes on by itself, and its link is there for whom it does not.
        if (ToBrand is not null) Response.Headers["Refresh"] = $"0; url={ToBrand}";
        else (Problem, Response.StatusCode) = (B.NoSuchShop(Site), StatusCodes.Status400BadRequest);
        return Page();
    }

    private async Task<Sites.Site?> Shop()
    {
        var all = await sites.All();
        AsksForShop = all.Count != 1;
        return AsksForShop ? await sites.ByAnySlug(Site) : all[0];
    }

    private void Offer(Sites.Site? shop)
    {
        if (Brand is not null && shop is not null) ToBrand = new BrandWay(AsksForShop ? shop.Slug : null, ReturnTo.OnThisSite(Return), RequestLanguage.Asked(Request)).ToProvider();
    }
}
