using CommunityWidget.Sites;

namespace CommunityWidget.Tests.Sites;

public sealed class ColourTests
{
    [Fact]
    public void The_ink_can_be_read_on_every_colour()
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
