using System.Text.Json;

namespace CommunityWidget.Checker;

/// <summary>
/// What the clients wrote down. One file per client, one JSON object per line, in the order things happened to it:
/// <c>me</c> (id), <c>send</c> (key, text, thread, fence), <c>ack</c> (key, thread, seq, node), <c>refused</c> (key, code),
/// <c>push</c> (line, thread, seq, id), <c>show</c> (thread, seq, id, via), <c>won</c> (thread, fence), <c>head</c> (thread, seq: it must have been shown up to here),
/// <c>fault</c> (what). <c>id</c> is a fingerprint of kind, author, text and reason.
/// </summary>
public sealed record Recordings(IReadOnlyList<Client> Clients, IReadOnlyList<Measure> Measures)
{
    public static Recordings Read(string folder)
    {
        var files = Directory.GetFiles(folder, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToLookup(file => Path.GetFileName(file) == "baseline.jsonl");
        return new([.. files[false].Select(Client.Read)], [.. files[true].SelectMany(File.ReadLines).Select(Read<Measure>)]);
    }

    /// <summary>Until when something due at this moment may last, had it a grace of this long: a server that was killed is late from its next start on.</summary>
    public long NoLaterThan(long due, long graceMs, long happened)
    {
        var restart = All("started").Select(s => s.Note.T).Where(t => t > due && t <= happened).DefaultIfEmpty(due).Max();
        return Math.Max(due, restart) + graceMs;
    }

    public IEnumerable<(Client Client, Note Note)> All(string what) =>
        Clients.SelectMany(client => client.Notes.Where(note => note.E == what).Select(note => (client, note)));

    internal static T Read<T>(string line) => JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web)!;
}

/// <summary>One client's file.</summary>
public sealed record Client(string Name, IReadOnlyList<Note> Notes)
{
    public string? Id { get; } = Notes.FirstOrDefault(note => note.E == "me")?.Id;

    public static Client Read(string file) =>
        new($"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileNameWithoutExtension(file)}", [.. Whole(File.ReadAllText(file)).Select(Recordings.Read<Note>)]);

    // Its client may be writing: half a line at the end is no line yet.
    private static string[] Whole(string text) => text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>One line.</summary>
public sealed record Note(string E, string? Id, string? Key, string? Text, string? Thread, long Seq, long Fence, int Line, int Node, string? Code, string? What, long T);

/// <summary>What the server's process held at a moment: before anybody came, and after everybody had gone.</summary>
public sealed record Measure(string When, int Sockets, long RssKb);
