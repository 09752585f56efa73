using System.IO.Compression;
using System.Text;
using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>
/// What a visitor's line carries until the first message is on its way. Counted: the bodies of every answer and request of ours, scripts
/// and JSON alike, the message itself, and every socket frame. Not counted: headers, and what follows the message (printed for comparison).
/// </summary>
public sealed class SizeTests(Stage stage, ITestOutputHelper output) : IClassFixture<Stage>
{
    private const int LoaderLimit = 2_000, LimitUntilSent = 20_000;

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Everything_until_the_first_question_is_sent_is_small(string language)
    {
        await using var scene = await stage.Open($"data-locale=\"{language}\"");
        var (page, watch) = await scene.NewPage();
        var frames = 0;
        var framesBefore = 0;
        page.Request += (_, request) =>
        {
            if (IsAsk(request)) framesBefore = frames;
        };
        page.WebSocket += (_, socket) =>
        {
            socket.FrameSent += (_, frame) => Interlocked.Add(ref frames, Size(frame));
            socket.FrameReceived += (_, frame) => Interlocked.Add(ref frames, Size(frame));
        };
        var visitor = await scene.Visitor(page, watch, Names.In(language));

        await visitor.Ask("Is it bright enough to read by?");
        await Expect(visitor.Conversation.GetByText(language == "fr" ? "envoyé" : "sent", new() { Exact = true })).ToBeVisibleAsync();

        var ours = watch.Requests.Where(r => r.Url.StartsWith(scene.Origin, StringComparison.Ordinal)).ToList();
        var before = WithoutSuggestions(ours.TakeWhile(request => !IsAsk(request)));
        var loader = await Size(before.Single(request => request.Url.EndsWith("/widget.js", StringComparison.Ordinal)));
        var until = framesBefore + (ours.First(IsAsk).PostDataBuffer?.Length ?? 0);
        foreach (var request in before) until += await Tell(request);
        output.WriteLine($"{until,6}  until the first message, {framesBefore} of it in socket frames");
        foreach (var request in ours.Except(before)) await Tell(request);
        output.WriteLine($"{frames - framesBefore,6}  socket frames after it");

        Assert.InRange(loader, 1, LoaderLimit);
        Assert.InRange(until, LoaderLimit, LimitUntilSent);
    }

    // Answers that appear while somebody types load later: their part of the app, what it needs beside the app's own, and what it asks.
    private static List<IRequest> WithoutSuggestions(IEnumerable<IRequest> requests)
    {
        var all = requests.ToList();
        var from = all.FindIndex(request => request.Url.Contains("/assets/Suggested-", StringComparison.Ordinal));
        return [.. all.Where((request, at) => !request.Url.EndsWith("/api/suggestions", StringComparison.Ordinal) && (from < 0 || at < from || !request.Url.Contains("/assets/", StringComparison.Ordinal)))];
    }

    private static bool IsAsk(IRequest request) => request.Method == "POST" && request.Url.EndsWith("/api/threads", StringComparison.Ordinal);

    private async Task<int> Tell(IRequest request)
    {
        var size = await Size(request);
        output.WriteLine($"{size,6}  {request.Method} {new Uri(request.Url).AbsolutePath}");
        return size;
    }

    private static async Task<int> Size(IRequest request)
    {
        var sent = request.PostDataBuffer?.Length ?? 0;
        // Not answered by the time the question was: it was not waited for.
        if (await request.ResponseAsync() is not { } response) return sent;
        var body = await response.BodyAsync();
        var packed = (await response.AllHeadersAsync()).ContainsKey("content-encoding");
        return sent + (packed ? Gzipped(body) : body.Length);
    }

    // Whatever way the server packed it, it is counted as gzip, so that the number is the same on every line.
    private static int Gzipped(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(body);
        return (int)packed.Length;
    }

    private static int Size(IWebSocketFrame frame) => frame.Text is { } text ? Encoding.UTF8.GetByteCount(text) : frame.Binary?.Length ?? 0;
}
