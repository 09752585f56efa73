using CommunityWidget.Contracts;

namespace CommunityWidget.Threads;

/// <summary>What a judge made of a text that may be stored.</summary>
/// <param name="Verdict">Null when it passed as it is; else of <see cref="Verdicts"/>.</param>
/// <param name="Masked">What those read who may not see all of it; null when everybody reads the same.</param>
/// <param name="Reasons">Why, in words of <see cref="JudgedReasons"/>.</param>
public sealed record Judged(string? Verdict, string? Masked = null, IReadOnlyList<string>? Reasons = null)
{
    public static readonly Judged Passed = new(Verdict: null);

    public bool IsHeld => Verdict == Verdicts.Held;
}

/// <summary>Why a judge did not let a text pass as it is. Readers give them their own words.</summary>
public static class JudgedReasons
{
    public const string Insult = "insult", Hate = "hate", SiteWord = "site_word", Toxic = "toxic", Spam = "spam", Link = "link", PersonalData = "personal_data";

    public static readonly IReadOnlyList<string> All = [Insult, Hate, SiteWord, Toxic, Spam, Link, PersonalData];
}
