using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Forms;

/// <summary>The shop's origins, one a line.</summary>
public static class OriginsForm
{
    public const int Most = 50;

    public static string Shown(string kept) => kept.Replace(' ', '\n');

    public static Reading<string> Read(string field, string? typed)
    {
        var lines = (typed ?? "").Split(['\n', '\r', ' ', ',', ';', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > Most) return new List<Fault> { new(field, "origins_too_many", $"{Most}") };
        var read = lines.Select(line => (Line: line, Origin: Origin.Read(line))).ToList();
        var faults = read.Where(r => r.Origin.Fault is not null).Select(r => new Fault(field, r.Origin.Fault!, r.Line, r.Origin.Meant ?? "")).ToList();
        return faults.Count > 0 ? faults : string.Join(' ', read.Select(r => r.Origin.Value).Distinct());
    }
}
