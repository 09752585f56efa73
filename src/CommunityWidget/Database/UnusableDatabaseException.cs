namespace CommunityWidget.Database;

/// <summary>There is no starting on this database; the message says what to do.</summary>
public sealed class UnusableDatabaseException(string message, Exception? cause = null) : Exception(message, cause);
