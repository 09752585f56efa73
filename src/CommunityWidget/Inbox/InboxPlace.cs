using System.Globalization;

namespace CommunityWidget.Inbox;

/// <summary>Where a page of a view ends: in which section, by which key, at which thread.</summary>
public sealed record InboxPlace(int Section, long At, Guid Id)
{
    /// <summary>Null for nothing; a place that cannot be read is the top.</summary>
    public static InboxPlace? Read(string? text)
    {
        if (text?.Split('.') is not [var section, var at, var id]) return null;
        return int.TryParse(section, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var key) && Guid.TryParse(id, out var thread)
            ? new(number, key, thread)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Section}.{At}.{Id:N}");
}
