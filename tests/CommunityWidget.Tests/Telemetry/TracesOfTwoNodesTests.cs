using CommunityWidget.Demo;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Telemetry;

/// <summary>A question asked on one node and taken further by another is one trace, as a collector sees it.</summary>
public sealed class TracesOfTwoNodesTests : IAsyncLifetime
{
    private readonly string _folder = ChildServer.NewFolder("community-traces");
    private OtlpReceiver _collector = null!;
    private PrivateRedis _redis = null!;
    private ProgramProcess _asked = null!, _other = null!;

    public async Task InitializeAsync()
    {
        if (RedisFactAttribute.WhyNot is not null) return;
        (_collector, _redis) = (await OtlpReceiver.Start(), await PrivateRedis.Start());
        var settings = new Dictionary<string, string>
        {
            ["Database:Path"] = Path.Combine(_folder, "community.db"),
            ["ConnectionStrings:Redis"] = _redis.Address,
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        };
        (_asked, _other) = (await ProgramProcess.Start(settings), await ProgramProcess.Start(settings));
    }

    public async Task DisposeAsync()
    {
        if (_asked is null) return;
        await _asked.DisposeAsync();
        await _other.DisposeAsync();
        await _redis.DisposeAsync();
        await _collector.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [RedisFact]
    public async Task The_node_that_goes_on_with_a_question_goes_on_in_its_trace()
    {
        await using var maya = new SuperUserDriver(_other.Address, await SignIn("maya"));
        await maya.Connect();
        await using var visitor = await (await VisitorDriver.Arrive(_asked.Address, SeedDemo.Key)).Connect();
        var asked = (await visitor.Socket.Ask(Keys.Question("Whose trace?"))).Value!.Thread.ThreadId;
        var offer = await maya.NextOffer(asked);
        var trace = await Until(() => _collector.Spans.FirstOrDefault(span => span.Name == "ask")?.Trace, "the asking");

        // Nobody is left but the other node, and what it says of this question comes after.
        await _asked.Signal("KILL");
        await _asked.ExitCode();
        var before = Advances(trace);
        await maya.Decline(offer.OfferId);

        await Until(() => Advances(trace) > before ? trace : null, "a step of the other node in the trace it was asked in");
    }

    private async Task<string> SignIn(string name)
    {
        using var browser = new Browser(_other.Address);
        using var answer = await browser.Submit($"/demo/sign-in/{name}");
        return string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(line => line.Split(';')[0]));
    }

    private int Advances(string trace) => _collector.Spans.Count(span => span.Trace == trace && span.Name == "matching.advance");

    private async Task<string> Until(Func<string?> found, string what)
    {
        // Sent every few seconds.
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            if (found() is { } it) return it;
            Assert.False(late.IsCancellationRequested, $"{what} never came; came: {string.Join(", ", _collector.Spans.Select(span => $"{span.Name} {span.Trace}"))}");
            await interval.WaitForNextTickAsync();
        }
    }
}
