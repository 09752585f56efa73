using System.Text;

namespace CommunityWidget.Moderation.PersonalData;

/// <summary>A text with one space where there were several or a tab, as pages show it and finders read it: what would be found on a page is found before it gets there.</summary>
internal readonly struct Spacing
{
    // Where each letter stood; null where nothing was drawn together.
    private readonly int[]? _places;

    private Spacing(string text, int[]? places) => (Text, _places) = (text, places);

    public string Text { get; }

    public static Spacing Of(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] != '\t' && !IsFurther(text, at)) at++;
        if (at == text.Length) return new(text, null);
        var (drawn, places) = (new StringBuilder(text.Length), new int[text.Length]);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsFurther(text, i)) continue;
            places[drawn.Length] = i;
            drawn.Append(text[i] == '\t' ? ' ' : text[i]);
        }
        return new(drawn.ToString(), places);
    }

    /// <summary>The same find by its place in the original.</summary>
    public FoundData There(FoundData found) =>
        _places is null ? found : found with { Start = _places[found.Start], Length = _places[found.End - 1] + 1 - _places[found.Start] };

    private static bool IsFurther(string text, int at) => at > 0 && IsSpace(text[at]) && IsSpace(text[at - 1]);

    // Lines stay lines.
    private static bool IsSpace(char c) => c is not ('\n' or '\r') && char.IsWhiteSpace(c);
}
