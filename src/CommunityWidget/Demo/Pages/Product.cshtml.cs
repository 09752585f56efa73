using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Demo.Pages;

public sealed class ProductModel(DemoSwitch demo) : ShopPage(demo)
{
    public Product Product { get; private set; } = Catalogue.All[0];

    public IActionResult OnGet(string id)
    {
        if (Catalogue.Find(id) is not { } product) return NotFound();
        Product = product;
        return Page();
    }
}
