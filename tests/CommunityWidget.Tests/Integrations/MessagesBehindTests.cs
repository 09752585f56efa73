using CommunityWidget.Contracts;
using CommunityWidget.Integrations;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Integrations;

/// <summary>Messages that come while an earlier event of their thread waits: stored once, told each in its turn.</summary>
public sealed class MessagesBehindTests
{
    [Fact]
    public async Task Messages_behind_one_that_waits_are_stored_nowhere_else_and_are_counted_and_told_in_order()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        var (hook, _) = await world.Listen(shop.Address, events: "message.added thread.closed");
        await world.Save(hook with { PausedAt = world.Now });
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        for (var i = 0; i < 20; i++) await world.Say(visitor, thread, $"And {i}?");
        await world.End(maya, thread);

        Assert.Equal(2, await world.Rows("deliveries"));
        Assert.Equal(22, (await world.Get<DeliveryStore>().Standings(world.Here.Id))[hook.Id].Waiting);

        await world.Save(hook);
        await world.Deliver();
        Assert.Equal((await world.Get<ThreadStore>().Events(thread.Id, 0)).Where(e => e.Kind == EventKinds.Message || e.Status is { Reason: "ended" }).Select(e => e.Seq), shop.Came.Select(p => p.Body.Seq));
        Assert.Equal(0, await world.Rows("deliveries where follows is not null or state = 'new'"));
    }

    [Fact]
    public async Task Messages_that_were_committed_together_are_each_told_in_order()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        await world.Listen(shop.Address, events: "message.added");
        var (visitor, thread) = await world.TalkWith(await world.Join());
        await world.Deliver();
        var batch = world.Get<ThreadBatch>();
        await world.Db.Write<Done>(async tx =>
        {
            var locked = (await batch.Lock(tx, [thread.PublicId], [(world.Here.Id, visitor.Id, "none")])).Threads[thread.PublicId];
            await batch.Append(tx, [.. Enumerable.Range(1, 3).Select(place => new NumberedMessage(locked, new EventRow
            {
                Thread = locked.Id, Seq = locked.LastSeq + place, Kind = EventKinds.Message, AuthorKind = "visitor", Author = visitor.Id, ClientKey = $"together-{place}", Body = $"{place}", At = world.Now,
            }))]);
            return Done.It;
        });

        await world.Deliver();

        var said = (await world.Get<ThreadStore>().Events(thread.Id, 0)).Where(e => e.Kind == EventKinds.Message).Select(e => e.Seq).ToList();
        Assert.Equal((4, true), (said.Count, said.SequenceEqual(shop.Came.Select(p => p.Body.Seq))));
    }

    [Fact]
    public async Task Messages_behind_one_that_grew_too_old_go_on_without_it()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        var (hook, _) = await world.Listen(shop.Address, events: "message.added");
        await world.Save(hook with { PausedAt = world.Now });
        var (visitor, thread) = await world.TalkWith(await world.Join());
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Say(visitor, thread, "Later?");
        Assert.Equal(1, await world.Rows("deliveries where follows is not null"));

        world.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(30));
        await world.Get<ForgetDeliveries>().Run();
        await world.Save(hook);
        await world.Deliver();

        Assert.Equal([(await world.Again(thread)).LastSeq], shop.Came.Select(p => p.Body.Seq));
    }

    [Fact]
    public async Task Messages_behind_one_that_an_earlier_version_settled_are_told_a_minute_later()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        var (hook, _) = await world.Listen(shop.Address, events: "message.added");
        await world.Save(hook with { PausedAt = world.Now });
        var (visitor, thread) = await world.TalkWith(await world.Join());
        await world.Say(visitor, thread, "One?");
        await world.Say(visitor, thread, "Two?");
        // It knows of no place that was written down.
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update deliveries set state = 'done'");
            return Done.It;
        });
        await world.Say(visitor, thread, "Three?");

        await world.Get<MessagesBehind>().Run();
        await world.Save(hook);
        await world.Deliver();

        var said = (await world.Get<ThreadStore>().Events(thread.Id, 0)).Where(e => e.Kind == EventKinds.Message).Select(e => e.Seq).ToList();
        Assert.Equal(said[1..], shop.Came.Select(p => p.Body.Seq).Order());
    }
}
