using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Drivers;

/// <summary>What the super users' console and the agents' inbox share.</summary>
public abstract class DeskPage(Seat seat, Names names)
{
    public IPage Page => seat.Page;

    protected Names Names => names;

    public Watch Watch => seat.Watch;

    public ILocator Available => Page.GetByRole(AriaRole.Switch, new() { Name = names.Available, Exact = true });

    public ILocator Waiting => Page.GetByRole(AriaRole.List, new() { Name = names.Waiting });

    /// <summary>The conversations on the screen.</summary>
    public ILocator Talks => Page.GetByRole(AriaRole.Region, new() { Name = names.ConversationWith });

    public ILocator Talk(string question) => Talks.Filter(new() { HasText = question });

    public ILocator Message => Talks.GetByRole(AriaRole.Textbox, new() { Name = names.Message, Exact = true });

    public async Task BecomeAvailable()
    {
        await Available.ClickAsync();
        await Expect(Available).ToHaveAttributeAsync("aria-checked", "true");
    }

    public async Task BecomeAway()
    {
        await Available.ClickAsync();
        await Expect(Available).ToHaveAttributeAsync("aria-checked", "false");
    }

    public ILocator MessageOf(string question) => Talk(question).GetByRole(AriaRole.Textbox, new() { Name = names.Message, Exact = true });

    /// <summary>Own messages that no server has acknowledged.</summary>
    public ILocator Unsent => Talks.Locator(".message").Filter(new() { HasText = names.NotSent });

    /// <summary>What a bubble says, each as often as it stands there.</summary>
    public ILocator Bubbles(string text) => Talks.Locator(".bubble").GetByText(text, new() { Exact = true });

    public ILocator Alert => Page.Locator(".line-banner[role=alert]");

    public ILocator Hint => Page.Locator(".line-banner[role=status]");

    public ILocator Undo => Page.GetByRole(AriaRole.Button, new() { Name = names.Undo }).Locator("visible=true");

    public ILocator LineOfChat(string text) => Page.Locator(".chat-line").Filter(new() { HasText = text });

    /// <summary>Joins a conversation somebody else holds.</summary>
    public async Task Join(string question)
    {
        var fold = Page.GetByRole(AriaRole.Button, new() { Name = names.OthersTalks });
        if (await fold.GetAttributeAsync("aria-expanded") == "false") await fold.ClickAsync();
        await Button(Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = question }), names.Join).ClickAsync();
        await Expect(Talk(question)).ToBeVisibleAsync();
    }

    public Task TakeOver(string question) => Button(Talk(question), names.TakeOver).ClickAsync();

    public Task Leave(string question) => Button(Talk(question), names.Leave).ClickAsync();

    public async Task Take(string question)
    {
        await Button(Waiting.GetByRole(AriaRole.Listitem).Filter(new() { HasText = question }), names.Take).ClickAsync();
        await Expect(Talk(question)).ToBeVisibleAsync();
    }

    /// <summary>Answers a question whose visitor has gone.</summary>
    public async Task AnswerLater(string question, string answer)
    {
        var item = Waiting.GetByRole(AriaRole.Listitem).Filter(new() { HasText = question });
        await Button(item, names.Take).ClickAsync();
        await item.GetByRole(AriaRole.Textbox).FillAsync(answer);
        await item.Locator("button[type=submit]").ClickAsync();
        await Expect(item).ToHaveCountAsync(0);
    }

    public async Task Say(string text)
    {
        await Message.FillAsync(text);
        await Button(Talks, names.Send).ClickAsync();
    }

    public Task Hears(string text) => Expect(Talks.GetByRole(AriaRole.Log)).ToContainTextAsync(text);

    public Task End() => Button(Talks, names.End).ClickAsync();

    public Task Release() => Button(Talks, names.Release).ClickAsync();

    /// <summary>Presses Done under conversations that are over.</summary>
    public async Task PutAway(int count)
    {
        var done = Talks.GetByRole(AriaRole.Button, new() { Name = names.Done, Exact = true });
        for (var left = count; left > 0; left--)
        {
            await Expect(done).ToHaveCountAsync(left);
            await done.First.ClickAsync();
        }
        await Expect(done).ToHaveCountAsync(0);
    }

    protected static ILocator Button(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
