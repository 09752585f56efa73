namespace CommunityWidget.Contracts;

/// <summary>Body of <c>POST /api/threads/{id}/reports</c>: a visitor or member finds that something should not stand.</summary>
/// <param name="Seq">The message, of somebody else; 0 for the public page.</param>
/// <param name="Reason">One of <see cref="ReportReasons"/>.</param>
/// <param name="Words">A few words to the moderators, or null; 1,000 characters at most.</param>
public sealed record ReportRequest(long Seq, string? Reason, string? Words = null);

/// <summary>A report and what became of it, for who made it.</summary>
/// <param name="ReportId">Public id.</param>
/// <param name="Seq">The message it is about; 0 for the public page.</param>
/// <param name="State"><c>open</c>, <c>upheld</c> (something was done) or <c>dismissed</c>.</param>
public sealed record ReportView(string ReportId, long Seq, string State);

/// <summary>Why something is reported.</summary>
public static class ReportReasons
{
    /// <summary>Insulting or hateful.</summary>
    public const string Unkind = "unkind";

    /// <summary>Advertising, or of no matter here.</summary>
    public const string Spam = "spam";

    /// <summary>Tells who somebody is.</summary>
    public const string Personal = "personal";

    /// <summary>Wrong or dangerous advice.</summary>
    public const string Wrong = "wrong";

    /// <summary>Something else.</summary>
    public const string Other = "other";
}
