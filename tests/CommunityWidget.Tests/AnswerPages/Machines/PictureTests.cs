using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Pictures;
using CommunityWidget.Sites;
using SkiaSharp;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>What stands in the middle of the picture that is shown with a link.</summary>
public sealed class PictureTests
{
    private static readonly Site Shop = new() { Name = "Aube", Accent = "#0a7d55" };

    [Theory]
    [InlineData("日本語の質問です", true)]
    [InlineData("日本語の質問です DM-200", true)]
    [InlineData("🙂🙂🙂", true)]
    [InlineData("Does it dim?", false)]
    [InlineData("Does the 灯 lamp dim?", false)]
    [InlineData("كيف أنظف المصباح؟", false)]
    public async Task A_title_in_letters_the_font_does_not_have_leaves_its_place_to_the_shop_s_name(string title, bool isName)
    {
        using var draw = new DrawPicture();

        var middle = await Middle(draw, title);

        Assert.Contains(middle, pixel => pixel != SKColors.White);
        Assert.Equal(isName, middle.SequenceEqual(await Middle(draw, "日本語")));
    }

    [Theory]
    [InlineData("כיצד מנקים?", "en", true)]
    [InlineData("كيف أنظف مصباح Aube؟", "fr", true)]
    [InlineData("How do I say مصباح?", "en", false)]
    public async Task A_title_begins_on_the_side_it_is_read_from_whatever_the_page_s_language_is(string title, string language, bool isRight)
    {
        using var draw = new DrawPicture();

        var middle = await Middle(draw, title, language: language);

        Assert.Equal(isRight, IsWritten(middle, DrawPicture.Width - 140, DrawPicture.Width - 80));
        Assert.Equal(!isRight, IsWritten(middle, 80, 140));
    }

    [Fact]
    public async Task A_shop_s_name_in_letters_the_font_does_not_have_leaves_its_place_to_the_short_name()
    {
        using var draw = new DrawPicture();

        Assert.True(IsWritten(await Middle(draw, "このランプ", Shop with { Name = "東京ランプ店", Slug = "tokyo" }), 0, DrawPicture.Width));
    }

    [Theory]
    [InlineData("Does it 💡 dim?")]
    [InlineData("Does it dim 💡?")]
    [InlineData("💡 Does it dim?")]
    [InlineData("Does it dim? 🏳\ufe0f\u200d🌈 👩\u200d🔧")]
    public async Task A_sign_that_is_left_out_leaves_no_gap(string title)
    {
        using var draw = new DrawPicture();

        Assert.Equal(await Middle(draw, "Does it dim?"), await Middle(draw, title));
    }

    [Theory]
    [InlineData("#ffffff")]
    [InlineData("#ffe600")]
    [InlineData("#000000")]
    public async Task The_band_and_the_badge_are_seen_whatever_the_shop_s_colour(string accent)
    {
        using var draw = new DrawPicture();
        using var picture = SKBitmap.Decode(await draw.Run(Shop with { Accent = accent }, new Edition { Title = "Does it dim?", Language = "en" }, 1));

        // The band's corner, and the badge's left edge halfway up.
        foreach (var ground in new[] { picture.GetPixel(0, 0), picture.GetPixel(84, DrawPicture.Height - 83) }) Assert.InRange(Contrast(ground), 4.5, 21);
    }

    private static double Contrast(SKColor onWhite)
    {
        var parts = new[] { onWhite.Red, onWhite.Green, onWhite.Blue }.Select(part => part / 255.0).Select(share => share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4)).ToArray();
        return 1.05 / (0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05);
    }

    private static bool IsWritten(IReadOnlyList<SKColor> middle, int from, int to) => middle.Where((pixel, at) => at % DrawPicture.Width >= from && at % DrawPicture.Width < to).Any(pixel => pixel != SKColors.White);

    private static async Task<IReadOnlyList<SKColor>> Middle(DrawPicture draw, string title, Site? shop = null, string language = "en")
    {
        using var picture = SKBitmap.Decode(await draw.Run(shop ?? Shop, new Edition { Title = title, Language = language }, 1));
        return [.. Enumerable.Range(190, 300).SelectMany(y => Enumerable.Range(0, DrawPicture.Width).Select(x => picture.GetPixel(x, y)))];
    }
}
