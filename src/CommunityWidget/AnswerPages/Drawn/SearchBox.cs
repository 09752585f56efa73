using CommunityWidget.AnswerPages.Pages;

namespace CommunityWidget.AnswerPages.Drawn;

/// <summary>The form that searches a shop's questions.</summary>
/// <param name="Page">Where it stands.</param>
/// <param name="Words">As typed.</param>
public sealed record SearchBox(AnswersPage Page, string Words = "");
