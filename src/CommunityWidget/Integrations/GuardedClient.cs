using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CommunityWidget.Database;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Integrations;

/// <summary>
/// The only way out of this program to an address somebody typed. A name is resolved once and the connection goes to what was looked at,
/// never to a private network; no redirect is followed, no cookie kept, no proxy asked, and time and size have an end.
/// </summary>
public sealed class GuardedClient : IDisposable
{
    /// <summary>How much of an answer is read.</summary>
    public const int AnswerBytes = 512;

    private readonly HttpMessageInvoker _http;
    private readonly NameResolver _names;
    private readonly TimeProvider _clock;
    private readonly WebhookOptions _options;

    public GuardedClient(NameResolver names, TimeProvider clock, IOptions<WebhookOptions> options)
    {
        (_names, _clock, _options) = (names, clock, options.Value);
        _http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = 0,
            MaxConnectionsPerServer = 16,
            // A name that moves is looked up again soon.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            // Our traces are nobody else's business.
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
            ConnectCallback = Connect,
        });
    }

    /// <summary>Sends one request and reads the beginning of its answer.</summary>
    public Task<Try> Post(Uri address, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> headers, CancellationToken stop)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        request.Headers.UserAgent.ParseAdd("CommunityWidget/1 (webhooks)");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return Send(request, stop);
    }

    /// <summary>Asks for what is at an address and reads its beginning.</summary>
    public Task<Try> Get(Uri address, CancellationToken stop)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.ParseAdd("CommunityWidget/1 (answer pages)");
        return Send(request, stop);
    }

    private async Task<Try> Send(HttpRequestMessage message, CancellationToken stop)
    {
        var began = _clock.GetTimestamp();
        Try Came(Try result) => result with { At = _clock.NowMs(), TookMs = (long)_clock.GetElapsedTime(began).TotalMilliseconds };
        using var late = new CancellationTokenSource(TimeSpan.FromMilliseconds(_options.TimeoutMs), _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        using var request = message;
        try
        {
            using var answer = await _http.SendAsync(request, either.Token);
            return Came(new Try { Status = (int)answer.StatusCode, Answer = await Beginning(answer.Content, either.Token) });
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Came(new Try { Trouble = Troubles.TooSlow });
        }
        catch (HttpRequestException error)
        {
            return Came(new Try { Trouble = error.InnerException is PrivateAddressException ? Troubles.Private : Troubles.NoConnection });
        }
        catch (IOException)
        {
            return Came(new Try { Trouble = Troubles.NoConnection });
        }
    }

    public void Dispose() => _http.Dispose();

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var addresses = await _names.Resolve(context.DnsEndPoint.Host, stop);
        // One private address among public ones is how a name is made to point inside.
        if (!_options.AllowPrivate && !addresses.All(PublicNetwork.Holds)) throw new PrivateAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<string> Beginning(HttpContent content, CancellationToken stop)
    {
        await using var stream = await content.ReadAsStreamAsync(stop);
        var bytes = new byte[AnswerBytes];
        var read = await stream.ReadAtLeastAsync(bytes, AnswerBytes, throwOnEndOfStream: false, stop);
        // Shown to an admin: nothing that moves a cursor or cannot be stored.
        return string.Concat(Encoding.UTF8.GetString(bytes, 0, read).EnumerateRunes().Select(rune => Rune.IsControl(rune) ? " " : rune.ToString())).Trim();
    }
}

/// <summary>Asks for the addresses of a name.</summary>
public class NameResolver
{
    public virtual async Task<IReadOnlyList<IPAddress>> Find(string name, CancellationToken stop) =>
        IPAddress.TryParse(name, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(name, stop);

    internal async Task<IPAddress[]> Resolve(string name, CancellationToken stop) => await Find(name, stop) is { Count: > 0 } found
        ? [.. found]
        : throw new SocketException((int)SocketError.HostNotFound);
}

/// <summary>A name led into a private network.</summary>
public sealed class PrivateAddressException() : IOException("The address lies in a private network.");
