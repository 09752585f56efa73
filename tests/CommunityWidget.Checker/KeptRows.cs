using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CommunityWidget.Checker;

public sealed record KeptThread(string PublicId, string State, long Rung, long RungEnteredAt, long Fence, long LastSeq, string? Responder, string Ladder)
{
    /// <summary>When a waiting thread must have left its rung.</summary>
    public long LeavesAt()
    {
        var rungs = JsonDocument.Parse(Ladder).RootElement.GetProperty("rungs");
        if (Rung > rungs.GetArrayLength()) return RungEnteredAt;
        var rung = rungs[(int)Rung - 1];
        // The last offer made on a rung lives to its own deadline, also when the rung's time is up.
        return RungEnteredAt + rung.GetProperty("staysMs").GetInt64() + rung.GetProperty("offerMs").GetInt64();
    }
}

public sealed record KeptEvent(string Thread, long Seq, string Kind, string Audience, string AuthorKind, string? Author, string? Key, string? Body, KeptStatus? Status)
{
    /// <summary>What a reader must have been shown: kind, author, text and reason, hashed.</summary>
    public string Fingerprint(Reader reader)
    {
        var hidden = Audience switch { "staff" => reader != Reader.Staff, "members" => reader == Reader.Visitor, _ => false };
        var author = AuthorKind switch { _ when hidden => "", "visitor" => "visitor", "member" => Author, _ => "" };
        var what = hidden ? "placeholder\n\n\n" : $"{Kind}\n{author}\n{Body}\n{Status?.Reason}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)))[..16];
    }
}

public sealed record KeptStatus(string State, long Fence, string Reason, string? Responder)
{
    public static KeptStatus? Read(string? json)
    {
        if (json is null) return null;
        var s = JsonDocument.Parse(json).RootElement;
        var responder = s.TryGetProperty("responder", out var who) && who.ValueKind == JsonValueKind.String ? who.GetString()!.ToLowerInvariant() : null;
        return new(s.GetProperty("state").GetString()!, s.GetProperty("fence").GetInt64(), s.GetProperty("reason").GetString()!, responder);
    }
}

public sealed record KeptOffer(string Thread, string Member, string State, long Fence, long Deadline, long? EndedAt);

/// <summary>Who reads, as far as it decides what they are shown.</summary>
public enum Reader
{
    Visitor,
    Volunteer,
    Staff,
}

public sealed record KeptMember(string Id, string Name, string Roles, long Seats, long Busy, long Offered)
{
    public bool IsStaff => Roles.Split(' ').Any(role => role is "agent" or "moderator" or "admin");
}
