using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.AnswerPages;
using CommunityWidget.Integrations;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Holding;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Integrations;

/// <summary>Every event reaches whoever subscribed, in order per thread, whatever becomes of the others.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task A_conversation_is_told_in_order_signed_and_without_saying_who_asked()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        var (_, secret) = await world.Listen(shop.Address);
        var maya = await world.Join();

        var thread = await world.Talk(maya, messages: 1);
        await world.Deliver();

        Assert.Equal(["message.added", "thread.waiting", "message.added", "message.added", "thread.closed"], shop.Came.Select(p => p.Body.Type));
        Assert.Equal(shop.Came.Select(p => p.Body.Seq).Order(), shop.Came.Select(p => p.Body.Seq));
        Assert.All(shop.Came, p => Assert.True(p.IsSignedBy(secret) && !p.IsSignedBy(WebhookSecrets.New())));
        Assert.All(shop.Came, p => Assert.Equal(($"{thread.PublicId}-{p.Body.Seq}", p.Body.Id, thread.PublicId, "here"), (p.Id, p.Id, p.Body.Thread!.Id, p.Body.Site)));
        Assert.Equal(["visitor", "super_user", "visitor"], shop.Came.Select(p => p.Body.Message?.From).OfType<string>());
        Assert.All(shop.Came, p => Assert.Null(p.Body.Message?.Text));
        Assert.Equal(("closed", "ended"), (shop.Came[^1].Body.Status!.State, shop.Came[^1].Body.Status!.Reason));
    }

    [Fact]
    public async Task Nobody_hears_what_they_did_not_ask_for_or_what_happens_next_door()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        await world.Listen(shop.Address, events: "thread.fell_back thread.parked");
        await world.Listen(shop.Address, world.There);

        await world.Question();
        await world.RunMatching();
        await world.Deliver();

        Assert.Equal(["thread.parked"], shop.Came.Select(p => p.Body.Type));
    }

    [Fact]
    public async Task Falling_back_and_publishing_are_told_too()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        await world.Listen(shop.Address, events: "thread.fell_back answer.published", withText: true);
        var (maya, agent) = (await world.Join(), await world.JoinAgent());
        var moderator = await world.Join(roles: Roles.Moderator);
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Say(maya, thread);
        await world.End(maya, thread);
        await world.Get<RateThread>().Run(visitor, new RatingRequest(thread.PublicId, 5, null, true));
        await world.RunMatching();
        await world.Leave(maya);
        await world.Question();
        await world.RunMatching();
        var draft = Assert.Single(await world.Get<EditionStore>().InReview(world.Here.Id));
        await world.Get<ReviewThread>().Publish(moderator, draft.PublicId, "Which size?");
        await world.Wait(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(1));

        Assert.Equal(["answer.published", "thread.fell_back"], shop.Came.Select(p => p.Body.Type).Order());
        var published = shop.Came.Single(p => p.Body.Type == "answer.published").Body;
        Assert.Equal(("Which size?", $"{thread.PublicId}-{published.Seq}-published"), (published.Answer!.Title, published.Id));
        Assert.StartsWith($"http://localhost/answers/here/{draft.PublicId}/", published.Answer.Url);
        Assert.NotNull(agent);
    }

    [Fact]
    public async Task Text_is_sent_where_it_was_asked_for_without_what_reaches_a_person()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        await world.Listen(shop.Address, events: "message.added", withText: true);
        var visitor = await world.Arrive();

        await world.Ask(visitor, text: "Write to ann.b+c@mail.example, ann at mail dot com or call +33 6 12 34 56 78, it cost 49.90 in 2024.");
        await world.Deliver();

        Assert.Equal("Write to [e-mail], [e-mail] or call [phone], it cost 49.90 in 2024.", shop.Came.Single().Body.Message!.Text);
    }

    [Fact]
    public async Task What_was_rolled_back_is_never_told()
    {
        await using var world = await HookWorld.Start();
        var (hook, _) = await world.Listen("http://127.0.0.1:9");
        var thread = await world.Question();
        var before = await world.Get<DeliveryStore>().Log(hook.Id, onlyFailed: false, below: null, 100);
        await world.Db.Write<Done>(async tx =>
        {
            await world.Get<Subscriptions>().Add(tx, thread, 9, SubscribedKinds.Closed);
            return Refusals.NotPossibleNow;
        });

        Assert.Equal(before.Count, (await world.Get<DeliveryStore>().Log(hook.Id, onlyFailed: false, below: null, 100)).Count);
    }

    [Fact]
    public async Task An_endpoint_down_for_half_an_hour_gets_everything_afterwards_in_order()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        await world.Listen(shop.Address);
        var maya = await world.Join(seats: 5);
        await shop.Down();

        var threads = new[] { await world.Talk(maya), await world.Talk(maya), await world.Talk(maya) };
        await world.Deliver();
        await world.Wait(TimeSpan.FromMinutes(30));
        Assert.Empty(shop.Came);
        await shop.Up();
        await world.Wait(TimeSpan.FromMinutes(10));

        foreach (var thread in threads)
        {
            var told = shop.Came.Where(p => p.Body.Thread!.Id == thread.PublicId).Select(p => p.Body.Seq).ToList();
            Assert.Equal(told.Order().Distinct(), told);
            Assert.Equal(await Subscribed(world, thread), told);
        }
    }

    [Fact]
    public async Task After_five_errors_an_event_is_set_aside_and_what_is_behind_goes_on()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        var (hook, _) = await world.Listen(shop.Address);
        var thread = await world.Talk(await world.Join());
        var first = $"{thread.PublicId}-1";
        shop.Answer = (posted, _) => Task.FromResult(posted.Id == first ? 500 : 200);

        await world.Deliver();
        Assert.Single(shop.Came);
        await world.Wait(TimeSpan.FromMinutes(40));

        Assert.Equal(5, shop.Came.Count(p => p.Id == first));
        Assert.Equal((await Subscribed(world, thread)).Skip(1), shop.Came.Where(p => p.Answered == 200).Select(p => p.Body.Seq));
        var dead = Assert.Single(await world.Get<DeliveryStore>().Log(hook.Id, onlyFailed: true, below: null, 10));
        Assert.Equal(first, dead.Event);
        var tries = await world.Get<DeliveryStore>().Tries(hook.Id, [first]);
        Assert.Equal([1L, 2, 3, 4, 5], tries.Select(t => t.Number));
        Assert.All(tries, t => Assert.Equal((500L, "that went wrong  here"), (t.Status!.Value, t.Answer)));
        // Two and a half minutes, five, ten, twenty; looked for once a minute.
        var waits = tries.Zip(tries.Skip(1), (one, next) => (next.At - one.At) / 60_000.0);
        Assert.All(waits.Zip([2.5, 5, 10, 20]), pair => Assert.InRange(pair.First, pair.Second, pair.Second + 1));
    }

    [Fact]
    public async Task What_failed_is_sent_again_when_an_admin_says_so_under_the_same_id()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        var (hook, secret) = await world.Listen(shop.Address, events: "thread.waiting thread.parked");
        var thread = await world.Question();
        await world.RunMatching();
        shop.Answer = (_, _) => Task.FromResult(500);
        await world.Wait(TimeSpan.FromMinutes(90));
        shop.Answer = (_, _) => Task.FromResult(200);
        await world.Wait(TimeSpan.FromMinutes(90));
        Assert.Empty(shop.Taken);

        Assert.Equal(2, await world.Get<DeliveryStore>().Replay(hook.Id, only: null));
        await world.Deliver();
        Assert.Equal([$"{thread.PublicId}-2", $"{thread.PublicId}-{(await world.Again(thread)).LastSeq}"], shop.Taken);
        Assert.All(shop.Came, p => Assert.True(p.IsSignedBy(secret)));

        Assert.Equal(1, await world.Get<DeliveryStore>().Replay(hook.Id, only: $"{thread.PublicId}-2"));
        await world.Deliver();
        Assert.Equal(3, shop.Taken.Count);
        Assert.Equal(0, await world.Get<DeliveryStore>().Replay(hook.Id, only: "somebody-elses"));
    }

    [Fact]
    public async Task A_slow_endpoint_holds_up_neither_another_one_nor_a_chat()
    {
        await using var world = await HookWorld.Start();
        await using var slow = await WebhookReceiver.Start();
        await using var quick = await WebhookReceiver.Start();
        slow.Answer = async (_, gone) => { await Task.Delay(Timeout.Infinite, gone); return 200; };
        var (stuck, _) = await world.Listen(slow.Address);
        await world.Listen(quick.Address);
        var maya = await world.Join(seats: 5);
        await world.Question();
        var held = world.Get<DeliverWebhooks>().Run(stuck.Id);
        await slow.Until(1);

        var thread = await world.Talk(maya);
        var other = (await world.Get<DeliveryStore>().Due()).Single(id => id != stuck.Id);
        while (await world.Get<DeliverWebhooks>().Run(other)) { }
        Assert.Equal(await Subscribed(world, thread), quick.Came.Where(p => p.Body.Thread!.Id == thread.PublicId).Select(p => p.Body.Seq));

        Assert.False(held.IsCompleted);
        world.Clock.Advance(TimeSpan.FromSeconds(11));
        await held;
        var tried = Assert.Single(await world.Get<DeliveryStore>().Tries(stuck.Id, [slow.Came[0].Id]));
        Assert.Equal((Troubles.TooSlow, true), (tried.Trouble, tried.TookMs >= 10_000));
    }

    [Fact]
    public async Task However_much_waits_for_an_endpoint_that_is_away_one_event_of_each_conversation_is_looked_at()
    {
        await using var world = await HookWorld.Start();
        var (hook, _) = await world.Listen("http://127.0.0.1:9");
        var maya = await world.Join(seats: 5);

        foreach (var messages in new[] { 1, 4, 9 }) await world.Talk(maya, messages);
        Assert.Equal(3, await world.Rows($"deliveries where due_at <= {world.Now}"));
        await world.Deliver();
        Assert.Equal(0, await world.Rows($"deliveries where due_at <= {world.Now}"));

        var first = (await world.Get<DeliveryStore>().Log(hook.Id, onlyFailed: false, below: null, 100)).MinBy(d => d.DueAt)!;
        await world.Get<DeliveryStore>().Settle(first, new Try { Status = 200 }, DeliveryStates.Done, world.Now);
        Assert.Equal(1, await world.Rows($"deliveries where due_at <= {world.Now} and state = 'new' and seq > {first.Seq}"));
    }

    [Fact]
    public async Task An_event_stored_while_the_one_before_it_is_settled_is_told_too()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        var (hook, _) = await world.Listen(shop.Address, events: "message.added");
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Deliver();

        for (var i = 0; i < 60; i++) await Task.WhenAll(Task.Run(() => world.Say(visitor, thread, $"And {i}?")), Task.Run(() => world.Get<DeliverWebhooks>().Run(hook.Id)));
        await world.Deliver();

        Assert.Equal((await world.Get<ThreadStore>().Events(thread.Id, 0)).Where(e => e.Kind == EventKinds.Message).Select(e => e.Seq), shop.Came.Select(p => p.Body.Seq));
    }

    [Fact]
    public async Task What_stands_behind_an_event_that_grew_too_old_while_paused_is_told_afterwards()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        var (hook, _) = await world.Listen(shop.Address, events: "message.added");
        await world.Save(hook with { PausedAt = world.Now });
        var (visitor, thread) = await world.TalkWith(await world.Join());
        world.Clock.Advance(TimeSpan.FromDays(10));
        await world.Say(visitor, thread);

        world.Clock.Advance(TimeSpan.FromDays(5));
        await world.Get<ForgetDeliveries>().Run();
        await world.Save(hook);
        await world.Deliver();

        Assert.Equal([(await world.Again(thread)).LastSeq], shop.Came.Select(p => p.Body.Seq));
    }

    [Fact]
    public async Task What_was_held_and_comes_later_holds_up_nothing_that_waits_behind_its_place()
    {
        await using var world = await HookWorld.Start();
        var (hook, _) = await world.Listen("http://127.0.0.1:9", events: "thread.closed");
        var thread = await world.Question();
        foreach (var seq in new[] { 100, 50, 150 })
        {
            await world.Db.Write<Done>(async tx =>
            {
                await world.Get<Subscriptions>().Add(tx, thread, seq, SubscribedKinds.Closed);
                return Done.It;
            });
        }

        await world.Deliver();

        Assert.All(await world.Get<DeliveryStore>().Log(hook.Id, onlyFailed: false, below: null, 10), delivery => Assert.Equal(DeliveryStates.Done, delivery.State));
    }

    [Fact]
    public async Task A_held_question_that_is_let_through_while_its_visitor_asks_another_is_told_as_parked()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        await world.Listen(shop.Address, events: "thread.parked");
        var (nour, visitor) = (await world.Join(roles: Roles.Moderator), await world.Arrive());
        await world.Join();
        visitor = visitor with { Site = visitor.Site with { Judging = new(Held: "wombat") } };
        var held = await world.Thread(visitor, (await world.Ask(visitor, text: "Sell me a wombat, please.")).Value!.Thread.ThreadId);
        Assert.Equal(ThreadStates.Waiting, (await world.Ask(visitor)).Value!.Thread.State);
        await world.Deliver();
        Assert.Empty(shop.Came);

        Assert.NotNull((await world.Get<DecideHeld>().Pass(nour, held.PublicId, 1)).Value);
        await world.Deliver();

        Assert.Equal((ThreadStates.Parked, held.PublicId), (Assert.Single(shop.Came).Body.Status!.State, shop.Came[0].Body.Thread!.Id));
    }

    [Fact]
    public async Task While_it_is_paused_nothing_is_sent_and_nothing_is_lost()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        var (hook, _) = await world.Listen(shop.Address);
        await world.Save(hook with { PausedAt = world.Now });
        var thread = await world.Talk(await world.Join());
        await world.Deliver();
        Assert.Empty(shop.Came);

        await world.Save(hook);
        await world.Deliver();
        Assert.Equal(await Subscribed(world, thread), shop.Came.Select(p => p.Body.Seq));
    }

    [Fact]
    public async Task A_replaced_secret_signs_for_a_day_beside_the_new_one()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        var (hook, old) = await world.Listen(shop.Address, events: "thread.waiting");
        var fresh = WebhookSecrets.New();
        var secrets = world.Get<WebhookSecrets>();
        await world.Save(hook with { Secret = secrets.Keep(fresh), OldSecret = hook.Secret, OldSecretUntil = world.Now + (long)WebhookSecrets.Overlap.TotalMilliseconds });

        await world.Question();
        await world.Deliver();
        world.Clock.Advance(WebhookSecrets.Overlap);
        await world.Question();
        await world.Deliver();

        Assert.Equal([(true, true), (true, false)], shop.Came.Select(p => (p.IsSignedBy(fresh), p.IsSignedBy(old))));
    }

    [Fact]
    public async Task The_log_has_an_end_and_a_deleted_webhook_leaves_nothing_behind()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        var (hook, _) = await world.Listen(shop.Address);
        await world.Talk(await world.Join());
        await world.Deliver();
        world.Clock.Advance(TimeSpan.FromDays(13));
        await world.Get<ForgetDeliveries>().Run();
        Assert.NotEqual(0, await world.Rows("delivery_tries"));

        world.Clock.Advance(TimeSpan.FromDays(2));
        await world.Get<ForgetDeliveries>().Run();
        Assert.Equal((0, 0, 1), (await world.Rows("deliveries"), await world.Rows("delivery_tries"), await world.Rows("webhooks")));

        await world.Question();
        await world.Save(hook with { DeletedAt = world.Now });
        world.Clock.Advance(TimeSpan.FromDays(1.1));
        await world.Get<ForgetDeliveries>().Run();
        Assert.Equal((0, 0), (await world.Rows("webhooks"), await world.Rows("deliveries")));
    }

    /// <summary>What a brute-force look at the record says had to be told.</summary>
    private static async Task<IEnumerable<long>> Subscribed(TestWorld world, ThreadRecord thread) =>
        (await world.Get<ThreadStore>().Events(thread.Id, 0)).Where(e => e.Kind == EventKinds.Message || e.Status is { Reason: "asked" or "ended" }).Select(e => e.Seq);
}
