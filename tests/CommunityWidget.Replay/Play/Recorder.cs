using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommunityWidget.Contracts;

namespace CommunityWidget.Replay.Play;

/// <summary>One client's file: everything it sent, was told and showed, in the order it happened to it. The checker reads it.</summary>
public sealed class Recorder : IDisposable
{
    private readonly Lock _lock = new();
    private readonly StreamWriter _file;

    public Recorder(string folder, string client) => _file = new(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{client}.jsonl")) { AutoFlush = true };

    public void Me(string id) => Write(new { e = "me", t = Now, id });

    public void Send(string key, string? thread, string text, long fence) => Write(new { e = "send", t = Now, key, thread, text, fence });

    /// <param name="node">Who said so, where there are several.</param>
    public void Ack(string key, string thread, long seq, int node = 0) => Write(new { e = "ack", t = Now, key, thread, seq, node });

    public void Refused(string key, string code) => Write(new { e = "refused", t = Now, key, code });

    public void Push(int line, ThreadEvent happened) => Write(new { e = "push", t = Now, line, thread = happened.ThreadId, seq = happened.Seq, id = Fingerprint(happened) });

    public void Show(ThreadEvent happened, string via) => Write(new { e = "show", t = Now, thread = happened.ThreadId, seq = happened.Seq, id = Fingerprint(happened), via });

    public void Won(string thread, long fence) => Write(new { e = "won", t = Now, thread, fence });

    /// <summary>Up to here this client must have seen the thread.</summary>
    public void Head(string thread, long seq) => Write(new { e = "head", t = Now, thread, seq });

    /// <summary>Its line broke, or it gave it up.</summary>
    public void Lost() => Write(new { e = "lost", t = Now });

    /// <summary>A line is open again, and what was missed is shown.</summary>
    public void Back(int line) => Write(new { e = "back", t = Now, line });

    public void Fault(string what) => Write(new { e = "fault", t = Now, what });

    /// <summary>The server is there again; what it is late with counts from here.</summary>
    public void Started() => Write(new { e = "started", t = Now });

    public void Dispose() => _file.Dispose();

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    private static string Fingerprint(ThreadEvent e)
    {
        var author = e.Author is null ? "" : e.Author.Kind == "visitor" ? "visitor" : e.Author.Id;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{e.Kind}\n{author}\n{e.Text}\n{e.Status?.Reason}")))[..16];
    }

    private void Write(object note)
    {
        var line = JsonSerializer.Serialize(note);
        lock (_lock)
        {
            if (_file.BaseStream is { CanWrite: true }) _file.WriteLine(line);
        }
    }
}
