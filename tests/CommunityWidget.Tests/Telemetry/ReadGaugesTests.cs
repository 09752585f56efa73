using System.Diagnostics.Metrics;
using CommunityWidget.Telemetry;
using CommunityWidget.Tests.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace CommunityWidget.Tests.Telemetry;

public sealed class ReadGaugesTests
{
    [Fact]
    public async Task A_gauge_that_cannot_be_read_for_whatever_reason_ends_nothing()
    {
        var (broken, sound, read) = (Gauge("broken"), Gauge("sound"), new TaskCompletionSource());
        broken.Read().Returns<IReadOnlyList<Reading>>(_ => throw new TimeoutException("no such name"));
        sound.Read().Returns<IReadOnlyList<Reading>>(_ =>
        {
            read.TrySetResult();
            return [];
        });
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(Otlp.Endpoint, "http://localhost:1")]).Build();
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var reads = new ReadGauges([broken, sound], new(settings), services.GetRequiredService<IMeterFactory>(), new TestClock(), NullLogger<ReadGauges>.Instance);

        await reads.StartAsync(default);
        await read.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(reads.ExecuteTask!.IsCompleted);
        await reads.StopAsync(default);
    }

    private static IGauge Gauge(string name)
    {
        var gauge = Substitute.For<IGauge>();
        gauge.Name.Returns(name);
        return gauge;
    }
}
