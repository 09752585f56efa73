using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Forms;

/// <summary>Where a shop shows the answer pages: an address with a path of letters, without anything behind it.</summary>
public static class AnswersBaseForm
{
    public const string Field = "base";

    private const int Longest = 200;

    /// <summary>Empty: nowhere.</summary>
    public static Reading<string> Read(string? typed)
    {
        var text = (typed ?? "").Trim().TrimEnd('/');
        if (text.Length == 0) return "";
        if (text.Length > Longest || text.Contains('@') || !Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text, UriKind.Absolute, out var uri)) return Wrong("base_not_an_address", text);
        var origin = Origin.Read(uri.GetLeftPart(UriPartial.Authority));
        if (origin.Fault is { } fault) return Wrong(fault, text, origin.Meant ?? "");
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0 || !uri.AbsolutePath.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.') || uri.AbsolutePath.Contains("//", StringComparison.Ordinal)) return Wrong("base_path", text);
        return origin.Value + uri.AbsolutePath.TrimEnd('/');
    }

    private static Reading<string> Wrong(string code, params string[] about) => new List<Fault> { new(Field, code, about) };
}
