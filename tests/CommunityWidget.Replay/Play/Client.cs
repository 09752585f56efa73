using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Replay.Play;

/// <summary>Somebody with a browser that recovers: a lost line is opened again, what was missed is fetched by <c>seq</c>, what got no answer is sent again under its key.</summary>
public abstract class Client : IAsyncDisposable
{
    // As the widget and the consoles: the server pings every ten seconds.
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(25), LinePatience = TimeSpan.FromMinutes(2);

    private readonly string _hub;
    private readonly bool _isMember;
    private readonly IReadOnlyList<WebDoor> _doors;
    private readonly CancellationTokenSource _gone = new();
    private readonly ConcurrentDictionary<string, bool> _follows = new(), _fetching = new();
    private readonly Random _dice;
    private HubClient? _line;
    private Task _asleep = Task.CompletedTask, _keeping = Task.CompletedTask;
    private int _lines, _door;

    /// <param name="credentials">What its browser sends with every request, to whichever node.</param>
    protected Client(Setting setting, string name, IReadOnlyDictionary<string, string> credentials, string hub, bool isMember)
    {
        (Setting, Name, Credentials, _hub, _isMember) = (setting, name, credentials, hub, isMember);
        _doors = [.. setting.Servers.Select(server => Door(server, credentials, isMember))];
        _dice = new((int)(setting.Throw(name, "client") * int.MaxValue));
        _door = _dice.Next(_doors.Count);
        Recorder = new(setting.Folder, name);
        Shown = new(Recorder, setting.Tally, Changed);
    }

    public string Name { get; }

    public IReadOnlyDictionary<string, string> Credentials { get; }

    public Shown Shown { get; }

    public bool IsAwake => _asleep.IsCompleted && _line is { Ended.IsCompleted: false };

    public Recorder Recorder { get; }

    protected Setting Setting { get; }

    /// <summary>The node it is at.</summary>
    public int At => Volatile.Read(ref _door) % _doors.Count;

    protected WebDoor Web => _doors[At];

    protected Signal Changed { get; } = new();

    protected bool Polls { get; init; }

    protected Tally Tally => Setting.Tally;

    protected static WebDoor Door(Uri server, IReadOnlyDictionary<string, string> credentials, bool isMember) =>
        new(server, isMember ? new Dictionary<string, string>(credentials) { ["Origin"] = Authority(server) } : credentials);

    public void Follow(string thread) => _follows[thread] = true;

    /// <summary>The line breaks, and stays broken for a while.</summary>
    public void Vanish(TimeSpan absent)
    {
        Tally.Add("vanished");
        _asleep = Task.Delay(absent);
        _line?.Vanish();
    }

    /// <summary>Its line is open.</summary>
    public Task Opened() => Line();

    /// <summary>Up to here this client must have been shown the thread; it is given time for it, and the checker looks.</summary>
    public async Task MustSee(string thread, long seq)
    {
        try
        {
            await Shown.UntilSeq(thread, seq, TimeSpan.FromSeconds(20));
        }
        catch (TimeoutException)
        {
            // The checker will say so.
        }
        Recorder.Head(thread, seq);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _gone.CancelAsync();
        if (_line is { } line) await line.DisposeAsync();
        await _keeping;
        Recorder.Dispose();
        _gone.Dispose();
    }

    protected void Start() => _keeping = Polls ? Poll() : Keep();

    /// <summary>What a client asks for each time its line opened.</summary>
    protected virtual Task Arrived(HubClient line) => Task.CompletedTask;

    protected abstract void Received(string method, JsonElement argument);

    /// <summary>Until there is an answer: on whatever line there is, again after each that broke, and later when the server says later.</summary>
    protected async Task<Reply<T>> Persist<T>(Func<HubClient, Task<Reply<T>>> bySocket, Func<Task<Reply<T>>>? byHttp = null) where T : class
    {
        while (true)
        {
            try
            {
                var reply = Polls && byHttp is not null ? await byHttp() : await bySocket(await Line());
                if (reply.Refusal is { Number: 0 } failed) throw new InvalidOperationException($"the server failed: {failed.Code}");
                if (reply.Refusal?.RetryAfter is null) return reply;
                Tally.Add($"told to wait: {reply.Refusal.Code}");
            }
            catch (Exception error) when (IsLost(error))
            {
                Tally.Add("calls without an answer");
            }
            await Task.Delay(Setting.Again * (0.5 + Random.Shared.NextDouble()), _gone.Token);
        }
    }

    /// <summary>One message, with whatever befalls it on its way.</summary>
    protected async Task<Reply<ThreadEvent>> Deliver(string thread, string text, string key, long fence, Func<string, object> message, Func<string, Task<Reply<ThreadEvent>>> twin, Mishap mishap)
    {
        if (Setting.Planted.Now(Planted.DroppedAck))
        {
            Recorder.Send(key, thread, text, fence);
            Recorder.Ack(key, thread, Shown.Of(thread) + 1);
            return new Reply<ThreadEvent>(new ThreadEvent(thread, Shown.Of(thread) + 1, EventKinds.Message, Audiences.All, null, text, null, key, 0));
        }
        if (mishap != Mishap.None && !Polls && IsAwake)
        {
            Recorder.Send(key, thread, text, fence);
            Tally.Add($"mishap: {mishap}");
            await Befall(mishap, await Line(), message(key), () => twin(key));
        }
        var tries = 0;
        string Under()
        {
            if (tries++ > 0 && Setting.Leaves(Careless.ForgetsKeys)) key = Keys.New();
            Recorder.Send(key, thread, text, fence);
            if (tries > 1 && Setting.Leaves(Careless.BelievesItself)) Recorder.Ack(key, thread, Shown.Of(thread) + 1);
            return key;
        }
        var reply = await Persist(line => line.Call<Reply<ThreadEvent>>("Send", message(Under())), () => twin(Under()));
        if (reply.Value is not { } sent) Recorder.Refused(key, reply.Refusal!.Code);
        else
        {
            Recorder.Ack(key, thread, sent.Seq, At);
            if (Shown.Put(sent, "answer")) Fetch(thread);
        }
        return reply;
    }

    protected void Fetch(string thread)
    {
        if (_fetching.TryAdd(thread, true)) _ = Fetched(thread);
    }

    protected void Happened(JsonElement argument, int line)
    {
        var happened = argument.Deserialize<ThreadEvent>(Wire.Json)!;
        if (Setting.Planted.Now(Planted.DoubledDelivery)) Shown.Push(line, happened);
        if (Shown.Push(line, happened)) Fetch(happened.ThreadId);
    }

    protected void Headed(JsonElement argument)
    {
        var head = argument.Deserialize<HeadNotice>(Wire.Json)!;
        if (head.Seq > Shown.Of(head.ThreadId)) Fetch(head.ThreadId);
    }

    protected static bool IsLost(Exception error) => error switch
    {
        // A method that is not there will not be there the next time either.
        HubError { Message: var said } => !said.Contains("unexpected error", StringComparison.OrdinalIgnoreCase) && !said.Contains("Method does not exist", StringComparison.OrdinalIgnoreCase),
        HttpRequestException or WebSocketException or TimeoutException or OperationCanceledException or IOException or ObjectDisposedException => true,
        _ => false,
    };

    private async Task Befall(Mishap mishap, HubClient line, object message, Func<Task<Reply<ThreadEvent>>> twin)
    {
        var record = Wire.Write(new { type = 1, invocationId = "lost", target = "Send", arguments = new[] { message } });
        try
        {
            switch (mishap)
            {
                case Mishap.HalfSent: await line.SendBytes(Encoding.UTF8.GetBytes(record)[..(record.Length / 2)], last: false); break;
                case Mishap.AnswerLost: await line.SendText(record); await Task.Delay(_dice.Next(0, 12)); break;
                // The answer is slow; an impatient client tries the other door while the first is under way.
                case Mishap.SentTwice: await line.SendText(record); await twin(); return;
            }
        }
        catch (Exception error) when (IsLost(error))
        {
            // Which is what this is about.
        }
        line.Vanish();
    }

    private async Task<HubClient> Line() => await Changed.Until(() => _line is { Ended.IsCompleted: false } line ? line : null, $"a line for {Name}", LinePatience);

    private async Task Keep()
    {
        var tries = 0;
        while (!_gone.IsCancellationRequested)
        {
            HubClient? opened = null;
            try
            {
                await _asleep.WaitAsync(_gone.Token);
                var number = ++_lines;
                var web = Web;
                opened = await HubClient.Connect(await web.Hub(_hub), _isMember ? Authority(web.Server) : null, (method, arguments) => Take(number, method, arguments));
                await Arrived(opened);
                foreach (var thread in _follows.Keys) await Resume(opened, thread);
                _line = opened;
                tries = 0;
                Recorder.Back(number);
                Changed.Raise();
                await End(opened);
                if (!_gone.IsCancellationRequested) Recorder.Lost();
                Tally.Add("lines lost");
            }
            catch (Exception error) when (IsLost(error))
            {
                // Again, below.
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                // Not how a line is lost. Said, and it goes on: a client that gave up without a word would be waited for without end.
                Recorder.Fault($"{error.GetType().Name}: {error.Message}");
            }
            if (opened is not null) await Closed(opened);
            if (!Setting.Leaves(Careless.NeverMoves)) Interlocked.Increment(ref _door);
            // Slower with every try that failed: many come back at once.
            if (!_gone.IsCancellationRequested) await Task.Delay(_dice.Next(20, 120 << Math.Min(tries++, 4)));
        }
    }

    private static async Task Closed(HubClient line)
    {
        try
        {
            await line.DisposeAsync();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // It broke in that very moment.
        }
    }

    private async Task End(HubClient line)
    {
        while (await Task.WhenAny(line.Ended, Task.Delay(1_000, _gone.Token)) != line.Ended && !_gone.IsCancellationRequested)
        {
            if (line.Silence > Silent && !Setting.Leaves(Careless.NeverListens)) line.Vanish();
        }
    }

    private static string Authority(Uri server) => server.GetLeftPart(UriPartial.Authority);

    private void Take(int line, string method, JsonElement arguments)
    {
        switch (method)
        {
            case "Event": Happened(arguments[0], line); break;
            case "Head": Headed(arguments[0]); break;
            default: Received(method, arguments.GetArrayLength() > 0 ? arguments[0] : default); break;
        }
    }

    private async Task Resume(HubClient line, string thread)
    {
        if (Setting.Leaves(Careless.NeverResumes)) return;
        var reply = await line.Call<Reply<ThreadSnapshot>>("Resume", thread, Shown.Of(thread));
        if (reply.Value is { } snapshot) Shown.Show(snapshot, "resume");
    }

    private async Task Fetched(string thread)
    {
        try
        {
            if (Polls) await PollOnce(thread);
            else await Resume(await Line(), thread);
        }
        catch (Exception error) when (IsLost(error))
        {
            // Resumed with the next line.
        }
        finally
        {
            _fetching.TryRemove(thread, out _);
        }
    }

    private async Task Poll()
    {
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(150));
        while (!_gone.IsCancellationRequested)
        {
            try
            {
                await interval.WaitForNextTickAsync(_gone.Token);
                foreach (var thread in _follows.Keys) await PollOnce(thread);
            }
            catch (Exception error) when (IsLost(error))
            {
                // The next tick polls again.
            }
        }
    }

    private async Task PollOnce(string thread)
    {
        var reply = await Web.Get<ThreadSnapshot>($"/api/threads/{thread}/events?after={Shown.Of(thread)}");
        if (reply.Value is { } snapshot) Shown.Show(snapshot, "poll");
    }
}

/// <summary>What can befall a message.</summary>
public enum Mishap
{
    None,
    HalfSent,
    AnswerLost,
    SentTwice,
}
