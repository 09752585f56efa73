using System.Text.RegularExpressions;

namespace CommunityWidget.Integrations;

/// <summary>What somebody wrote, without what reaches or identifies them: e-mail addresses, and runs of digits as long as a telephone, card or account number.</summary>
public static partial class Mask
{
    public static string Text(string text) => Numbers().Replace(Emails().Replace(text, "[e-mail]"), "[number]");

    [GeneratedRegex(@"[^\s@<>()]+@[^\s@<>()]+\.[\p{L}\p{N}-]+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Emails();

    // Seven digits or more, whatever separates them; prices, sizes and years stay.
    [GeneratedRegex(@"(?<!\p{N})(\+|\(|\p{L}{2}(?=\p{N}{2}))?\p{N}([ \u00a0\u202f./()-]{0,2}\p{N}){6,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Numbers();
}
