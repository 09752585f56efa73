using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Contracts;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Searching;

/// <summary>The product somebody asks about, as the shop's page named it: by its id, its name or both. What came from a file often knows a product by its name only, which then stands for its id.</summary>
public static class KnownProduct
{
    /// <summary>A page is about this product, or about none: not where it names one that cannot be told to be the same. Of one whose address alone was said that is told by the address. True of all where nobody said which product: a picture alone says it to nobody.</summary>
    /// <param name="product">As kept of what the shop's page said (<see cref="PageAddress"/>): so are the addresses of pages.</param>
    /// <param name="page">The page.</param>
    public static bool IsOf(this ProductContext? product, Edition page)
    {
        if (product is null) return true;
        if (IsSaid(product.Id) || IsSaid(product.Name)) return page is { ProductId: null, ProductName: null } || Same(product.Id, page.ProductId) || Same(product.Name, page.ProductName) || Same(product.Name, page.ProductId);
        return !IsSaid(product.Url) || page is { ProductId: null, ProductName: null, ProductUrl: null } || string.Equals(product.Url, page.ProductUrl, StringComparison.Ordinal);
    }

    private static bool IsSaid(string? text) => !string.IsNullOrWhiteSpace(text);

    // As readers see it: pages have no space that does not break, no two in a row and no hyphen that is not shown, and a shop's own page may.
    private static bool Same(string? one, string? other) => one is not null && other is not null
        && (string.Equals(one, other, StringComparison.OrdinalIgnoreCase) || string.Equals(WrittenText.Squeezed(one), WrittenText.Squeezed(other), StringComparison.OrdinalIgnoreCase));
}
