using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CommunityWidget.BrowserTests.Testing;

/// <summary>A shop's own program, taking webhooks.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _ids = new();
    private readonly SemaphoreSlim _came = new(0);
    private volatile bool _refuses;

    private Receiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/events", http =>
        {
            _ids.Enqueue(http.Request.Headers["webhook-id"]!);
            http.Response.StatusCode = _refuses ? 500 : 200;
            _came.Release();
            return Task.CompletedTask;
        });
    }

    public string Address => $"{_app.Urls.Single()}/events";

    /// <summary>Ids of what came, in order.</summary>
    public IReadOnlyList<string> Ids => [.. _ids];

    public static async Task<Receiver> Start()
    {
        var receiver = new Receiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    public void RefuseFromNowOn() => _refuses = true;

    /// <summary>Waits for the next one.</summary>
    public async Task Next() => Assert.True(await _came.WaitAsync(TimeSpan.FromSeconds(20)), "nothing came");

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
