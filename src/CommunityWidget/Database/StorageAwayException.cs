using CommunityWidget.Contracts;

namespace CommunityWidget.Database;

/// <summary>A write was refused because the database is away, locked or full, and whoever wanted it has nobody to refuse: it is done again later.</summary>
public sealed class StorageAwayException(string message) : IOException(message)
{
    /// <summary>Whoever was to store something and could not is to be asked again: it says nothing of what was to be stored.</summary>
    public static void ThrowIf(Refusal? refusal)
    {
        if (refusal == Refusals.StorageAway) throw new StorageAwayException(refusal.Message);
    }
}
