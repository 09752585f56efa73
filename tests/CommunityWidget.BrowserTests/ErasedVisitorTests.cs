using System.IO.Compression;
using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Contracts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>A visitor takes what is kept of them along and has it erased, in the widget; everybody else sees the gaps at once.</summary>
public sealed class ErasedVisitorTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Does the brass darken with time?";
    private const string Answer = "It does, and lemon juice brings it back.";

    [Theory]
    [InlineData(320, false)]
    [InlineData(390, true)]
    public async Task A_finger_finds_what_is_kept_of_a_visitor_and_presses_one_thing_at_a_time(int width, bool isFirstScreen)
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Talked(Question, Answer);
        await visitor.Page.SetViewportSizeAsync(width, 844);
        if (isFirstScreen)
        {
            // As they find it another day: nothing of a talk was fetched.
            await visitor.Button("Ask another question").ClickAsync();
            await Expect(visitor.Question).ToBeVisibleAsync();
            await visitor.Page.ReloadAsync();
            await visitor.Open();
        }

        await visitor.Says("Your data").ClickAsync();
        foreach (var fold in await visitor.Panel.Locator("summary").AllAsync()) Assert.InRange((await fold.BoundingBoxAsync())!.Height, 44, 70);
        var (take, erase) = ((await visitor.Button("Download my data").BoundingBoxAsync())!, (await visitor.Button("Erase my data").BoundingBoxAsync())!);

        Assert.True(erase.X >= take.X + take.Width + 8 || erase.Y >= take.Y + take.Height + 8, $"{take.X}+{take.Width}, {erase.X}; {take.Y}+{take.Height}, {erase.Y}");
    }

    [Fact]
    public async Task A_visitor_takes_their_data_along_and_is_erased()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Talked(Question, Answer);
        await visitor.Rate(5, mayPublish: true);
        var nour = new ModerationPage(await scene.SignIn("Nour", Roles.Moderator, "/moderation"), Names.English);
        await nour.Waits(Question);
        await nour.Publish(Question);
        await nour.Page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(nour.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Question);

        await visitor.Says("Your data").ClickAsync();
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Button("Download my data").ClickAsync());
        using (var zip = ZipFile.OpenRead((await download.PathAsync())!))
        using (var json = new StreamReader(zip.GetEntry("person.json")!.Open()))
            Assert.Contains(Question, await json.ReadToEndAsync());
        await visitor.Button("Erase my data").ClickAsync();
        await visitor.Page.IsClean("before erasing for good");
        await visitor.Button("Erase for good").ClickAsync();
        await Expect(visitor.Says("Nothing you said is left here")).ToBeVisibleAsync();
        await Expect(visitor.Question).ToBeVisibleAsync();

        var gone = await nour.Page.ReloadAsync();
        Assert.Equal(410, gone!.Status);
        await Expect(nour.Page.GetByText(Answer)).ToHaveCountAsync(0);
        var ada = await scene.SignIn("Ada", Roles.Admin, "/admin");
        await ada.Page.GotoAsync($"{scene.Origin}/admin/audit?what=changed");
        await Expect(ada.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("erased a visitor");
        await ada.Page.IsClean("audit");
        await ada.Page.GotoAsync($"{scene.Origin}/admin/privacy");
        await ada.Page.GetByLabel("Number of one of their conversations").FillAsync("abcdefghij");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Find", Exact = true }).ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Nobody found");
        await ada.Page.IsClean("privacy");
        Assert.Empty(ada.Watch.Complaints);
        Assert.Empty(visitor.Watch.Complaints);
    }
}
