using CommunityWidget.AnswerPages.Drawn;
using CommunityWidget.AnswerPages.Listing;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>The published questions about one product; a product nobody asked about has no page. A slash at the end may be a product's own; where none is called so it is one too many.</summary>
public sealed class ProductModel(ListDesk desk) : ListPage(desk)
{
    public override bool NamesProducts => false;

    public async Task<IActionResult> OnGet(string slug, string? product)
    {
        if (string.IsNullOrEmpty(product)) return NotFound();
        var id = ListAddress.ProductIn(product);
        // Escaped twice, what no product is called gets this far; a database may not even take it.
        if (id.Any(char.IsControl)) return NotFound();
        if (!await IsThere(slug, id)) return id.TrimEnd('/') is { Length: > 0 } shorter && shorter.Length < id.Length && await IsThere(slug, shorter) ? MovedForGood(Path) : NotFound();
        Call(L.About(Pages[0].ProductCalled ?? id));
        return this.Drawn(SubjectList.Create(this));
    }

    private async Task<bool> IsThere(string slug, string product) => await Begins(slug, () => new ListOf(ListAddress.Product(Site, product), new(Product: product))) && Pages.Count > 0;
}
