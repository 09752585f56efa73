using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Telemetry;

/// <summary>A collector receives what a person on call would want to see, and nothing of what people said.</summary>
[Collection(nameof(ByItself))]
public sealed class ExportTests
{
    [Fact]
    public async Task A_question_is_one_trace_from_the_hub_to_the_push_and_what_is_counted_arrives()
    {
        await using var collector = await OtlpReceiver.Start();
        var app = new ObservedApp(collector);
        await app.InitializeAsync();
        var shop = await app.Open();
        var visitor = await shop.ConnectedVisitor();
        var maya = await shop.SuperUser();
        var ticket = (await visitor.Web.Hub("visitor")).Query["?ticket=".Length..];
        var asked = (await visitor.Socket.Ask(new AskRequest(Keys.New(), "Secret-question", Name: "Secret-name"))).Value!.Thread.ThreadId;
        var live = await maya.AcceptNext(asked);
        await maya.Send(asked, "Secret-answer", live.Fence);
        await visitor.Screen.UntilText(asked, "Secret-answer");
        await visitor.Http.Resume(asked, 0);
        await visitor.Web.Post<Suggestions>("/api/suggestions", new { text = "Secret-typed and never sent" });
        await new Browser(app.Address).Get($"/answers/{shop.Site.Slug}/search?q=Secret-searched");
        await maya.Send("nothing", "Secret-refused", 0);
        await new Browser(app.Address).Get("/health/live");
        await visitor.DisposeAsync();
        await maya.DisposeAsync();

        // Sent every few seconds.
        await Eventually.Holds(
            () => collector.Spans.GroupBy(span => span.Trace).Any(IsWhole) && !Metrics.Except(collector.Metrics).Any(),
            () => $"Missing: {string.Join(", ", Metrics.Except(collector.Metrics))}; came: {string.Join(", ", collector.Spans)}");
        // Ending sends what was not sent yet.
        await app.DisposeAsync();

        // A socket's request lasts as long as the socket: among others it would tell how long people stay.
        var requests = string.Join('\n', collector.Texts("http.server.request.duration"));
        Assert.Contains("/api/suggestions", requests, StringComparison.Ordinal);
        Assert.DoesNotContain("/hubs/", requests, StringComparison.Ordinal);
        Assert.DoesNotContain("/health/", requests, StringComparison.Ordinal);
        // Two programs on one machine are two.
        Assert.Equal([$"{Environment.MachineName}-{Environment.ProcessId}"], collector.Resources("service.instance.id").Distinct());
        // Minutes are told apart where a minute is long, and messages where one is alone.
        Assert.Equal([1, 2, 3, 5, 8, 13, 20, 30, 45, 60, 120, 300], collector.Bounds("communitywidget.accept.duration"));
        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256], collector.Bounds("communitywidget.commit.batch"));

        Assert.DoesNotContain("Secret-", collector.Everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Uri.UnescapeDataString(ticket), collector.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("ticket=", collector.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.Token, collector.Everything, StringComparison.Ordinal);
    }

    /// <summary>What begins to exist with its first event has not grown for whoever asks by how much it did.</summary>
    [Fact]
    public async Task What_is_counted_is_there_as_nothing_before_anything_happens()
    {
        await using var collector = await OtlpReceiver.Start();
        var app = new ObservedApp(collector);
        await app.InitializeAsync();
        string[] tags = ["accepted", "declined", "expired", "rescinded", "made", "visitor", "member", "VisitorHub", "SuperUserHub", "AgentHub", "dead"];

        await Eventually.Holds(() => !Missing().Any(), () => $"Missing: {string.Join(", ", Missing())}");
        await app.DisposeAsync();

        IEnumerable<string> Missing()
        {
            var said = string.Join('\n', Counted.SelectMany(collector.Texts));
            return [.. Counted.Except(collector.Metrics), .. tags.Where(tag => !said.Contains(tag, StringComparison.Ordinal))];
        }
    }

    private static readonly string[] Counted =
    [
        "communitywidget.questions", "communitywidget.offers", "communitywidget.messages", "communitywidget.connections", "communitywidget.slow_readers", "communitywidget.queue.rebuilds",
        "communitywidget.outbox.deliveries",
    ];

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector", "OTEL_EXPORTER_OTLP_ENDPOINT is not an address")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "soap", "is neither grpc nor http/protobuf")]
    [InlineData("OTEL_METRIC_EXPORT_INTERVAL", "soon", "is not a number of milliseconds")]
    public async Task A_wrong_setting_stops_the_start(string name, string value, string sentence)
    {
        var settings = new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9", [name] = value };
        var error = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var app = TestApp.Start(settings: settings);
        });
        Assert.Contains(sentence, error.ToString(), StringComparison.Ordinal);
    }

    private static readonly string[] Metrics =
    [
        "communitywidget.questions", "communitywidget.offers", "communitywidget.accept.duration", "communitywidget.messages", "communitywidget.commit.batch", "communitywidget.connections",
        "communitywidget.refusals", "communitywidget.questions.waiting", "communitywidget.outbox.age", "communitywidget.outbox.deliveries", "communitywidget.redis.away",
        "http.server.request.duration",
    ];

    private static bool IsWhole(IEnumerable<OtlpReceiver.Span> trace)
    {
        var steps = trace.Select(span => span.Name).ToHashSet();
        return steps.IsSupersetOf(["ask", "transaction", "matching.advance", "offer", "push"])
            && steps.Any(step => step.EndsWith("VisitorHub/Ask", StringComparison.Ordinal));
    }

    private sealed class ObservedApp(OtlpReceiver collector) : RunningApp(new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
    });
}
