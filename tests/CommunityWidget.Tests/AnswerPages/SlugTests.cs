using CommunityWidget.AnswerPages;
using CommunityWidget.Tests.Testing.Data;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.AnswerPages;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Does the Héron dim?", "does-the-heron-dim")]
    [InlineData("  ../../etc/passwd%00  ", "etc-passwd-00")]
    [InlineData("<script>alert(1)</script>", "script-alert-1-script")]
    [InlineData("🙂🙂", "question")]
    [InlineData("CON", "con")]
    [InlineData("पानी की बोतल?", "पानी-की-बोतल")]
    [InlineData("ガラスの ที่ไหน", "ガラスの-ที่ไหน")]
    [InlineData("Ḧëllo Ёж ά", "hello-еж-α")]
    public void A_title_becomes_words_of_an_address(string title, string slug) => Assert.Equal(slug, Edition.SlugOf(title));

    [BadInputFact]
    public void Nothing_anybody_types_makes_an_address_that_leads_elsewhere()
    {
        foreach (var title in BadInputs.All().Select(payload => MessageText.Clean(payload).Value).OfType<string>())
        {
            var slug = Edition.SlugOf(title);
            Assert.InRange(slug.Length, 1, 80);
            Assert.All(slug, c => Assert.True(c == '-' || char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.NonSpacingMark, $"U+{(int)c:X4}"));
            var path = new Edition { PublicId = "abcdefghij", Slug = slug }.Path("shop");
            Assert.Equal(path, new Uri(new Uri("https://host.example"), path).AbsolutePath);
        }
    }
}
