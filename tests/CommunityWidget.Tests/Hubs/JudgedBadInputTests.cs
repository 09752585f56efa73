using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Data;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>What people type to break websites, as judges see it.</summary>
public sealed class JudgedBadInputTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static readonly string[] Expected =
    [
        "text_empty", "text_too_long", "text_control_characters", "text_insulting", "text_spam", "link_not_safe", "text_repeated",
    ];

    [BadInputFact]
    public async Task They_pass_wait_or_are_refused_by_number_and_break_no_judge()
    {
        var shop = await app.Open();
        await using var visitor = await shop.ConnectedVisitor();
        var thread = (await visitor.Socket.Ask(Keys.Question("May I?"))).Value!.Thread.ThreadId;
        var taken = 0;
        foreach (var payload in BadInputs.Every(7))
        {
            var reply = await visitor.Socket.Send(new VisitorMessage(thread, Keys.New(), payload));
            if (reply.Refusal is { } refusal) Assert.Contains(refusal.Code, Expected);
            else taken++;
        }
        Assert.True(taken > 100, $"{taken} were taken");
        await app.Check();
    }
}
