using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Screens;

/// <summary>Takes each state on a phone and on a desktop, light and dark.</summary>
public sealed class Camera(string folder, string language)
{
    public static readonly IReadOnlyList<(string Device, int Width, int Height)> Devices = [("phone", 390, 844), ("desktop", 1280, 800)];

    private static readonly (string Name, ColorScheme Scheme)[] Colours = [("light", ColorScheme.Light), ("dark", ColorScheme.Dark)];

    private readonly List<Picture> _pictures = [];

    public string Folder { get; } = Directory.CreateDirectory(folder).FullName;

    public string Language => language;

    public IReadOnlyList<Picture> Pictures => _pictures;

    /// <param name="page">What stands before the camera.</param>
    /// <param name="group">The contact sheet it goes to.</param>
    /// <param name="state">What is to be seen.</param>
    /// <param name="whole">The whole length of the page, not one screen of it.</param>
    public async Task Take(IPage page, string group, string state, bool whole = false)
    {
        foreach (var (device, width, height) in Devices)
        {
            await page.SetViewportSizeAsync(width, height);
            // The page hears of its new width with the next frame, and shows it with the one after.
            await page.EvaluateAsync("() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(() => shown())))");
            foreach (var (colour, scheme) in Colours)
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var picture = new Picture(group, state, device, colour, $"{group}-{state}-{device}-{colour}-{language}.png".Replace(' ', '-'));
                await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, picture.File), FullPage = whole, Animations = ScreenshotAnimations.Disabled });
                _pictures.Add(picture);
            }
        }
        Console.WriteLine($"{language}  {group}: {state}");
    }

    /// <summary>What is a picture already.</summary>
    public async Task Keep(string group, string state, byte[] png)
    {
        var picture = new Picture(group, state, "desktop", "light", $"{group}-{state}-{language}.png".Replace(' ', '-'));
        await File.WriteAllBytesAsync(Path.Combine(Folder, picture.File), png);
        _pictures.Add(picture);
    }
}

public sealed record Picture(string Group, string State, string Device, string Colour, string File);
