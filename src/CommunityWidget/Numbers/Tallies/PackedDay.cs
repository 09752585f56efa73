using System.Text;
using CommunityWidget.Numbers.Reports;

namespace CommunityWidget.Numbers.Tallies;

/// <summary>
/// The questions of a day in few bytes: words and members once, then small numbers. It is made from tallies and can be made from them again, so
/// whoever changes its form empties <c>tally_days</c> by a migration. What came into it later stands at its end, where a node that does not know it yet stops reading.
/// </summary>
public static class PackedDay
{
    public const long Ms = 86_400_000;

    private const int IdBytes = 16;

    public static byte[] Pack(long day, IReadOnlyCollection<QuestionRow> questions)
    {
        string?[] words = [null, .. questions.SelectMany(Words).OfType<string>().Distinct()];
        Guid[] members = [.. questions.SelectMany(q => q.Members).Select(did => did.Member).Distinct()];
        var (word, member) = (words.Skip(1).Index().ToDictionary(one => one.Item!, one => one.Index + 1), members.Index().ToDictionary(one => one.Item, one => one.Index));
        using var bytes = new MemoryStream();
        using var write = new BinaryWriter(bytes, Encoding.UTF8);
        void Number(long number) => write.Write7BitEncodedInt64(number);
        Number(words.Length);
        foreach (var one in words.Skip(1)) write.Write(one!);
        Number(members.Length);
        foreach (var one in members) write.Write(one.ToByteArray());
        Number(questions.Count);
        foreach (var q in questions)
        {
            Number(q.AskedAt - (day * Ms));
            foreach (var one in Words(q)) Number(one is null ? 0 : word[one]);
            Number(q.TakenMs + 1 ?? 0);
            Number(((q.Stars ?? 0) << 1) | (q.ReachedTeam ? 1L : 0));
            Number(q.VisitorMessages);
            Number(q.SuperUserMessages);
            Number(q.TeamMessages);
            var acted = q.Members.Where(did => did.Took || did.Messages > 0).ToList();
            Number(acted.Count);
            foreach (var did in acted)
            {
                Number(member[did.Member]);
                Number((did.Messages << 1) | (did.Took ? 1L : 0));
            }
        }
        foreach (var helped in questions.Select(q => q.Members.Where(did => did.Helped).ToList()))
        {
            Number(helped.Count);
            foreach (var did in helped) Number(member[did.Member]);
        }
        // Few are: each with its place.
        var held = questions.Index().Where(q => q.Item.HeldMs > 0).ToList();
        Number(held.Count);
        foreach (var (at, q) in held)
        {
            Number(at);
            Number(q.HeldMs);
        }
        write.Flush();
        return bytes.ToArray();
    }

    public static IReadOnlyList<QuestionRow> Unpack(long day, byte[] packed)
    {
        using var read = new BinaryReader(new MemoryStream(packed), Encoding.UTF8);
        long Number() => read.Read7BitEncodedInt64();
        T[] Many<T>(Func<T> one)
        {
            var count = Number();
            if (count == 0) return [];
            var many = new T[count];
            for (var i = 0; i < many.Length; i++) many[i] = one();
            return many;
        }
        string?[] words = new string?[Number()];
        for (var i = 1; i < words.Length; i++) words[i] = string.Intern(read.ReadString());
        var members = Many(() => new Guid(read.ReadBytes(IdBytes)));
        string? Word() => words[Number()];
        Did OneDid()
        {
            var (member, did) = (members[Number()], Number());
            return new(member, (did & 1) == 1, did >> 1);
        }
        var questions = Many(() =>
        {
            var (askedAt, language, topic, outcome, rung, taken, mark) = ((day * Ms) + Number(), Word(), Word(), Word(), Word(), Number(), Number());
            return new QuestionRow
            {
                AskedAt = askedAt,
                Language = language!,
                Topic = topic,
                Outcome = outcome!,
                TakenRung = rung,
                TakenMs = taken == 0 ? null : taken - 1,
                ReachedTeam = (mark & 1) == 1,
                Stars = mark >> 1 is > 0 and var stars ? stars : null,
                VisitorMessages = Number(),
                SuperUserMessages = Number(),
                TeamMessages = Number(),
                Members = Many(OneDid),
            };
        });
        // Packed by a node that did not know of it yet.
        if (read.BaseStream.Position == packed.Length) return questions;
        questions = [.. questions.Select(q => Many(() => members[Number()]) is { Length: > 0 } helped ? q with { Members = Helped(q.Members, helped) } : q)];
        if (read.BaseStream.Position == packed.Length) return questions;
        for (var held = Number(); held > 0; held--)
        {
            var at = Number();
            questions[at] = questions[at] with { HeldMs = Number() };
        }
        return questions;
    }

    private static Did[] Helped(IReadOnlyList<Did> acted, Guid[] helped) =>
        [.. acted.Select(did => did with { Helped = helped.Contains(did.Member) }), .. helped.Except(acted.Select(did => did.Member)).Select(only => new Did(only, Took: false, Messages: 0, Helped: true))];

    private static string?[] Words(QuestionRow q) => [q.Language, q.Topic, q.Outcome, q.TakenRung];
}
