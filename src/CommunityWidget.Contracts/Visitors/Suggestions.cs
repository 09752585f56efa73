namespace CommunityWidget.Contracts.Visitors;

/// <summary>What somebody is about to ask. It is compared with public answers and forgotten.</summary>
/// <param name="Text">As far as it is typed.</param>
/// <param name="Language">Two letters; a language the site does not have becomes its first one.</param>
/// <param name="Product">The product of the page they are on, as far as the shop named one: no answer about another is offered. Its id and name count.</param>
public sealed record SuggestRequest(string? Text, string? Language = null, ProductContext? Product = null);

/// <summary>Public answers to much the same question; none where none is sure to fit.</summary>
/// <param name="Pages">At most three, the best first.</param>
public sealed record Suggestions(IReadOnlyList<Suggestion> Pages);

/// <summary>A public page that was answered.</summary>
/// <param name="PageId">Public id of the page.</param>
/// <param name="Title">The question in short.</param>
/// <param name="Language">Two letters: of title and product.</param>
/// <param name="Answer">The accepted answer, or how it begins.</param>
/// <param name="IsWhole">False when only its beginning is here.</param>
/// <param name="By">Who gave it; null when nobody is named.</param>
/// <param name="AnsweredAt">When, in milliseconds.</param>
/// <param name="Url">The page's whole address: where the shop shows it, or else with us.</param>
/// <param name="ProductName">What it is about, as the shop called it; null where that is nothing, or is not known.</param>
/// <param name="IsOutdated">Somebody said that it is true no longer: only whoever answers is shown it, to judge for themselves.</param>
/// <param name="AnswerLanguage">Two letters: of the answer, which may be another.</param>
public sealed record Suggestion(string PageId, string Title, string Language, string Answer, bool IsWhole, string? By, long AnsweredAt, string Url, string? ProductName = null, bool IsOutdated = false, string AnswerLanguage = "en");
