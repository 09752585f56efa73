namespace CommunityWidget.Contracts;

/// <summary>The public questions about a product, for the product's own page. Source: <c>GET /api/answers?site=KEY&amp;product=ID</c>; what <c>&lt;community-questions&gt;</c> shows.</summary>
/// <param name="Product">Its id in the shop.</param>
/// <param name="Name">What the shop called it last; null while nobody asked about it.</param>
/// <param name="Questions">Newest first.</param>
/// <param name="After">For the next ones, as <c>after</c>; null when these are all.</param>
/// <param name="More">The public page that lists them all.</param>
public sealed record ProductAnswers(string Product, string? Name, IReadOnlyList<ProductQuestion> Questions, string? After, string More);

/// <summary>A public question and its best answer.</summary>
/// <param name="Id">Public id of the page.</param>
/// <param name="Title">The question in a line.</param>
/// <param name="Address">Where it is read, whole.</param>
/// <param name="Language">Two letters: what the question is written in.</param>
/// <param name="AskedAt">Unix milliseconds, UTC.</param>
/// <param name="Answers">How many answers there are.</param>
/// <param name="Answer">The beginning of the accepted one, else of the first; null while there is none.</param>
/// <param name="By">Who wrote that one; null once they are erased.</param>
/// <param name="Accepted">It was accepted.</param>
/// <param name="Outdated">Somebody said that it is true no longer.</param>
/// <param name="AnswerLanguage">Two letters: what the answer is written in; null while there is none.</param>
public sealed record ProductQuestion(string Id, string Title, string Address, string Language, long AskedAt, int Answers, string? Answer, string? By, bool Accepted, bool Outdated = false, string? AnswerLanguage = null);
