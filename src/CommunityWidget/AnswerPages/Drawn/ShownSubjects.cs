using CommunityWidget.AnswerPages.Pages;

namespace CommunityWidget.AnswerPages.Drawn;

/// <summary>What a site's questions are about, as links.</summary>
/// <param name="Page">Where they stand.</param>
/// <param name="Title">Above them.</param>
/// <param name="Subjects">What each is called, where it is, and of how many questions.</param>
public sealed record ShownSubjects(AnswersPage Page, string Title, IReadOnlyList<(string Name, string Path, long Number)> Subjects);
