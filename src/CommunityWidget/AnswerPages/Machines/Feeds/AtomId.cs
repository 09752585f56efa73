using System.Security.Cryptography;
using System.Text;

namespace CommunityWidget.AnswerPages.Machines.Feeds;

/// <summary>
/// What a feed and its entries go by (RFC 4287, 4.2.6): never an address, which another title, short name or host changes, so that readers would be told everything as new.
/// </summary>
public static class AtomId
{
    public static string Of(Guid id) => $"urn:uuid:{id}";

    /// <summary>For what has no id that is its own everywhere: made of its owner's and its name (RFC 9562, version 8).</summary>
    public static string Of(Guid owner, string name)
    {
        var made = SHA256.HashData([.. owner.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]).AsSpan(0, 16);
        (made[6], made[8]) = ((byte)((made[6] & 0x0F) | 0x80), (byte)((made[8] & 0x3F) | 0x80));
        return Of(new Guid(made, bigEndian: true));
    }
}
