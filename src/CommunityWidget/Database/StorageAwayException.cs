namespace CommunityWidget.Database;

/// <summary>A write was refused because the database is away, locked or full, and whoever wanted it has nobody to refuse: it is done again later.</summary>
public sealed class StorageAwayException(string message) : IOException(message);
