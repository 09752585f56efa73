using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages;

public sealed class NotYoursModel : OurPage
{
    public IActionResult OnGet()
    {
        if (Me is null) return Redirect(Link("/sign-in"));
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }
}
