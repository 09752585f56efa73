using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Drivers;

/// <summary>An agent's inbox.</summary>
public sealed class InboxPage(Seat seat, Names names) : DeskPage(seat, names)
{
    /// <summary>The lines of the view that is open.</summary>
    public ILocator Lines => Page.Locator(".questions [data-line]");

    public ILocator Line(string question) => Lines.Filter(new() { HasText = question });

    public ILocator Sheet => Page.GetByRole(AriaRole.Dialog);

    public ILocator NoteBox => Talks.GetByRole(AriaRole.Textbox, new() { Name = "Internal note" });

    public ILocator Story => Talks.Locator(".story");

    public Task Press(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>A key that opens a small window, and the window.</summary>
    public async Task PressFor(string key)
    {
        await Press(key);
        await Expect(Sheet).ToBeVisibleAsync();
    }

    /// <summary>Goes down the list by keys until this line has the focus.</summary>
    public async Task PointAt(string question)
    {
        await Expect(Line(question)).ToBeVisibleAsync();
        await Lines.First.FocusAsync();
        for (var pressed = 0; pressed < 10 && !await Line(question).EvaluateAsync<bool>("line => line === document.activeElement"); pressed++) await Press("j");
        await Expect(Line(question)).ToBeFocusedAsync();
    }

    public async Task Open(string view)
    {
        await Views.GetByRole(AriaRole.Button, new() { Name = view }).ClickAsync();
        await Expect(Current).ToContainTextAsync(view);
    }

    /// <summary>Goes on by its key from view to view until this one is open.</summary>
    public async Task TurnTo(string view)
    {
        for (var pressed = 0; pressed < 5 && !(await Current.InnerTextAsync()).Contains(view, StringComparison.Ordinal); pressed++) await Press("w");
        await Expect(Current).ToContainTextAsync(view);
    }

    private ILocator Views => Page.GetByRole(AriaRole.Navigation, new() { Name = "Views" });

    private ILocator Current => Views.Locator("[aria-current]");
}
