namespace CommunityWidget.Moderation.PersonalData;

/// <summary>
/// What an address says of somebody: whatever the others find once it is read as its shop reads it (<c>?email=jane%40mail.example</c>), an order in a part of its own
/// (<c>/view-order/104233</c>), a parcel, a telephone behind <c>wa.me/</c>. With its scheme or without, and a path alone.
/// </summary>
/// <param name="others">The finders of everything else, the surer first.</param>
internal sealed class LinkFinder(IReadOnlyList<IDataFinder> others) : IDataFinder
{
    private const int FewestDigits = 7, MostDigits = 15;

    private const string Scheme = "://", Web = "www.", Chat = "wa.me";

    public void Find(string text, Finds found)
    {
        if (!text.AsSpan().ContainsAny('/', '%', '=')) return;
        for (var i = 0; i < text.Length; i++)
        {
            var end = i;
            while (end < text.Length && !EndsIt(text[end])) end++;
            found.Steps += end - i + 1;
            if (text.AsSpan(i, end - i).ContainsAny('/', '%', '=')) Read(text, i, end, found);
            i = end;
        }
    }

    private void Read(string text, int start, int end, Finds found)
    {
        while (end > start && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '\'' or '’' or '…' or '*' or '_') end--;
        var typed = Unescaped.Of(text[start..end]);
        var link = Spacing.Of(typed.Text);
        var inside = new Finds(link.Text);
        if (PathStart(link.Text) is { } path)
        {
            Telephone(link.Text, path, inside);
            ShippedParcels.Find(link.Text, inside, isLink: true);
            foreach (var (at, length) in OrderAddress.In(link.Text[path..])) inside.Add(new(path + at, length, DataKinds.Order));
        }
        if (typed.IsChanged) foreach (var finder in others) finder.Find(link.Text, inside);
        found.Steps += link.Text.Length + inside.Steps;
        foreach (var data in inside.InOrder)
        {
            var there = typed.There(link.There(data));
            found.Add(there with { Start = start + there.Start });
        }
    }

    // Behind the host: none where it is no address at all.
    private static int? PathStart(string link)
    {
        var host = link.IndexOf(Scheme, StringComparison.Ordinal) is var scheme and > 0 ? scheme + Scheme.Length : link.IndexOf(Web, StringComparison.OrdinalIgnoreCase);
        if (host >= 0) return link.AsSpan(host).IndexOfAny('/', '?', '#') is var path and >= 0 ? host + path : null;
        var first = 0;
        while (first < link.Length && link[first] is '(' or '\'' or '’' or '*' or '_' or '-' or ':') first++;
        var end = link.AsSpan(first).IndexOfAny('/', '?');
        return end == 0 || (end > 0 && IsHost(link.AsSpan(first, end))) ? first + end : null;
    }

    // "shop.example", "shop.example:8080", and not "1.5" or "w.o".
    internal static bool IsHost(ReadOnlySpan<char> name)
    {
        if (name.LastIndexOf(':') is var port and > 0 && !name[(port + 1)..].ContainsAnyExceptInRange('0', '9')) name = name[..port];
        var dot = name.LastIndexOf('.');
        if (dot < 1 || name.Length - dot < 3) return false;
        foreach (var c in name[(dot + 1)..])
        {
            if (!char.IsLetter(c)) return false;
        }
        return true;
    }

    // "wa.me/33612345678"
    private static void Telephone(string link, int path, Finds inside)
    {
        if (!link.AsSpan(0, path).EndsWith(Chat, StringComparison.OrdinalIgnoreCase)) return;
        var start = path + 1;
        if (start < link.Length && link[start] == '+') start++;
        var end = start;
        while (end < link.Length && char.IsAsciiDigit(link[end])) end++;
        if (end - start is >= FewestDigits and <= MostDigits) inside.Add(new(path + 1, end - path - 1, DataKinds.Phone));
    }

    private static bool EndsIt(char c) => char.IsWhiteSpace(c) || c is '<' or '>' or '"' or '[' or ']' or '{' or '}' or '|' or '«' or '»' or '“' or '”';
}
