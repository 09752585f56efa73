using System.Text;
using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.Data;
using CommunityWidget.Threads;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>Every payload on every page that shows what people typed: read as text, run by nobody.</summary>
public sealed class BadInputTests(Stage stage) : IClassFixture<Stage>
{
    private const string Script = "\"><img src=x onerror=alert(1)>";
    private const string Question = "</textarea></title></script><svg onload=alert(document.domain)>{{7*7}}${7*7}%0d%0aX: y?";

    [BadInputFact]
    public async Task Whatever_was_typed_is_shown_as_text_on_every_page()
    {
        // Judges would let some of it wait or turn it away; here all of it is to be shown.
        await using var program = Product.Start(web => web.UseSetting("Moderation:Judge", "false"));
        await using var scene = await stage.On(program).Open();
        await scene.Rename("<b onmouseover=alert(2)>Shop</b>");
        var maya = await scene.SuperUser($"Maya{Script}");
        await maya.BecomeAvailable();
        var visitor = await scene.Visitor();
        var dialogs = Dialogs(visitor.Page, maya.Page);
        await visitor.Ask(Question);
        await maya.Accept(Question);

        var packs = Packed();
        // Not all at once: whoever is slow to read half a megabyte is let go of, which is another test's matter.
        foreach (var (turn, some) in packs.Chunk(30).Index())
        {
            await Say(scene, some, turn);
            await Expect(visitor.Conversation).ToContainTextAsync(some[^1][^80..]);
        }

        foreach (var log in new[] { visitor.Conversation, maya.Talk(Question).GetByRole(AriaRole.Log) })
        {
            await Expect(log).ToContainTextAsync(packs[^1][^80..]);
            var shown = await log.Locator("p").AllTextContentsAsync();
            Assert.Equal(packs, shown.Where(text => packs.Contains(text)).Distinct());
            // Somebody who moves and presses keys over all of it.
            await log.HoverAsync();
            await log.PressAsync("PageUp");
        }
        await visitor.End();
        await visitor.Rate(5, mayPublish: true);

        var nour = await scene.SignIn($"Nour{Script}", Roles.Moderator, "/moderation");
        dialogs = [.. dialogs, .. Dialogs(nour.Page)];
        var moderation = new ModerationPage(nour, Names.English);
        await moderation.Waits("onload=alert");
        await Expect(nour.Page.Locator(".words").Last).ToContainTextAsync(packs[1][..40]);
        await moderation.Publish("onload=alert");
        await nour.Page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(nour.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Question);
        await nour.Page.GotoAsync($"{scene.Origin}/answers/{scene.Slug}");
        await Expect(nour.Page.GetByRole(AriaRole.Link, new() { Name = Question })).ToBeVisibleAsync();

        Assert.Empty(dialogs.SelectMany(d => d));
        foreach (var watch in new[] { visitor.Watch, maya.Watch, nour.Watch })
        {
            Assert.Empty(watch.Complaints);
            Assert.Empty(watch.Origins.Except([scene.Origin, scene.Shop.Origin]));
        }
    }

    /// <summary>As many payloads to a message as it holds, so that all of them stand on one page.</summary>
    private static List<string> Packed()
    {
        var packs = new List<string>();
        var pack = new StringBuilder();
        foreach (var payload in BadInputs.All().Select(p => MessageText.Clean(p).Value).OfType<string>())
        {
            if (pack.Length + payload.Length > 3_500 && pack.Length > 0) Flush();
            pack.Append(payload).Append('\n');
        }
        Flush();
        return packs;

        void Flush()
        {
            if (MessageText.Clean(pack.ToString().Trim()).Value is { } text) packs.Add(text);
            pack.Clear();
        }
    }

    // One half said by each side, straight through the product's own use case: typing them is another test's matter.
    private static async Task Say(Scene scene, IReadOnlyList<string> packs, int turn)
    {
        var (visitor, member, thread) = await scene.OnlyConversation();
        var send = scene.Get<SendMessage>();
        foreach (var (text, place) in packs.Select((text, place) => (text, place)))
        {
            var key = $"pack-{turn:000}-{place:00}";
            var reply = place % 2 == 0
                ? await send.Run(visitor, new VisitorMessage(thread.PublicId, key, text))
                : await send.Run(member, new MemberMessage(thread.PublicId, key, text, thread.Fence));
            Assert.NotNull(reply.Value);
        }
    }

    private static List<string>[] Dialogs(params IPage[] pages) => [.. pages.Select(page =>
    {
        var opened = new List<string>();
        page.Dialog += (_, dialog) =>
        {
            opened.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };
        return opened;
    })];
}
