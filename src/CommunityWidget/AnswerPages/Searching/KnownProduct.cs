using CommunityWidget.Contracts;

namespace CommunityWidget.AnswerPages.Searching;

/// <summary>The product somebody asks about, as the shop's page named it: by its id, its name or both. What came from a file often knows a product by its name only, which then stands for its id.</summary>
public static class KnownProduct
{
    /// <summary>A page is about this product, for all that is known: not where it names another, and both say so by id or both by name.</summary>
    public static bool MayBeOf(this ProductContext? product, Edition page)
    {
        if (product is null || Same(product.Id, page.ProductId) || Same(product.Name, page.ProductName) || Same(product.Name, page.ProductId)) return true;
        return (product.Id is null || page.ProductId is null) && (product.Name is null || page.ProductName is null);
    }

    private static bool Same(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
