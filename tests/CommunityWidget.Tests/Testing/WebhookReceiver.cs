using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommunityWidget.Integrations;
using CommunityWidget.Tests.Testing.Drivers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommunityWidget.Tests.Testing;

/// <summary>A shop's own server, on a real port: writes down what it is posted, and answers as it is told, late, badly or not at all.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<Posted> _came = new();
    private readonly Signal _changed = new();
    private WebApplication? _app;

    public string Address { get; private set; } = "http://127.0.0.1:0";

    /// <summary>The status to answer with; it may take its time.</summary>
    public Func<Posted, CancellationToken, Task<int>> Answer { get; set; } = (_, _) => Task.FromResult(204);

    /// <summary>Everything posted, whatever was answered.</summary>
    public IReadOnlyList<Posted> Came => [.. _came];

    /// <summary>Ids of what was answered well, in that order.</summary>
    public IReadOnlyList<string> Taken => [.. _came.Where(p => p.Answered is >= 200 and < 300).Select(p => p.Id)];

    public static async Task<WebhookReceiver> Start()
    {
        var receiver = new WebhookReceiver();
        await receiver.Up();
        return receiver;
    }

    /// <summary>Listens; again on the port it had.</summary>
    public async Task Up()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Address);
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(Take);
        await _app.StartAsync();
        Address = _app.Urls.Single();
    }

    /// <summary>Nobody listens any more.</summary>
    public async Task Down()
    {
        await _app!.DisposeAsync();
        _app = null;
    }

    /// <summary>Waits until so many were posted.</summary>
    public Task<object> Until(int count) => _changed.Until<object>(() => _came.Count >= count ? this : null, $"{count} deliveries");

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }

    private async Task Take(HttpContext http)
    {
        var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var posted = new Posted(http.Request.Headers["webhook-id"]!, http.Request.Headers["webhook-timestamp"]!, http.Request.Headers["webhook-signature"]!, http.Request.Headers.UserAgent!, body.ToArray());
        _came.Enqueue(posted);
        _changed.Raise();
        try
        {
            http.Response.StatusCode = posted.Answered = await Answer(posted, http.RequestAborted);
            if (http.Response.StatusCode is >= 300 and < 400) http.Response.Headers.Location = $"{Address}/elsewhere";
            if (http.Response.StatusCode >= 400) await http.Response.WriteAsync("that went wrong\r\nhere");
        }
        catch (OperationCanceledException)
        {
            // Whoever asked has gone.
        }
    }
}

/// <summary>One delivery as it arrived.</summary>
public sealed record Posted(string Id, string Timestamp, string Signature, string Agent, byte[] Bytes)
{
    /// <summary>What it was answered; 0 while it was not.</summary>
    public int Answered { get; set; }

    public HookBody Body => JsonSerializer.Deserialize<HookBody>(Bytes, JsonSerializerOptions.Web)!;

    /// <summary>As a receiver checks it, by the rules of Standard Webhooks and with nothing of ours: any of the signatures.</summary>
    public bool IsSignedBy(string secret)
    {
        byte[] text = [.. Encoding.UTF8.GetBytes($"{Id}.{Timestamp}."), .. Bytes];
        return Signature.Split(' ').Contains($"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), text))}");
    }
}
