using System.Net;
using System.Net.Sockets;
using System.Text;
using CommunityWidget.Integrations;
using CommunityWidget.Tests.Testing;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.Integrations;

/// <summary>An answer of any length or slowness costs no more memory and time than was set aside for it.</summary>
public sealed class GuardedSizeTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TestClock _clock = new();

    public GuardedSizeTests() => _listener.Start();

    [Fact]
    public async Task Of_an_answer_without_end_the_beginning_is_read_and_the_line_closed()
    {
        var (asked, told) = (Ask(), Tell("HTTP/1.1 200 OK\r\n\r\n", async stream =>
        {
            var piece = Encoding.ASCII.GetBytes(new string('x', 64 * 1024));
            // As much as anybody's buffers hold, many times over.
            for (var sent = 0; sent < 4_096; sent++) await stream.WriteAsync(piece);
            return false;
        }));

        var result = await asked;

        Assert.Equal((200, new string('x', GuardedClient.AnswerBytes), (string?)null), (result.Status, result.Answer, result.Trouble));
        Assert.True(await told.WaitAsync(TimeSpan.FromSeconds(30)), "The line stayed open.");
    }

    [Fact]
    public async Task Headers_longer_than_any_honest_ones_are_a_failed_try()
    {
        var (asked, told) = (Ask(), Tell($"HTTP/1.1 200 OK\r\nx-long: {new string('x', 64 * 1024)}\r\n\r\n", _ => Task.FromResult(true)));

        Assert.Equal((0, Troubles.NoConnection), ((int)(await asked).Status.GetValueOrDefault(), (await asked).Trouble));
        await told;
    }

    [Fact]
    public async Task A_body_that_comes_drop_by_drop_ends_with_the_time_there_is()
    {
        var began = new TaskCompletionSource();
        var asked = Ask();
        var told = Tell("HTTP/1.1 200 OK\r\n\r\nx", async stream =>
        {
            began.SetResult();
            return await stream.ReadAsync(new byte[1]) == 0;
        });

        await began.Task.WaitAsync(TimeSpan.FromSeconds(30));
        _clock.Advance(TimeSpan.FromMilliseconds(new WebhookOptions().TimeoutMs + 1));

        Assert.Equal(Troubles.TooSlow, (await asked.WaitAsync(TimeSpan.FromSeconds(30))).Trouble);
        Assert.True(await told.WaitAsync(TimeSpan.FromSeconds(30)), "The line stayed open.");
    }

    public void Dispose() => _listener.Dispose();

    private async Task<Try> Ask()
    {
        using var client = new GuardedClient(new NameResolver(), _clock, Options.Create(new WebhookOptions { AllowPrivate = true }));
        return await client.Get(new($"http://{_listener.LocalEndpoint}/"), default);
    }

    /// <summary>True when the other side closed the line, or the work says so.</summary>
    private async Task<bool> Tell(string head, Func<NetworkStream, Task<bool>> more)
    {
        using var line = await _listener.AcceptTcpClientAsync();
        var stream = line.GetStream();
        for (var (request, buffer) = ("", new byte[4_096]); !request.EndsWith("\r\n\r\n", StringComparison.Ordinal);) request += Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer));
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
            return await more(stream);
        }
        catch (IOException)
        {
            return true;
        }
    }
}
