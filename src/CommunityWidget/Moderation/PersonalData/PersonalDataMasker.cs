using System.Text;

namespace CommunityWidget.Moderation.PersonalData;

/// <summary>
/// The door to personal data in a text: finds it and masks it. Pure, by scanners of our own that go over the text once each: no expression
/// that could go back and forth.
/// </summary>
public static class PersonalDataMasker
{
    private static readonly IDataFinder[] Emails = [new EmailFinder(), new SpelledEmailFinder()], OfNumbers = [new IbanFinder(), new SocialSecurityFinder(), new LooseNumberFinder(), new OrderFinder(), new AddressFinder(), new CodedAddressFinder(), new PostBoxFinder(), new IpAddresses(), new NumberFinder()], Last = [new NameFinder(), new PersonFinder()];

    // One of letters alone: "dead:beef::cafe".
    private static readonly IpAddresses Addresses = new();

    // Made of the others, so behind them.
    private static readonly IDataFinder[] Always = [.. Emails, new LinkFinder([.. Emails, .. OfNumbers, .. Last])];

    /// <param name="text">As it was typed.</param>
    /// <param name="language">Two letters: of the words put in place.</param>
    /// <param name="isAllowed">What a site lets stand, asked with what was found; null when nothing.</param>
    /// <param name="name">Whose name is hidden wherever it stands; null for nobody's.</param>
    public static MaskedText Mask(string text, string language, Func<string, bool>? isAllowed = null, string? name = null)
    {
        var steps = 0;
        return Mask(text, language, isAllowed, ref steps, name);
    }

    internal static MaskedText Mask(string text, string language, Func<string, bool>? isAllowed, ref int steps, string? name = null)
    {
        var found = Find(text, ref steps, name);
        if (isAllowed is not null) found = [.. found.Where(data => !isAllowed(text.Substring(data.Start, data.Length)))];
        if (found.Count == 0) return new(text, []);
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var data in found)
        {
            masked.Append(text, at, data.Start - at).Append(DataKinds.Word(data.Kind, language));
            at = data.End;
        }
        return new(masked.Append(text, at, text.Length - at).ToString(), found);
    }

    /// <summary>What there is, in order. Where two overlap the earlier finder's counts, which is the surer one.</summary>
    public static IReadOnlyList<FoundData> Find(string text)
    {
        var steps = 0;
        return Find(text, ref steps);
    }

    private static IReadOnlyList<FoundData> Find(string text, ref int steps, string? name = null)
    {
        var spacing = Spacing.Of(text);
        text = spacing.Text;
        // Digits of other scripts, and wide ones, are digits; each in its place.
        var read = text.AsSpan().ContainsAnyExceptInRange('\0', '\u007f') ? Digits.AsAscii(text) : text;
        var found = new Finds(read);
        SplitFinder.Find(read, found);
        foreach (var finder in Always) finder.Find(read, found);
        // Most texts hold no digit.
        if (read.AsSpan().ContainsAnyInRange('0', '9')) foreach (var finder in OfNumbers) finder.Find(read, found);
        else if (read.Contains("::", StringComparison.Ordinal)) Addresses.Find(read, found);
        foreach (var finder in Last) finder.Find(read, found);
        OwnNameFinder.Of(name)?.Find(read, found);
        steps += found.Steps;
        return [.. found.InOrder.Select(spacing.There)];
    }
}

/// <summary>Finds one kind of personal data.</summary>
internal interface IDataFinder
{
    /// <summary>Adds what does not overlap anything found before.</summary>
    void Find(string text, Finds found);
}
