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

    private static async Task<IReadOnlyList<SKColor>> Middle(DrawPicture draw, string title)
    {
        using var picture = SKBitmap.Decode(await draw.Run(Shop, new Edition { Title = title }, 1));
        return [.. Enumerable.Range(190, 300).SelectMany(y => Enumerable.Range(0, DrawPicture.Width).Select(x => picture.GetPixel(x, y)))];
    }
}
