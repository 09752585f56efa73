using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Hubs.FanOut;

/// <summary>What a node asks of the others.</summary>
public enum FanOutVerb : byte
{
    /// <summary>Send this message to your connections in the channel's audience.</summary>
    Send = 0,

    /// <summary>Put the channel's connection into these groups.</summary>
    Join = 1,

    Leave = 2,
}

/// <summary>One message between nodes: as bytes that any client's protocol can be handed as they are.</summary>
/// <param name="Node">Who sent it; that node has served its own connections already.</param>
/// <param name="Verb">What to do.</param>
/// <param name="Names">The connections left out, or the groups to join or leave.</param>
/// <param name="Bodies">The message, written once for each protocol.</param>
public sealed record Envelope(Guid Node, FanOutVerb Verb, IReadOnlyList<string> Names, IReadOnlyList<SerializedMessage> Bodies)
{
    // The first byte: nodes of another release ignore what they cannot read.
    private const byte Version = 1;

    public byte[] Write()
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(Version);
        writer.Write(Node.ToByteArray());
        writer.Write((byte)Verb);
        writer.Write7BitEncodedInt(Names.Count);
        foreach (var name in Names) writer.Write(name);
        writer.Write7BitEncodedInt(Bodies.Count);
        foreach (var body in Bodies)
        {
            writer.Write(body.ProtocolName);
            writer.Write7BitEncodedInt(body.Serialized.Length);
            writer.Write(body.Serialized.Span);
        }
        return memory.ToArray();
    }

    /// <summary>Null when another release wrote it, or nobody of ours.</summary>
    public static Envelope? Read(byte[] bytes)
    {
        if (bytes is not [Version, ..]) return null;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, 1, bytes.Length - 1));
            var (node, verb) = (new Guid(reader.ReadBytes(16)), (FanOutVerb)reader.ReadByte());
            var names = Many(reader, r => r.ReadString());
            return new(node, verb, names, Many(reader, r => new SerializedMessage(r.ReadString(), r.ReadBytes(r.Read7BitEncodedInt()))));
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static List<T> Many<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var all = new List<T>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--) all.Add(read(reader));
        return all;
    }
}
