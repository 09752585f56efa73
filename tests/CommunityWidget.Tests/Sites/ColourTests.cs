using CommunityWidget.Sites;

namespace CommunityWidget.Tests.Sites;

public sealed class ColourTests
{
    [Fact]
    public void The_ink_can_be_read_on_every_colour_and_every_colour_made_readable_on_paper()
    {
        for (var red = 0; red < 256; red += 5)
        {
            for (var green = 0; green < 256; green += 3)
            {
                for (var blue = 0; blue < 256; blue += 15)
                {
                    var luminance = Luminance(red, green, blue);
                    var contrast = Colour.InkOn($"#{red:x2}{green:x2}{blue:x2}") == "#000" ? (luminance + 0.05) / 0.05 : 1.05 / (luminance + 0.05);
                    Assert.True(contrast >= 4.5, $"{contrast} on {red} {green} {blue}");
                    var (light, dark) = Colour.Readable($"#{red:x2}{green:x2}{blue:x2}");
                    Assert.True((Luminance(0xe9, 0xec, 0xf0) + 0.05) / (Of(light) + 0.05) >= 4.5, $"{light} on light paper, from {red} {green} {blue}");
                    Assert.True((Of(dark) + 0.05) / (Luminance(0x2a, 0x2e, 0x35) + 0.05) >= 4.5, $"{dark} on dark paper, from {red} {green} {blue}");
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#fa0")]
    [InlineData("transparent")]
    [InlineData("#12345g")]
    [InlineData("#8f4a12aa")]
    [InlineData("rgb(0,0,0)")]
    [InlineData("#fff;}*{display:none")]
    public void What_is_no_colour_becomes_our_blue_under_white(string accent) =>
        Assert.Equal((Colour.Blue, "#fff"), (Colour.Usable(accent), Colour.InkOn(accent)));

    [Fact]
    public void A_colour_stays_as_the_shop_chose_it() => Assert.Equal("#FFD400", Colour.Usable("#FFD400"));

    [Theory]
    [InlineData("#8f4a12", "#8f4a12", "#ba8f6c")]
    [InlineData("#000000", "#000000", "#999999")]
    [InlineData("#ffffff", "#666666", "#ffffff")]
    public void A_colour_is_moved_only_as_far_as_it_must(string accent, string light, string dark) => Assert.Equal((light, dark), Colour.Readable(accent));

    private static double Of(string colour) => Luminance(Convert.ToInt32(colour[1..3], 16), Convert.ToInt32(colour[3..5], 16), Convert.ToInt32(colour[5..], 16));

    private static double Luminance(params ReadOnlySpan<int> channels)
    {
        var sum = 0.0;
        ReadOnlySpan<double> weights = [0.2126, 0.7152, 0.0722];
        for (var at = 0; at < 3; at++)
        {
            var share = channels[at] / 255.0;
            sum += weights[at] * (share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
