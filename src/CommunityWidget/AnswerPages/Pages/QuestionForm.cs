using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>The form "still need help?", on a page and, where something was amiss, by itself with what was typed.</summary>
/// <param name="Action">Where it is posted.</param>
/// <param name="R">Its words.</param>
/// <param name="SendsMail">An answer may go out by mail: where none does, no address is asked for.</param>
/// <param name="About">The page it was opened on; null on lists.</param>
/// <param name="Question">As typed.</param>
/// <param name="Email">As typed.</param>
public sealed record QuestionForm(string Action, ReaderTexts R, bool SendsMail, Edition? About = null, string? Question = null, string? Email = null)
{
    public const int MostCharacters = 4_000;

    /// <summary>Makes what is sent twice from here one question; null on pages that are the same for everybody.</summary>
    public string? Key { get; init; }

    /// <summary>The same words came before from where this reader is: sent now, they are another question.</summary>
    public bool Again { get; init; }

    /// <summary>Nothing where only customers the shop has named are served: a plain form cannot name anybody.</summary>
    public static QuestionForm? On(Site site, string action, ReaderTexts texts, bool sendsMail, Edition? about = null) => site.IdentityRequired ? null : new(action, texts, sendsMail, about);
}

/// <summary>The form "add an answer", in the same two places.</summary>
/// <param name="Action">Where it is posted.</param>
/// <param name="R">Its words.</param>
/// <param name="Language">Of the page.</param>
/// <param name="Name">As typed.</param>
/// <param name="Text">As typed.</param>
public sealed record AnswerForm(string Action, ReaderTexts R, string Language, string? Name = null, string? Text = null);

/// <summary>The form "report this page", in the same two places.</summary>
/// <param name="Action">Where it is posted.</param>
/// <param name="T">Its words.</param>
public sealed record ReportFields(string Action, AnswersTexts T)
{
    public const int MostCharacters = 1_000;

    /// <summary>As chosen.</summary>
    public string? Reason { get; init; }

    /// <summary>As typed.</summary>
    public string? Words { get; init; }
}
