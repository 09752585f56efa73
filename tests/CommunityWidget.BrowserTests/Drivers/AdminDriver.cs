using CommunityWidget.Admin.Texts;
using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Drivers;

/// <summary>An owner before the administration; what they press is called as the page calls it in their language.</summary>
public sealed class AdminDriver(Seat seat, string origin, string language)
{
    private readonly AdminTexts _texts = AdminTexts.In(language);

    public IPage Page => seat.Page;

    public Watch Watch => seat.Watch;

    public Task Go(string path) => Page.GotoAsync($"{origin}{path}?lang={language}");

    /// <summary>A site of their own, on which they go on.</summary>
    public async Task Create(string name, string slug)
    {
        await Go("/admin");
        await Page.GetByRole(AriaRole.Link, new() { Name = _texts.NewSite }).ClickAsync();
        await Page.GetByLabel(_texts.SiteName, new() { Exact = true }).FillAsync(name);
        await Page.GetByLabel(_texts.SlugLabel, new() { Exact = true }).FillAsync($"{slug}-{Guid.CreateVersion7().ToString("n")[20..]}");
        await Button(_texts.CreateSite).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
    }

    /// <summary>By the list of their sites in the page's head.</summary>
    public async Task SwitchTo(string name)
    {
        await Page.Locator("details.sites > summary").ClickAsync();
        await Button(name).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
    }

    /// <summary>The key in the tag on the screen.</summary>
    public async Task<string> Key() => (await Page.Locator("#script-tag").InnerTextAsync()).Split("data-site=\"")[1].Split('"')[0];

    /// <summary>The page says by itself where the tag was seen, and offers to allow it.</summary>
    public async Task AllowSeen(string shop) => await Button(_texts.Allow(shop)).ClickAsync(new() { Timeout = 30_000 });

    public Task SaidSeen(string shop) => Expect(Page.Locator(".seen")).ToContainTextAsync(shop);

    /// <summary>The link made for somebody.</summary>
    public async Task<string> Invite(string name, string email, string role)
    {
        await Go("/admin/people");
        await Page.GetByLabel(_texts.Email, new() { Exact = true }).FillAsync(email);
        await Page.GetByLabel(_texts.Name, new() { Exact = true }).FillAsync(name);
        await Page.GetByLabel(role, new() { Exact = true }).CheckAsync();
        await Page.Locator("input[name='Form.Languages']").First.CheckAsync();
        await Page.Locator($"input[name='Form.Languages'][value='{language}']").CheckAsync();
        await Button(_texts.MakeLink).ClickAsync();
        return await Page.Locator("#link").InnerTextAsync();
    }

    public async Task SaidAvailable(int count)
    {
        await Go("/admin");
        await Expect(Page.GetByText(_texts.AvailableCount(count))).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
