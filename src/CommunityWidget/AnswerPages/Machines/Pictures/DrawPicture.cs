using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Sites;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace CommunityWidget.AnswerPages.Machines.Pictures;

/// <summary>Draws what is shown with a link to a page: the question, whose site it is, how many answered. In the colours of the site, and as large as it can be read small.</summary>
public sealed class DrawPicture : IDisposable
{
    public const int Width = 1200, Height = 630;

    private const int Margin = 80, Band = 20, Top = 190, Bottom = 490, MostLines = 4;

    // A wave of pictures must not keep the processors from chats.
    private readonly SemaphoreSlim _two = new(2);
    private readonly SKTypeface _face = LoadFont();

    public async Task<byte[]> Run(Site site, Edition page, int answers)
    {
        await _two.WaitAsync();
        try
        {
            return Draw(site, page, answers);
        }
        finally
        {
            _two.Release();
        }
    }

    public void Dispose()
    {
        _face.Dispose();
        _two.Dispose();
    }

    private byte[] Draw(Site site, Edition page, int answers)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgb888x));
        using var shaper = new SKShaper(_face);
        var title = WrittenText.Plain(page.Title);
        var pen = new Pen(surface.Canvas, shaper, _face, WritingRuns.IsRightToLeft(title) ?? System.Globalization.CultureInfo.GetCultureInfo(page.Language).TextInfo.IsRightToLeft);
        // As its pages have it on white: a shop whose colour is white would have no band and no badge.
        var seen = Colour.Readable(site.Accent).Light;
        var (accent, ink) = (SKColor.Parse(seen), SKColor.Parse(Colour.InkOn(seen)));
        surface.Canvas.Clear(SKColors.White);
        pen.Fill(new(0, 0, Width, Band), accent);
        var isReadable = pen.CanWrite(title);
        // A short name is in letters every font has.
        var name = pen.CanWrite(site.Name) ? site.Name : site.Slug;
        if (isReadable) pen.Line(pen.Cut(name, 34, Width - (2 * Margin)), 34, 120, SKColor.Parse("#5b6270"));
        // A title in letters the font does not have would be an empty middle: whose answers these are is said there instead.
        var (lines, size) = pen.Fit(isReadable ? title : name, [64, 56, 48, 42], Width - (2 * Margin), MostLines, Bottom - Top);
        var step = size * 1.25f;
        for (var i = 0; i < lines.Count; i++) pen.Line(lines[i], size, Top + size + (i * step), SKColor.Parse("#14171c"));
        pen.Badge(PictureWords.Answers(page.Language, answers), 32, Height - 70, accent, ink);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    // Ours, so that a picture is the same on every machine, whatever fonts it has.
    private static SKTypeface LoadFont()
    {
        using var font = typeof(DrawPicture).Assembly.GetManifestResourceStream("pictures/font")!;
        return SKTypeface.FromStream(font);
    }
}
