using System.Collections.Concurrent;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.Sites;

namespace CommunityWidget.Import.Understanding;

/// <summary>What pages may say of the products of a file. Its questions are about few of them, over and over: each is judged once.</summary>
public sealed class PublicProducts(Site site)
{
    // A file with a product of its own for each question is judged row by row, like its other texts.
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<ProductContext, ProductContext?> _judged = new();

    public ProductContext? Of(ProductContext? product)
    {
        if (product is null) return null;
        if (_judged.TryGetValue(product, out var known)) return known;
        if (_judged.Count >= Most) _judged.Clear();
        return _judged[product] = JudgeContext.Public(site, product);
    }
}
