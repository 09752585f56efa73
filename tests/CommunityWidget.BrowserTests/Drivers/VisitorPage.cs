using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Drivers;

/// <summary>A shop's page with the widget on it, as a visitor uses it.</summary>
public sealed class VisitorPage(IPage page, Watch watch, Names names)
{
    public IPage Page => page;

    public Watch Watch => watch;

    public ILocator Widget => page.GetByRole(AriaRole.Region, new() { Name = names.Launcher, Exact = true });

    public ILocator Launcher => Button(names.Launcher);

    public ILocator Panel => Widget.GetByRole(AriaRole.Dialog);

    public ILocator Question => Box(names.Question);

    public ILocator Message => Box(names.Message);

    public ILocator Conversation => Panel.GetByRole(AriaRole.Log, new() { Name = names.Conversation, Exact = true });

    public ILocator Email => Box(names.Email);

    public ILocator Rating => Panel.GetByRole(AriaRole.Group, new() { Name = names.HowWasIt, Exact = true });

    public Names Names => names;

    public ILocator Button(string name) => Widget.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Says(string text) => Panel.GetByText(text);

    public async Task Open()
    {
        await Launcher.ClickAsync();
        await Expect(Question).ToBeFocusedAsync();
    }

    /// <summary>Opens the panel on a page where a conversation is open; where it came along from the page before, it is open already.</summary>
    public async Task OpenTalk()
    {
        // One look and press, so that it does not open by itself in between and is closed by the press.
        await Launcher.EvaluateAsync("launcher => launcher.getRootNode().querySelector('[role=dialog]:not([hidden])') ?? launcher.click()");
        await Expect(Message).ToBeVisibleAsync();
    }

    /// <summary>By the shop's own link, in the same tab.</summary>
    public async Task GoTo(string link)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
        await Expect(page).ToHaveTitleAsync(link == "Home" ? "A shop: home" : "A shop: lamp");
    }

    public async Task Ask(string text)
    {
        await Open();
        await Question.FillAsync(text);
        await Button(names.Ask).ClickAsync();
        await Hears(text);
    }

    public async Task Say(string text)
    {
        await Message.FillAsync(text);
        await Button(names.Send).ClickAsync();
    }

    /// <summary>It stands in the conversation, and once.</summary>
    public Task HearsOnce(string text) => Expect(Conversation.GetByText(text, new() { Exact = true })).ToHaveCountAsync(1);

    public Task Hears(string text) => Expect(Conversation).ToContainTextAsync(text);

    public Task End() => Button(names.End).ClickAsync();

    public async Task Rate(int stars, bool mayPublish = false)
    {
        await Rating.GetByRole(AriaRole.Radio, new() { Name = $"{stars}", Exact = true }).CheckAsync();
        if (mayPublish) await Panel.GetByRole(AriaRole.Checkbox, new() { Name = names.MayPublish }).CheckAsync();
        await Button(names.SendRating).ClickAsync();
        await Expect(Panel.GetByRole(AriaRole.Status).Filter(new() { HasText = names.Thanks })).ToBeVisibleAsync();
    }

    private ILocator Box(string name) => Panel.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });
}
