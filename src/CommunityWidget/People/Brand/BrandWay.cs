using CommunityWidget.Hosting;

namespace CommunityWidget.People.Brand;

/// <summary>Where somebody came from who is sent to the brand's provider, so that they come back to the same, whatever becomes of it.</summary>
/// <param name="Shop">Its short name, where there are several.</param>
/// <param name="Then">Where they want to go once they are signed in: a path of ours.</param>
/// <param name="Language">The one that was asked for.</param>
public sealed record BrandWay(string? Shop, string? Then, string? Language)
{
    private const string Site = "site", Return = "returnTo", Trouble = "brand";

    // With somebody who is under way. Nodes of the version before read the shop's id under "site": no name may mean something else here than it does there.
    private const string KeptShop = "shop", KeptReturn = "return";

    /// <summary>As it came back with somebody; what was null comes back empty, and nothing where it is not known who they are.</summary>
    public static BrandWay Of(IDictionary<string, string?>? items)
    {
        string? Kept(string name) => items is not null && items.TryGetValue(name, out var value) && value is { Length: > 0 } ? value : null;
        return new(Kept(KeptShop), ReturnTo.OnThisSite(Kept(KeptReturn)), Kept(RequestLanguage.Parameter));
    }

    public void Keep(IDictionary<string, string?> items) => (items[KeptShop], items[KeptReturn], items[RequestLanguage.Parameter]) = (Shop, Then, Language);

    /// <summary>The sign-in page, which says what went wrong.</summary>
    public string SignIn(string? trouble = null) => "/sign-in" + Query((Trouble, trouble), (Site, Shop), (Return, Then), (RequestLanguage.Parameter, Language));

    /// <summary>To the provider, for this shop.</summary>
    public string ToProvider() => "/sign-in/brand" + Query((Site, Shop), (Return, Then), (RequestLanguage.Parameter, Language));

    /// <summary>A page of ours in their language, if it says none itself.</summary>
    public string In(string path)
    {
        if (Language is null || path.Contains($"{RequestLanguage.Parameter}=", StringComparison.Ordinal)) return path;
        var parts = path.Split('#', 2);
        return $"{parts[0]}{(parts[0].Contains('?') ? '&' : '?')}{RequestLanguage.Parameter}={Language}{(parts.Length > 1 ? $"#{parts[1]}" : "")}";
    }

    private static QueryString Query(params (string Name, string? Value)[] all) => QueryString.Create(all.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value)));
}
