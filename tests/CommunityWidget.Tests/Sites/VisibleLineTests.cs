using CommunityWidget.Sites;

namespace CommunityWidget.Tests.Sites;

/// <summary>What a person, a shop or a topic may be called.</summary>
public sealed class VisibleLineTests
{
    [Theory]
    [InlineData(" Zoe\u0308 ", "Zo\u00eb")]
    [InlineData("\u5f20\u4f1f", "\u5f20\u4f1f")]
    [InlineData("\ud83d\udca1 Lumen", "\ud83d\udca1 Lumen")]
    public void What_is_seen_is_kept(string typed, string kept) => Assert.Equal(kept, VisibleLine.Clean(typed, 40));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("Ma\u202eya")]
    [InlineData("Ma\u200bya")]
    [InlineData("Ma\nya")]
    [InlineData("Ma\ufffeya")]
    public void What_hides_turns_or_is_no_text_is_refused_and_breaks_nothing(string? typed) => Assert.Null(VisibleLine.Clean(typed, 40));

    // As data of a test it would be mended on its way here.
    [Fact]
    public void Half_a_pair_is_refused() => Assert.Null(VisibleLine.Clean("Ma\ud83dya", 40));

    [Fact]
    public void It_is_counted_in_code_points()
    {
        Assert.NotNull(VisibleLine.Clean(string.Concat(Enumerable.Repeat("\ud83d\udca1", 40)), 40));
        Assert.Null(VisibleLine.Clean(new string('a', 41), 40));
    }
}
