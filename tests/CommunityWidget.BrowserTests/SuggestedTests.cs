using System.Net.Http.Json;
using CommunityWidget.AnswerPages;
using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Threads;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>Answered before asking.</summary>
public sealed class SuggestedTests(Stage stage) : IClassFixture<Stage>
{
    private const string Title = "Does the brass of the reading lamp darken with time?";
    private const string Answer = "It does, and lemon juice brings it back.";
    private const string Typed = "will the brass of my reading lamp darken";

    [Fact]
    public async Task A_visitor_finds_the_answer_while_typing_reads_it_by_keyboard_and_asks_nothing()
    {
        await using var scene = await stage.Open();
        await Publish(scene);
        var visitor = await scene.Visitor();
        await visitor.Open();
        var found = visitor.Panel.GetByRole(AriaRole.Group, new() { Name = "Answers that may help" });
        await visitor.Question.PressSequentiallyAsync(Typed);
        var before = await visitor.Question.BoundingBoxAsync();
        await Expect(found).ToContainTextAsync(Answer);
        Assert.Equal(before, await visitor.Question.BoundingBoxAsync());
        await Expect(visitor.Question).ToBeFocusedAsync();
        await Expect(visitor.Panel.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 answer that may help, below your question");
        await visitor.Page.IsClean("answers while typing");

        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Panel.GetByRole(AriaRole.Heading, new() { Name = Title })).ToBeFocusedAsync();
        var page = await visitor.Panel.GetByRole(AriaRole.Link, new() { Name = "See the whole page" }).GetAttributeAsync("href");
        Assert.StartsWith($"{scene.Origin}/answers/{scene.Slug}/", page, StringComparison.Ordinal);
        await visitor.Page.IsClean("an answer being read");

        await visitor.Button("Ask anyway").ClickAsync();
        await Expect(visitor.Question).ToHaveValueAsync(Typed);
        await Expect(visitor.Question).ToBeFocusedAsync();
        await found.GetByRole(AriaRole.Button).ClickAsync();
        await visitor.Button("This answered me").ClickAsync();
        await Expect(visitor.Panel.GetByRole(AriaRole.Heading, new() { Name = "Glad it helped!" })).ToBeFocusedAsync();
        await visitor.Button("Ask something else").ClickAsync();
        await Expect(visitor.Question).ToHaveValueAsync("");

        Assert.Equal(1, await scene.Get<Db>().Find<long>("select count(*) from deflections d join pages p on p.id = d.page where p.title = @Title and p.site = (select id from sites where key = @Key)", new { Title, scene.Key }));
        // Whoever had asked first: this one is nobody.
        Assert.Equal(1, await scene.Visitors());
        Assert.DoesNotContain(visitor.Watch.Requests, request => request.Url.Contains("brass", StringComparison.Ordinal));
        Assert.Empty(visitor.Watch.Complaints);
    }

    private static async Task Publish(Scene scene)
    {
        using var http = new HttpClient { BaseAddress = new Uri(scene.Origin) };
        http.DefaultRequestHeaders.Add("X-Site", scene.Key);
        var welcome = await (await http.PostAsJsonAsync("/api/visitors", new { })).Content.ReadFromJsonAsync<VisitorWelcome>();
        http.DefaultRequestHeaders.Add("X-Visitor", welcome!.Token);
        var asked = await (await http.PostAsJsonAsync("/api/threads", new { key = $"{Guid.CreateVersion7():n}", text = Title })).Content.ReadFromJsonAsync<AskReply>();
        var thread = (await scene.Get<Db>().Find<ThreadRecord>("select * from threads where public_id = @ThreadId", new { asked!.Thread.ThreadId }))!;
        var page = new Edition
        {
            Id = Guid.CreateVersion7(), PublicId = ThreadStore.NewPublicId(), Thread = thread.Id, Site = thread.Site, State = Publications.Review,
            Title = Title, Slug = Edition.SlugOf(Title), Question = Title, AskedAt = 1, ProposedAt = 1, UpdatedAt = 1,
        };
        await scene.Write(async tx =>
        {
            await scene.Get<EditionStore>().Add(tx, page, [new Answer { Position = 1, AuthorName = "Maya", SourceSeqs = "", Body = Answer, State = "accepted", AnsweredAt = 1 }]);
            await scene.Get<EditionStore>().Move(tx, page, Publications.Published, Title, 1);
        });
    }
}
