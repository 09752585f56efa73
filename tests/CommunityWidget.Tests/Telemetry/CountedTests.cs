using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Telemetry;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Telemetry;

/// <summary>What a conversation adds to each meter, with its tag: whoever is on call believes these figures.</summary>
[Collection(nameof(ByItself))]
public sealed class CountedTests
{
    [Fact]
    public async Task A_conversation_counts_once_in_each_meter_it_touches()
    {
        using var meters = new Counted();
        var app = new RunningApp();
        await app.InitializeAsync();
        var shop = await app.Open();
        await using (var visitor = await shop.ConnectedVisitor())
        await using (var maya = await shop.SuperUser())
        {
            var question = new AskRequest(Keys.New(), "Which bulb fits?");
            var asked = (await visitor.Socket.Ask(question)).Value!.Thread.ThreadId;
            // Sent again, as after an answer that got lost.
            Assert.Equal((asked, false), ((await visitor.Socket.Ask(question)).Value! is var again ? (again.Thread.ThreadId, again.Existing) : default));
            var offer = await maya.NextOffer();
            Assert.Equal(1, await Gauge(app, "communitywidget.questions.waiting", "1"));
            var live = (await maya.Accept(offer.OfferId)).Value!;
            Assert.Equal(0, await Gauge(app, "communitywidget.questions.waiting", "1"));
            await maya.Send(asked, "An E14.", live.Fence);
            await visitor.Socket.Send(new(asked, Keys.New(), "Thank you."));
            await maya.Screen.UntilText(asked, "Thank you.");
            Assert.Equal("text_empty", (await visitor.Socket.Send(new(asked, Keys.New(), " "))).Refusal!.Code);
            Assert.Equal((1, 1), (meters["communitywidget.connections", "VisitorHub"], meters["communitywidget.connections", "SuperUserHub"]));
        }
        await app.DisposeAsync();

        Assert.Equal(1, meters["communitywidget.questions"]);
        Assert.Equal((1, 1), (meters["communitywidget.offers", "made"], meters["communitywidget.offers", "accepted"]));
        Assert.Equal(1, meters.Times("communitywidget.accept.duration"));
        Assert.InRange(meters["communitywidget.accept.duration"], 0, 60);
        // The question is no message of a talk that goes on: it is counted above.
        Assert.Equal((1, 1), (meters["communitywidget.messages", "visitor"], meters["communitywidget.messages", "member"]));
        Assert.Equal(2, meters["communitywidget.commit.batch"]);
        Assert.Equal(1, meters["communitywidget.refusals", "text_empty"]);
        Assert.Equal((0, 0), (meters["communitywidget.connections", "VisitorHub"], meters["communitywidget.connections", "SuperUserHub"]));
        Assert.True(meters["communitywidget.queue.rebuilds"] >= 1, "The first look at an empty queue fills it.");
        Assert.Equal(0, meters["communitywidget.slow_readers"]);
    }

    [Fact]
    public async Task How_long_somebody_waited_for_an_answerer_is_counted_from_when_the_question_began_to_wait_the_second_time_too()
    {
        using var meters = new Counted();
        await using var world = await TestWorld.Start();
        var (maya, tom) = (await world.Join(), await world.Join());
        var thread = await world.Question();
        await world.RunMatching();
        await world.Advance(3);
        var live = (await world.Accept(maya, (await world.OfferTo(maya, thread)).Id)).Value!;
        Assert.Equal([3], meters.All("communitywidget.accept.duration"));
        await world.Advance(100);

        await world.Release(maya, live);
        await world.RunMatching();
        await world.Advance(7);
        await world.Accept(tom, (await world.OfferTo(tom, thread)).Id);

        Assert.Equal([3, 7], meters.All("communitywidget.accept.duration"));
    }

    [Fact]
    public async Task A_helper_who_leaves_while_a_question_waits_is_no_beginning()
    {
        using var meters = new Counted();
        await using var world = await TestWorld.Start();
        var (maya, tom, lea) = (await world.Join(), await world.Join(), await world.Join(available: false));
        var thread = await world.Question();
        await world.RunMatching();
        var live = (await world.Accept(maya, (await world.OfferTo(maya, thread)).Id)).Value!;
        await world.Help(lea, live);
        await world.Release(maya, live);
        await world.RunMatching();

        await world.Advance(5);
        Assert.Null((await world.Get<JoinThread>().Leave(lea, live)).Refusal);
        await world.Advance(3);
        await world.Accept(tom, (await world.OfferTo(tom, thread)).Id);

        Assert.Equal([0, 8], meters.All("communitywidget.accept.duration"));
    }

    [Fact]
    public async Task A_node_whose_clock_is_behind_counts_no_time_below_zero()
    {
        using var meters = new Counted();
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var thread = await world.Question();
        await world.RunMatching();
        world.Clock.Set(TimeSpan.FromSeconds(-5));

        await world.Accept(maya, (await world.OfferTo(maya, thread)).Id);

        Assert.Equal([0], meters.All("communitywidget.accept.duration"));
    }

    private static async Task<double> Gauge(RunningApp app, string name, string tag) =>
        (await app.Services.GetServices<IGauge>().Single(gauge => gauge.Name == name).Read()).Single(reading => reading.TagValue == tag).Value;

    /// <summary>Everything of ours that is counted while it listens, added up by meter and tag.</summary>
    private sealed class Counted : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<(string Name, string Tag, double Value)> _all = new();

        public Counted()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Instruments.Meter) listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public double this[string name, string tag = ""] => _all.Where(one => one.Name == name && one.Tag == tag).Sum(one => one.Value);

        public IEnumerable<double> All(string name) => _all.Where(one => one.Name == name).Select(one => one.Value);

        public int Times(string name) => _all.Count(one => one.Name == name);

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _all.Enqueue((instrument.Name, tags.Length == 0 ? "" : $"{tags[0].Value}", value));
    }
}
