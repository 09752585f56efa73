using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Drivers;

/// <summary>The moderators' page. It is rendered once, so it is loaded anew until what is looked for is there.</summary>
public sealed class ModerationPage(Seat seat, Names names)
{
    private const int Loads = 100;

    public IPage Page => seat.Page;

    public Watch Watch => seat.Watch;

    public async Task Waits(string question)
    {
        for (var load = 0; load < Loads && await Draft(question).CountAsync() == 0; load++) await Page.ReloadAsync();
        await Expect(Draft(question)).ToBeVisibleAsync();
    }

    public Task Publish(string question) =>
        Draft(question).GetByRole(AriaRole.Button, new() { Name = names.Publish, Exact = true }).ClickAsync();

    /// <summary>Gives the page of a draft another title.</summary>
    public Task Name(string question, string title) => Draft(question).GetByRole(AriaRole.Textbox, new() { Name = names.PageTitle }).FillAsync(title);

    private ILocator Draft(string question) =>
        Page.GetByRole(AriaRole.List, new() { Name = names.ToReview }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = question });
}
