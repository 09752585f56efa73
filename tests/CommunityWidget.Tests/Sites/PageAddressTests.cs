using CommunityWidget.Contracts;
using CommunityWidget.Sites;

namespace CommunityWidget.Tests.Sites;

public sealed class PageAddressTests
{
    private static readonly Site Shop = new() { QueryAllow = "sku size" };

    [Theory]
    [InlineData("https://shop.example/a?sku=1&token=secret&size=42#top", "https://shop.example/a?sku=1&size=42")]
    [InlineData("https://shop.example/a?token=secret", "https://shop.example/a")]
    [InlineData("http://shop.example", "http://shop.example/")]
    [InlineData("https://user:word@shop.example/", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,hello", null)]
    [InlineData("/relative", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_the_page_and_what_the_site_allows_is_kept(string? url, string? kept) =>
        Assert.Equal(kept, PageAddress.Clean(Shop, new PageContext(url, null))!.Url);

    [Fact]
    public void An_endless_address_is_cut_to_where_it_points()
    {
        var address = "https://shop.example/" + new string('a', 5_000);

        Assert.Equal("https://shop.example", PageAddress.Clean(Shop, new PageContext(address, null))!.Url);
    }

    [Fact]
    public void A_title_is_one_line_of_at_most_300_code_points()
    {
        Assert.Equal("Two lines", Title("Two\u0000 lines\n"));
        Assert.Equal(300, Title(string.Concat(Enumerable.Repeat("\uD83D\uDEB2", 400)))!.EnumerateRunes().Count());
        Assert.Null(Title("   "));
        Assert.Equal(new string('a', 300), Title(new string(' ', 300) + new string('a', 400)));
    }

    [Theory]
    [InlineData("\u0001")]
    [InlineData(" \u0000 \t")]
    public void What_holds_nothing_is_nothing(string text)
    {
        Assert.Null(Title(text));
        Assert.Equal(new ProductContext(null, null), PageAddress.Clean(Shop, new ProductContext(text, text)));
    }

    [Fact]
    public void A_product_is_cleaned_like_a_page()
    {
        var product = PageAddress.Clean(Shop, new ProductContext("1", "Shoe", "javascript:alert(1)", "https://shop.example/i.png?sku=1&x=2"))!;

        Assert.Equal(new ProductContext("1", "Shoe", null, "https://shop.example/i.png?sku=1"), product);
    }

    [Fact]
    public void Nothing_stays_nothing()
    {
        Assert.Null(PageAddress.Clean(Shop, (PageContext?)null));
        Assert.Null(PageAddress.Clean(Shop, (ProductContext?)null));
    }

    private static string? Title(string title) => PageAddress.Clean(Shop, new PageContext(null, title))!.Title;
}
