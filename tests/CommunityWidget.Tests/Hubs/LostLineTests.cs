using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>A line that breaks under a method: what the method does is done, and its end is no fault of the program's.</summary>
public sealed class LostLineTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task A_line_lost_while_accepting_is_no_fault_of_the_program()
    {
        var shop = await app.Open();
        for (var round = 0; round < 5; round++)
        {
            await using var member = await shop.SuperUser();
            await using var visitor = await shop.ConnectedVisitor();
            var id = (await visitor.Socket.Ask(Keys.Question($"Round {round}"))).Value!.Thread.ThreadId;
            var offer = await member.NextOffer(id);
            var (gate, inside) = (new TaskCompletionSource(), new TaskCompletionSource());
            var slow = app.Write(async tx =>
            {
                await tx.Query<Guid>($"select id from threads where public_id = @id{tx.Dialect.ForUpdate}", new { id });
                inside.SetResult();
                await gate.Task;
            });
            await inside.Task;
            var accepting = member.Accept(offer.OfferId);
            // The hub has it once it answers what was asked before on another line of this program.
            await visitor.Http.Resume(id, 0);
            member.Line.Vanish();
            await Assert.ThrowsAsync<HubError>(() => accepting);
            await visitor.Http.Resume(id, 0);
            gate.SetResult();
            await slow;
            // Accepted, or parked where the line's end was stored first.
            await visitor.Screen.Until(id, e => e.Status is { Reason: "accepted" or "parked" }, "an outcome");
            await visitor.Socket.End(id);
        }
        await app.Check();
    }
}
