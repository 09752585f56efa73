using CommunityWidget.BrowserTests.Testing;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

public sealed class LadderTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Which bulb fits the brass one?";

    [Fact]
    public async Task Who_says_not_for_me_leaves_the_question_to_the_next()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        var leo = await scene.SuperUser("Leo");
        await maya.BecomeAvailable();
        await leo.BecomeAvailable();
        var visitor = await scene.Visitor();

        await visitor.Ask(Question);
        await maya.SeesOffer(Question);
        await maya.Decline(Question);
        await Expect(maya.Offers).Not.ToContainTextAsync(Question);
        await leo.Accept(Question);

        await Expect(visitor.Says("Leo is here for you")).ToBeVisibleAsync();
        await leo.Say("An E27, up to 60 W.");
        await visitor.Hears("An E27, up to 60 W.");
        Assert.Empty(maya.Watch.Complaints);
        Assert.Empty(leo.Watch.Complaints);
    }

    [Fact]
    public async Task When_all_have_said_not_for_me_the_team_gets_the_question_and_takes_it()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        var sam = await scene.Agent("Sam");
        await maya.BecomeAvailable();
        await sam.BecomeAvailable();
        var visitor = await scene.Visitor();

        await visitor.Ask(Question);
        await maya.SeesOffer(Question);
        await maya.Decline(Question);
        await Expect(visitor.Says("Our team has your question")).ToBeVisibleAsync();
        await sam.Take(Question);

        await Expect(visitor.Says("shop team")).ToBeVisibleAsync();
        await sam.Say("Any E27 bulb does.");
        await visitor.Hears("Any E27 bulb does.");
        await visitor.Say("Thank you");
        await sam.Hears("Thank you");
        Assert.Empty(visitor.Watch.Complaints);
        Assert.Empty(sam.Watch.Complaints);
    }

    [Fact]
    public async Task With_nobody_there_the_visitor_is_told_so_and_leaves_an_e_mail()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Visitor();

        await visitor.Ask(Question);
        await Expect(visitor.Says("Nobody is free right now")).ToBeVisibleAsync();
        await visitor.Email.FillAsync("someone@example.org");
        await visitor.Button("E-mail me").ClickAsync();

        await Expect(visitor.Says("We have sent you a link")).ToBeVisibleAsync();
        await Expect(visitor.Email).ToBeHiddenAsync();
        Assert.Empty(visitor.Watch.Complaints);
    }

    [Fact]
    public async Task A_super_user_accepts_and_answers_on_a_phone()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya", Phone.Options);
        await maya.BecomeAvailable();
        var visitor = await scene.Visitor();

        await visitor.Ask(Question);
        await maya.Accept(Question);
        await maya.Say("An E27.");
        await visitor.Hears("An E27.");
        await visitor.Say("And how bright?");
        await maya.Hears("And how bright?");
        await maya.End();

        await Expect(visitor.Rating).ToBeVisibleAsync();
        Assert.Empty(maya.Watch.Complaints);
    }
}
