using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Testing;

public static class Phone
{
    /// <summary>A small touch screen.</summary>
    public static BrowserNewContextOptions Options => new()
    {
        ViewportSize = new() { Width = 390, Height = 844 },
        IsMobile = true,
        HasTouch = true,
    };
}
