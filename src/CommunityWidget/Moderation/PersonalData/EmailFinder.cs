namespace CommunityWidget.Moderation.PersonalData;

/// <summary>E-mail addresses.</summary>
internal sealed class EmailFinder : IDataFinder
{
    private const int LongestUser = 64, LongestHost = 253;

    public void Find(string text, Finds found)
    {
        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = at;
            found.Steps++;
            while (start > 0 && at - start < LongestUser && IsUser(text[start - 1])) start--;
            while (start < at && text[start] is '.' or '-') start++;
            if (at > 0 && text[at - 1] == '"') start = Quoted(text, at);
            var end = at + 1;
            while (end < text.Length && end - at <= LongestHost && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-')) end++;
            while (end > at + 1 && text[end - 1] is '.' or '-') end--;
            found.Steps += end - start;
            var dot = text.LastIndexOf('.', end - 1, end - at);
            if (start == at || dot <= at + 1 || end - dot < 3 || Mailboxes.MayStand(text, start, at, at + 1, end)) continue;
            found.Add(new(start, end - start, DataKinds.Email));
        }
    }

    // "jane doe"@mail.example
    private static int Quoted(string text, int at)
    {
        var open = at > 1 ? text.LastIndexOf('"', at - 2, Math.Min(at - 1, LongestUser)) : -1;
        return open < 0 ? at : open;
    }

    private static bool IsUser(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '\'' or '&' or '=' or '~' or '%' or '!' or '#' or '$' or '*' or '/' or '^' or '`' or '{' or '|' or '}';
}
