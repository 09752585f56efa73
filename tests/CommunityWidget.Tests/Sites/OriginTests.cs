using CommunityWidget.Sites;

namespace CommunityWidget.Tests.Sites;

public sealed class OriginTests
{
    [Theory]
    [InlineData("https://shop.example", "https://shop.example")]
    [InlineData("  HTTPS://WWW.Shop.Example/ ", "https://www.shop.example")]
    [InlineData("https://shop.example:443", "https://shop.example")]
    [InlineData("https://shop.example.:8443", "https://shop.example:8443")]
    [InlineData("https://café.example", "https://xn--caf-dma.example")]
    [InlineData("https://192.0.2.7:8443", "https://192.0.2.7:8443")]
    [InlineData("https://[2001:db8::1]", "https://[2001:db8::1]")]
    [InlineData("http://localhost:8081", "http://localhost:8081")]
    [InlineData("http://127.0.0.1:80", "http://127.0.0.1")]
    [InlineData("http://[::1]:5500", "http://[::1]:5500")]
    [InlineData("http://lamps.localhost", "http://lamps.localhost")]
    public void An_origin_is_kept_as_a_browser_names_it(string typed, string kept) => Assert.Equal((kept, null), (Origin.Read(typed).Value, Origin.Read(typed).Fault));

    [Theory]
    [InlineData("", OriginFaults.NotAnAddress, null)]
    [InlineData("shop", OriginFaults.NoScheme, "https://shop")]
    [InlineData("www.shop.example", OriginFaults.NoScheme, "https://www.shop.example")]
    [InlineData("http://shop.example", OriginFaults.NotSecure, "https://shop.example")]
    [InlineData("http://localhost.example", OriginFaults.NotSecure, "https://localhost.example")]
    [InlineData("http://127.0.0.1.example", OriginFaults.NotSecure, "https://127.0.0.1.example")]
    [InlineData("https://shop.example/basket?x=1", OriginFaults.HasPath, "https://shop.example")]
    [InlineData("https://shop.example/#top", OriginFaults.HasPath, "https://shop.example")]
    [InlineData("https://*.shop.example", OriginFaults.Wildcard, null)]
    [InlineData("https://me:secret@shop.example", OriginFaults.NotAnAddress, null)]
    [InlineData("https://shop.example;script-src *", OriginFaults.Wildcard, null)]
    [InlineData("https://shop.example;script-src", OriginFaults.NotAnAddress, null)]
    [InlineData("javascript://shop.example", OriginFaults.NotAnAddress, null)]
    [InlineData("file:///home/shop.html", OriginFaults.NotAnAddress, null)]
    [InlineData("https://", OriginFaults.NotAnAddress, null)]
    public void What_is_no_origin_says_what_is_wrong_and_what_was_meant(string typed, string fault, string? meant) =>
        Assert.Equal((null, fault, meant), (Origin.Read(typed).Value, Origin.Read(typed).Fault, Origin.Read(typed).Meant));
}
