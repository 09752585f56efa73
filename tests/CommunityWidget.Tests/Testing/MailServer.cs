using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace CommunityWidget.Tests.Testing;

/// <summary>A mail server that takes what it is sent, over a real connection and in its own words, and keeps it to be read.</summary>
public sealed partial class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<ReceivedMail> _mails = new();
    private readonly ConcurrentQueue<string> _begun = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private int _refusals, _stalls, _drops;

    public MailServer()
    {
        _listener.Start();
        _serving = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyList<ReceivedMail> Mails => [.. _mails];

    /// <summary>The <c>Message-ID</c> of every mail that was begun, taken or not.</summary>
    public IReadOnlyList<string> Begun => [.. _begun];

    /// <summary>The next mails are turned away.</summary>
    public void RefuseNext(int count) => _refusals = count;

    /// <summary>The next mails are begun and never answered.</summary>
    public void StallNext(int count) => _stalls = count;

    /// <summary>The line breaks in the middle of the next mails.</summary>
    public void DropNext(int count) => _drops = count;

    /// <summary>Mails to these are refused for good, in words that name them.</summary>
    public ConcurrentBag<string> Unknown { get; } = [];

    /// <summary>Mails to these are refused for now.</summary>
    public ConcurrentBag<string> Full { get; } = [];

    /// <summary>Waits until so many have arrived.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> Received(int count)
    {
        await Eventually.Holds(() => _mails.Count >= count);
        return Mails;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private async Task Serve()
    {
        var talks = new List<Task>();
        try
        {
            while (true) talks.Add(Talk(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        var to = "";
        await writer.WriteLineAsync("220 here");
        while (await Line(reader) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "RCPT") to = line[(line.IndexOf('<') + 1)..line.IndexOf('>')];
            if (verb == "RCPT" && Unknown.Contains(to))
            {
                await writer.WriteLineAsync($"550 nobody here is called {to}");
                continue;
            }
            if (verb == "RCPT" && Full.Contains(to))
            {
                await writer.WriteLineAsync("452 no room at the moment");
                continue;
            }
            if (verb == "MAIL" && Interlocked.Decrement(ref _refusals) >= 0)
            {
                await writer.WriteLineAsync("451 later");
                continue;
            }
            await writer.WriteLineAsync(verb switch { "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 ok" });
            if (verb == "QUIT") return;
            if (verb != "DATA") continue;
            if (Interlocked.Decrement(ref _stalls) >= 0)
            {
                while (await Line(reader) is not null) { }
                return;
            }
            if (Interlocked.Decrement(ref _drops) >= 0)
            {
                while (await Line(reader) is { Length: > 0 } header) Head(header);
                return;
            }
            var mail = new StringBuilder();
            while (await Line(reader) is { } part && part != ".")
            {
                Head(part);
                mail.Append(part.StartsWith("..", StringComparison.Ordinal) ? part[1..] : part).Append("\r\n");
            }
            _mails.Enqueue(new(to, mail.ToString()));
            await writer.WriteLineAsync("250 taken");
        }
    }

    private void Head(string line)
    {
        if (line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase)) _begun.Enqueue(line[11..].Trim());
    }

    private async Task<string?> Line(StreamReader reader)
    {
        try { return await reader.ReadLineAsync(_stop.Token); }
        catch (Exception over) when (over is OperationCanceledException or IOException) { return null; }
    }
}

/// <summary>One mail as it arrived.</summary>
public sealed partial record ReceivedMail(string To, string Raw)
{
    public string Header(string name)
    {
        var unfolded = Folds().Replace(Raw.Split("\r\n\r\n")[0], " ");
        var line = unfolded.Split("\r\n").First(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim();
        return Words().Replace(line, m => m.Groups["how"].Value is "B" or "b"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups["text"].Value))
            : Quoted(m.Groups["text"].Value.Replace('_', ' ')));
    }

    public bool Has(string name) => Raw.Split("\r\n\r\n")[0].Split("\r\n").Any(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));

    /// <summary>The secret behind the # of the first link whose address holds these words.</summary>
    public string Secret(string link) => Part("text/plain").Split('\n').First(line => line.Contains(link, StringComparison.Ordinal)).Split('#')[1].Trim();

    /// <summary>The part of a media type, decoded.</summary>
    public string Part(string type)
    {
        var part = Raw.Split("\r\n--").First(p => p.Contains($"Content-Type: {type}", StringComparison.OrdinalIgnoreCase) && !p.Contains("multipart/"));
        var (head, body) = part.Split("\r\n\r\n", 2) is [var h, var b] ? (h, b) : (part, "");
        return head.Contains("base64", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\r\n", ""))) : Quoted(body.Replace("=\r\n", ""));
    }

    private static string Quoted(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length)
            {
                bytes.Add(Convert.ToByte(text[(i + 1)..(i + 3)], 16));
                i += 2;
            }
            else bytes.Add((byte)text[i]);
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"\r\n[ \t]+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Folds();

    [GeneratedRegex(@"=\?utf-8\?(?<how>[bBqQ])\?(?<text>[^?]*)\?=\s*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Words();
}
