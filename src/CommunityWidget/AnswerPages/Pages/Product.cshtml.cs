using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>The published questions about one product; a product nobody asked about has no page.</summary>
[Kept(RequestLanguage.Parameter, "after")]
public sealed class ProductModel(SiteStore sites, PublicAddress address, ListDesk desk) : ListPage(sites, address, desk)
{
    public override IReadOnlyList<(string Name, string Path)> Trail => [(T.AllQuestions, ListAddress.Home(Site))];

    public async Task<IActionResult> OnGet(string slug, string product)
    {
        var id = ListAddress.ProductIn(product);
        if (!await Opens(slug) || !await Read(ListAddress.Product(Site, id), new(Product: id)) || Pages.Count == 0) return NotFound();
        Title = L.About(Pages[0].ProductName ?? id);
        return Page();
    }
}
