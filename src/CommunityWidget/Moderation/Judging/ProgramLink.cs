namespace CommunityWidget.Moderation.Judging;

/// <summary>Links to what runs when it is opened, whatever sentence stands around them: <c>“…/setup.exe”,</c></summary>
internal static class ProgramLink
{
    private const string Closing = ")]}>\"`|\\^;";

    private static readonly string[] Programs = [".exe", ".scr", ".bat", ".cmd", ".msi", ".apk", ".jar", ".vbs", ".ps1", ".hta", ".lnk", ".iso", ".dmg"];

    /// <param name="path">What stands behind the host, up to what is asked of it.</param>
    public static bool Is(ReadOnlySpan<char> path)
    {
        if (path.Contains('%')) path = Uri.UnescapeDataString(path);
        foreach (var program in Programs)
        {
            for (var at = path.IndexOf(program, StringComparison.OrdinalIgnoreCase); at >= 0;)
            {
                var after = path[(at + program.Length)..];
                if (Ends(after)) return true;
                var next = after.IndexOf(program, StringComparison.OrdinalIgnoreCase);
                at = next < 0 ? -1 : at + program.Length + next;
            }
        }
        return false;
    }

    // A sign that no link goes on behind, or nothing but signs.
    private static bool Ends(ReadOnlySpan<char> after)
    {
        if (after.IsEmpty || Closing.Contains(after[0]) || (after[0] > '\u02AF' && !char.IsLetterOrDigit(after[0])) || after[0] is > '\u2E80' || after[0] is '«' or '»' or '\u00a0') return true;
        foreach (var c in after)
        {
            if (char.IsLetterOrDigit(c)) return false;
        }
        return true;
    }
}
