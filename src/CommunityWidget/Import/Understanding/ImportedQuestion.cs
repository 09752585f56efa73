using CommunityWidget.Contracts;

namespace CommunityWidget.Import.Understanding;

/// <summary>A question with its answers as a file tells it, clean but not judged.</summary>
public sealed record ImportedQuestion
{
    /// <summary>What makes it the same when it comes again: the id it had where it comes from, else what it says. A hash either way.</summary>
    public string Mark { get; init; } = "";

    /// <summary>A hash of what is asked, by which another question under the same id is told from the same one.</summary>
    public string Asked { get; init; } = "";

    /// <summary>A hash of what is asked about which product, by which it is known where it came with an id and without one.</summary>
    public string About { get; init; } = "";

    /// <summary>A hash of all it says: its mark where it has no id.</summary>
    public string Said { get; init; } = "";

    public bool HasId => Mark != Said;

    public string Title { get; init; } = "";
    public string Question { get; init; } = "";
    public string? Author { get; init; }
    public string Language { get; init; } = "";
    public string? Topic { get; init; }
    public ProductContext? Product { get; init; }
    public long AskedAt { get; init; }

    /// <summary>The accepted one first, then those with most votes.</summary>
    public IReadOnlyList<ImportedAnswer> Answers { get; init; } = [];

    /// <summary>What was left out although the rest is fine, in a few words that many rows share.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Answers among it, each with where it stands.</summary>
    public IReadOnlyList<LeftOutAnswer> LeftOutAnswers { get; init; } = [];
}

/// <param name="Line">Of the file.</param>
/// <param name="What">In a few words.</param>
/// <param name="IsAccepted">As the file says.</param>
public sealed record LeftOutAnswer(long Line, string What, bool IsAccepted);

/// <param name="Body">Clean.</param>
/// <param name="Author">The pseudonym shown beside it.</param>
/// <param name="At">When it was given.</param>
/// <param name="IsAccepted">By whoever asked, as the file says.</param>
/// <param name="Votes">None below zero.</param>
public sealed record ImportedAnswer(string Body, string? Author, long At, bool IsAccepted, long Votes);

/// <summary>A row that can be used, or why not, as a sentence.</summary>
public readonly record struct Understood(ImportedQuestion? Question, string? Fault)
{
    public static implicit operator Understood(ImportedQuestion question) => new(question, null);

    public static implicit operator Understood(string fault) => new(null, fault);
}
