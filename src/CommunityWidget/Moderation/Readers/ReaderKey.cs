using CommunityWidget.People;

namespace CommunityWidget.Moderation.Readers;

/// <summary>
/// The one thing somebody without an account has to show that they wrote something: a secret that stands behind the <c>#</c> of the address they are sent to. It opens what
/// they wrote and nothing else. Its hash is kept with what they wrote, in the same transaction.
/// </summary>
/// <param name="Value">Never stored.</param>
/// <param name="Hash">Of it.</param>
public sealed record ReaderKey(string Value, string Hash)
{
    // The same again so soon is one press too many; later it may be somebody beside them, who has no part in it.
    private const long DoubleClickMs = 10_000;

    public static ReaderKey New()
    {
        var secret = Secret.New();
        return new(secret, Secret.Hash(secret));
    }

    /// <summary>What was sent at a moment is sent again by one press too many.</summary>
    public static bool IsPressedTwice(long at, long now) => at > now - DoubleClickMs;

    /// <summary>Itself where it opens what was kept; null where that is another's that says the same.</summary>
    public string? To(string? kept) => kept == Hash ? Value : null;
}
