namespace CommunityWidget.Retrieval.Scoring;

/// <summary>What one search made of a set: for each question pages in order, the best first, each with its score.</summary>
/// <param name="Name">Of the search.</param>
/// <param name="Lists">One for each question.</param>
/// <param name="Offered">What it would have offered by itself, with the right pages there and without them; null where a search has no notion of it.</param>
/// <param name="MsEach">How long a question took.</param>
internal sealed record Ranked(string Name, IReadOnlyList<IReadOnlyList<(int Page, double Score)>> Lists, Offers? Offered, double MsEach);

/// <param name="With">For each question the first page it was sure of, null where it kept silent.</param>
/// <param name="Without">The same when no page answers.</param>
internal sealed record Offers(IReadOnlyList<int?> With, IReadOnlyList<int?> Without);
