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

    public ILocator NoteBox => Talks.GetByRole(AriaRole.Textbox, new() { Name = Names.NoteBox });

    public ILocator AskedIn => Page.GetByRole(AriaRole.Combobox, new() { Name = Names.LanguageOfQuestion });

    public ILocator Search => Page.GetByLabel(Names.SearchAll);

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

    /// <summary>With a thumb through all there is to one question that waits; says before what it stands each time.</summary>
    public async IAsyncEnumerable<string> TapThrough(string question)
    {
        await Expect(Line(question)).ToBeVisibleAsync();
        yield return "the list";
        await Search.TapAsync();
        await Page.Keyboard.TypeAsync(question.Split(' ')[1]);
        await Expect(Page.Locator(".finder select")).ToHaveCountAsync(3);
        yield return "a search";
        await Page.Locator(".finder button").TapAsync();
        await Expect(Line(question)).ToBeVisibleAsync();
        await Page.Locator("li.question").Filter(new() { HasText = question }).Locator("label").TapAsync();
        await Expect(Page.Locator(".together")).ToBeVisibleAsync();
        yield return "one chosen";
        await Page.Locator("li.question").Filter(new() { HasText = question }).Locator("label").TapAsync();
        await Line(question).TapAsync();
        await Expect(Talk(question)).ToBeVisibleAsync();
        yield return "before it is taken";
        foreach (var tool in new[] { Names.HandOver, Names.Tags, Names.Snooze, Names.PauseVisitor })
        {
            await TapFor(tool);
            yield return tool;
            await PutSheetAway();
        }
        await Tool(Names.Note).TapAsync();
        await Expect(NoteBox).ToBeVisibleAsync();
        yield return "a note";
        await Tool(Names.Note).TapAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = Names.Back, Exact = true }).TapAsync();
        await Button(Page.Locator("li.question").Filter(new() { HasText = question }), Names.Take).TapAsync();
        await Expect(Message).ToBeVisibleAsync();
        yield return "a talk";
        foreach (var tool in new[] { Names.HandOver, Names.Replies })
        {
            await TapFor(tool);
            yield return tool;
            await PutSheetAway();
        }
    }

    private ILocator Tool(string name) => Button(Page.Locator(".desk-tools"), name);

    private async Task TapFor(string tool)
    {
        await Tool(tool).TapAsync();
        await Expect(Sheet).ToBeVisibleAsync();
    }

    private async Task PutSheetAway()
    {
        await Button(Sheet, Names.Close).TapAsync();
        await Expect(Sheet).ToHaveCountAsync(0);
    }

    private ILocator Views => Page.GetByRole(AriaRole.Navigation, new() { Name = "Views" });

    private ILocator Current => Views.Locator("[aria-current]");
}
