using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Drivers;

/// <summary>A super user's console.</summary>
public sealed class ConsolePage(Seat seat, Names names) : DeskPage(seat, names)
{
    private readonly Names _names = names;

    public ILocator Offers => Page.GetByRole(AriaRole.Region, new() { Name = _names.Offers, Exact = true });

    public Task SeesOffer(string question) => Expect(Offers).ToContainTextAsync(question);

    public async Task Accept(string question)
    {
        await Button(Offer(question), _names.Accept).ClickAsync();
        await Expect(Talk(question)).ToBeVisibleAsync();
    }

    public Task Decline(string question) => Button(Offer(question), _names.NotForMe).ClickAsync();

    private ILocator Offer(string question) => Offers.GetByRole(AriaRole.Listitem).Filter(new() { HasText = question });
}
