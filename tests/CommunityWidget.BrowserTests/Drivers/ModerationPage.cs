using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Drivers;

/// <summary>The moderators' page. It is rendered once, so it is loaded anew until what is looked for is there.</summary>
public sealed class ModerationPage(Seat seat, Names names)
{
    public IPage Page => seat.Page;

    public Watch Watch => seat.Watch;

    public async Task Waits(string question)
    {
        await Page.Until(Draft(question));
        await Expect(Draft(question)).ToBeVisibleAsync();
    }

    public Task Publish(string question) =>
        Draft(question).GetByRole(AriaRole.Button, new() { Name = names.Publish, Exact = true }).ClickAsync();

    /// <summary>Gives the page of a draft another title.</summary>
    public Task Name(string question, string title) => Draft(question).GetByRole(AriaRole.Textbox, new() { Name = names.PageTitle }).FillAsync(title);

    /// <summary>What the page says was just done.</summary>
    public ILocator Said => Page.Locator("main > form [role=status]");

    public ILocator Drafts => Page.GetByRole(AriaRole.List, new() { Name = names.ToReview }).Locator("> li");

    public ILocator Draft(string question) => Drafts.Filter(new() { HasText = question });

    /// <summary>Back to who answered, with a word on what to mend.</summary>
    public async Task SendBack(string question, string note)
    {
        await Draft(question).Locator("summary").Filter(new() { HasText = "Send back" }).ClickAsync();
        await Draft(question).GetByRole(AriaRole.Textbox, new() { Name = "What should they mend?" }).FillAsync(note);
        await Draft(question).GetByRole(AriaRole.Button, new() { Name = "Send back", Exact = true }).ClickAsync();
    }
}
