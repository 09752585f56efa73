namespace CommunityWidget.Admin.Forms;

/// <summary>Query parameters of a page's address that are kept with a question.</summary>
public static class QueryForm
{
    public const int Most = 20, Longest = 40;

    // What such a parameter holds could open somebody's account, or says who they are.
    private static readonly string[] Secrets = ["token", "session", "sid", "password", "passwd", "pwd", "secret", "auth", "key", "apikey", "email", "mail", "phone", "code", "jwt"];

    public static Reading<string> Read(string? typed)
    {
        var words = (typed ?? "").Split([' ', ',', ';', '\n', '\r', '\t', '&', '?'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimEnd('=')).Distinct().ToList();
        var faults = words.Where(word => !IsParameter(word)).Select(word => new Fault("query", "query_word", word)).ToList();
        faults.AddRange(words.Where(IsSecret).Select(word => new Fault("query", "query_secret", word)));
        if (words.Count > Most) faults.Add(new("query", "query_too_many", $"{Most}"));
        return faults.Count > 0 ? faults : string.Join(' ', words);
    }

    private static bool IsParameter(string word) => word.Length is > 0 and <= Longest && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '[' or ']');

    private static bool IsSecret(string word) => word.Split('_', '-', '.').Any(part => Secrets.Contains(part.ToLowerInvariant()));
}
