using System.Diagnostics.CodeAnalysis;
using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Contracts;

namespace CommunityWidget.AnswerPages.Searching;

/// <summary>The product somebody asks about, as the shop's page named it: by its id, its name or both. What came from a file often knows a product by its name only, which then stands for its id.</summary>
public static class KnownProduct
{
    /// <summary>A page is about this product, or about none: not where it names one that cannot be told to be the same. True of all where nobody said which product: an address or a picture alone says it to nobody.</summary>
    public static bool IsOf(this ProductContext? product, Edition page) =>
        !product.IsNamed() || page is { ProductId: null, ProductName: null } || Same(product.Id, page.ProductId) || Same(product.Name, page.ProductName) || Same(product.Name, page.ProductId);

    private static bool IsNamed([NotNullWhen(true)] this ProductContext? product) => product is not null && !(string.IsNullOrWhiteSpace(product.Id) && string.IsNullOrWhiteSpace(product.Name));

    // As readers see it: pages have no space that does not break, no two in a row and no hyphen that is not shown, and a shop's own page may.
    private static bool Same(string? one, string? other) => one is not null && other is not null
        && (string.Equals(one, other, StringComparison.OrdinalIgnoreCase) || string.Equals(WrittenText.Squeezed(one), WrittenText.Squeezed(other), StringComparison.OrdinalIgnoreCase));
}
