using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text;

namespace CommunityWidget.Import.Reading;

/// <summary>
/// Makes one of the rows in which a question goes on for several answers, by its id, wherever they stand. A look through the file first says which ids come
/// again further down; rows of those wait for the last one, all others go on at once. The order is always the same, so an import goes on where it was broken off.
/// </summary>
public sealed class GatherRows
{
    /// <summary>Of one question. More than a page shows, as the best of them are to stand there.</summary>
    public const int MostAnswers = 1_000;

    private const string TooMany = "More than 1,000 answers to this question stand above it.";

    private const string TooFar = "Rows with its id stand too far from each other. Put those with the same id one below the other, and import the file again.";

    private const string BreaksOff = "The file cannot be read on behind it, where more answers to it may stand. Mend the file, and import it again.";

    // Which row is the last one of an id, where they do not stand together; by the beginning of a hash.
    private readonly Dictionary<ulong, long> _last = [];

    private readonly Dictionary<string, List<Open>> _open = [];

    private readonly HashSet<string> _given = [];

    private readonly long _mostHeld;

    private long _held;

    // Some question of it goes on in another row.
    private bool _goesOn;

    private GatherRows(long mostHeld) => _mostHeld = mostHeld;

    /// <param name="file">Read to its end.</param>
    /// <param name="stop">Ends it.</param>
    /// <param name="mostHeld">How long the rows that wait may be together, in characters.</param>
    public static async Task<GatherRows> Look(SourceFile file, CancellationToken stop, long mostHeld = 1 << 26)
    {
        await using var rows = await OpenRows.Of(file, out _, stop);
        var gather = new GatherRows(mostHeld);
        // A table without ids has nothing to gather.
        if (rows.Columns.Count == 0 || rows.Columns.Select(FieldNames.Normal).Intersect(FieldNames.Id).Any()) await gather.Look(rows.Read(CancellationToken.None), stop);
        return gather;
    }

    private async Task Look(IAsyncEnumerable<SourceRow> rows, CancellationToken stop)
    {
        var (ids, whole, above, at) = (new HashSet<ulong>(), new HashSet<ulong>(), (SourceRow?)null, 0L);
        try
        {
            await foreach (var row in rows)
            {
                stop.ThrowIfCancellationRequested();
                at++;
                if (IdOf(row) is { } id)
                {
                    // What says the same word for word says nothing new.
                    var (isNew, isFirst) = (whole.Add(Hash(string.Join('\u001f', row.Cells))), ids.Add(Hash(id)));
                    var goesOn = above is not null && IdOf(above) == id && AsksAs(above, row);
                    _goesOn |= isNew && !isFirst;
                    if (isNew && !isFirst && (!goesOn || _last.ContainsKey(Hash(id)))) _last[Hash(id)] = at;
                }
                // A row that only goes on asks what the one above it does.
                above = above is not null && IdOf(above) is { } before && before == IdOf(row) && Says(row) is null ? above : row;
            }
        }
        catch (UnreadableFileException)
        {
            // Said when it is read.
        }
    }

    /// <param name="rows">The same ones again.</param>
    public async IAsyncEnumerable<SourceRow> Run(IAsyncEnumerable<SourceRow> rows)
    {
        var (above, at, broken) = ((string?)null, 0L, (ExceptionDispatchInfo?)null);
        await using var each = rows.GetAsyncEnumerator();
        while (true)
        {
            try
            {
                if (!await each.MoveNextAsync()) break;
            }
            catch (UnreadableFileException error)
            {
                broken = ExceptionDispatchInfo.Capture(error);
                break;
            }
            var row = each.Current;
            at++;
            var id = IdOf(row);
            if (above is not null && above != id)
                foreach (var whole in Close(above)) yield return whole;
            above = null;
            if (id is null) yield return row;
            else if (_given.Contains(id)) yield return row with { Fault = TooFar };
            else
            {
                var rejected = Take(id, row);
                if (rejected is not null) yield return rejected;
                var isApart = _last.TryGetValue(Hash(id), out var last);
                if (isApart && last > at && _held > _mostHeld)
                {
                    // All of it, so that nothing comes in without the rest.
                    _given.Add(id);
                    foreach (var whole in Close(id)) yield return whole with { Fault = TooFar };
                }
                else if (isApart && last <= at)
                    foreach (var whole in Close(id)) yield return whole;
                else if (!isApart) above = id;
            }
        }
        foreach (var id in _open.Keys.ToList())
            // A question that is in is known, and takes no answer from what follows when the file is mended.
            foreach (var whole in Close(id)) yield return broken is null || !_goesOn ? whole : whole with { Fault = BreaksOff };
        broken?.Throw();
    }

    // Two questions under one id are two, and the second one is rejected.
    private SourceRow? Take(string id, SourceRow row)
    {
        if (!_open.TryGetValue(id, out var open)) _open[id] = open = [];
        var same = open.Find(one => AsksAs(one.First, row));
        if (same is not null && same.Answers.Count + row.Answers.Count > MostAnswers) return row with { Fault = TooMany };
        _held += row.Weight;
        if (same is null) open.Add(new(row));
        else same.Add(row);
        return null;
    }

    private IEnumerable<SourceRow> Close(string id)
    {
        if (!_open.Remove(id, out var open)) return [];
        var whole = open.ConvertAll(one => one.Whole);
        _held -= whole.Sum(row => row.Weight);
        return whole;
    }

    private static string? IdOf(SourceRow row) => row.Fault is null ? SourceRow.Value(row.Fields, FieldNames.Id)?.Trim() : null;

    private static bool AsksAs(SourceRow first, SourceRow row) => Says(row) is var says && (says is null || says == Says(first));

    private static string? Says(SourceRow row) => SourceRow.Value(row.Fields, FieldNames.Body) ?? SourceRow.Value(row.Fields, FieldNames.Question) ?? SourceRow.Value(row.Fields, FieldNames.Title);

    private static ulong Hash(string text) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed class Open(SourceRow first)
    {
        private readonly List<SourceRow> _also = [];

        public SourceRow First => first;

        public List<IReadOnlyDictionary<string, string>> Answers { get; } = [.. first.Answers];

        public SourceRow Whole => _also.Count == 0 ? first : first with { Also = _also, Answers = Answers };

        public void Add(SourceRow row)
        {
            _also.Add(row);
            Answers.AddRange(row.Answers);
        }
    }
}
