using CommunityWidget.People;

namespace CommunityWidget.Tests.People;

public sealed class ReturnToTests
{
    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("http:/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("%2F%2Fevil.example")]
    [InlineData("/%2Fevil.example")]
    [InlineData("/%5Cevil.example")]
    [InlineData("/%255Cevil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\r\nLocation: https://evil.example")]
    [InlineData("@evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("///evil.example")]
    [InlineData("")]
    [InlineData(null)]
    public void Nothing_that_could_lead_elsewhere_is_followed(string? path) => Assert.Null(ReturnTo.OnThisSite(path));

    [Theory]
    [InlineData("/console")]
    [InlineData("/admin?lang=fr")]
    [InlineData("/answers/lamps/abc/caf%C3%A9-ou-th%C3%A9")]
    [InlineData("/")]
    public void A_path_of_ours_is(string path) => Assert.Equal(path, ReturnTo.OnThisSite(path));
}
