namespace CommunityWidget.Pages.Readers;

/// <summary>The form "still need help?" as it comes in.</summary>
public sealed class QuestionFields
{
    public string? Question { get; set; }
    public string? Email { get; set; }

    /// <summary>The page it stood on.</summary>
    public string? About { get; set; }

    /// <summary>Of this form, where it was shown to one reader only.</summary>
    public string? Key { get; set; }

    /// <summary>The same words came before, and this is another question all the same.</summary>
    public string? Again { get; set; }

    /// <summary>What people do not see, and programs fill.</summary>
    public string? Website { get; set; }
}
