using System.Security.Cryptography;
using System.Text;
using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Contracts;
using CommunityWidget.Import.Reading;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Import.Understanding;

/// <summary>Makes a question of a row, or says in a sentence why it is none. Pure.</summary>
/// <param name="site">Whose languages and topics count.</param>
/// <param name="order">What was said about all rows.</param>
/// <param name="now">Nothing was asked after it.</param>
/// <param name="written">When the file was written: what says no time was asked at the latest then.</param>
public sealed class UnderstandRow(Site site, ImportOrder order, long now, long written)
{
    public const int QuestionCodePoints = 4_000, AnswerCodePoints = 20_000, MostAnswers = 100;

    private readonly Dictionary<string, string> _topics = site.Topics.Known
        .SelectMany(topic => topic.Names.Values.Append(topic.Id).Select(name => (Name: FieldNames.Normal(name), topic.Id))).DistinctBy(topic => topic.Name).ToDictionary(topic => topic.Name, topic => topic.Id);

    public Understood Run(SourceRow row)
    {
        if (row.Fault is { } broken) return broken;
        string? Value(string[] names) => SourceRow.Value(row.Fields, names);
        // By the words of schema.org its title is its name; elsewhere a name is somebody's.
        var named = row.Fields.GetValueOrDefault("type")?.EndsWith("Question", StringComparison.Ordinal) == true ? row.Fields.GetValueOrDefault("name") : null;
        var (title, asked, body) = (Value(FieldNames.Title) ?? named, Value(FieldNames.Question), Value(FieldNames.Body));
        var question = Clean(body ?? asked ?? title, QuestionCodePoints, "question");
        if (question.Value is not { } words) return question.Fault!;
        if ((Unread(title ?? asked, "title") ?? Unread(Value(FieldNames.ProductName), "product") ?? Unread(Value(FieldNames.ProductId), "product")) is { } mangled) return mangled;
        var language = LanguageOf(Value(FieldNames.Language), words);
        if (language.Value is not { } tongue) return language.Fault!;
        var leftOut = new List<string>();
        var (saidAt, noDate, _) = Moment(Value(FieldNames.AskedAt), tongue);
        if (noDate is not null) return noDate;
        var (said, noAnswer) = Answers(row, tongue);
        if (noAnswer is not null) return noAnswer;
        // Nothing was asked after it was answered.
        var askedAt = said.Where(one => one is { Fault: null, Answer.At: > 0 }).Select(one => one.Answer.At).Append(saidAt ?? long.MaxValue).Min() is var first and not long.MaxValue ? first : written;
        said = [.. said.Select(one => one.Answer.At > 0 ? one : one with { Answer = one.Answer with { At = saidAt ?? askedAt } })];
        var unusable = said.Where(one => one.Fault is not null).ToList();
        leftOut.AddRange(unusable.Select(one => one.Short!));
        leftOut.AddRange(said.SelectMany(one => one.Unread).Distinct());
        var answers = InOrder(said.Where(one => one.Fault is null));
        if (answers.Count > MostAnswers) leftOut.Add($"answers beyond the first {MostAnswers}");
        var kept = EachOnce([.. answers.Take(MostAnswers)], leftOut);
        var called = title ?? (body is null ? null : asked);
        var made = new ImportedQuestion
        {
            Title = TitleOf(called, words, DraftEdition.FirstLine),
            Question = words,
            Author = Pseudonym.Of(Value(FieldNames.Author), order.FullNames),
            Language = tongue,
            Topic = TopicOf(Value(FieldNames.Topic), leftOut),
            Product = Product(Value(FieldNames.ProductId), Value(FieldNames.ProductName), Value(FieldNames.ProductUrl), leftOut),
            AskedAt = askedAt,
            // The mark is of all that the file says, usable or not: it is known again when it comes again, and so is what was brought in before this was looked at.
            Answers = [.. InOrder(said).Take(MostAnswers)],
            LeftOut = leftOut,
            LeftOutAnswers = [.. unusable.Select(one => new LeftOutAnswer(one.Line, one.Short!, one.Answer.IsAccepted))],
        };
        var (id, asks) = (Value(FieldNames.Id), Letters(words));
        var all = Said(made);
        // What shows nothing is no title and no product. The marks are of what the file says, so that it is known again.
        var shown = TitleOf(called, words, DraftEdition.TitleOf);
        return made with { Title = MessageText.IsShown(shown) ? shown : DraftEdition.TitleOf(words), Question = Whole(called, words, leftOut), Product = Shown(made.Product), Mark = id is null ? all : Hash($"id\0{id.Trim()}"), Said = all, Asked = Hash(asks), About = Hash($"about\0{ProductOf(made)}\0{Letters(made.Title)}\0{asks}"), Answers = kept };
    }

    // Each that has a text, usable or not; or why the row is rejected.
    private (IReadOnlyList<SaidAnswer> Said, string? Fault) Answers(SourceRow row, string language)
    {
        var said = new List<SaidAnswer>();
        for (var at = 0; at < row.Answers.Count; at++)
        {
            if (SourceRow.Value(row.Answers[at], FieldNames.AnswerText) is not { } text) continue;
            var one = AnswerOf(row.Answers[at], text, language) with { Line = row.LineOf(at) };
            // What one word about the whole file mends costs no answer for good.
            if (one is { Fault: { } ofAll, Short: null }) return ([], ofAll);
            said.Add(one);
        }
        // A question whose answers cannot be used is none; one that has others keeps those.
        return said.Any(one => one.Fault is null) ? (said, null) : ([], said.FirstOrDefault()?.Fault ?? "There is no answer.");
    }

    // One is accepted at most: the first that says so.
    private static List<ImportedAnswer> InOrder(IEnumerable<SaidAnswer> said)
    {
        var all = said.Select(one => one.Answer).ToList();
        var chosen = all.Find(answer => answer.IsAccepted);
        return [.. all.Select(answer => answer with { IsAccepted = ReferenceEquals(answer, chosen) }).OrderByDescending(answer => answer.IsAccepted).ThenByDescending(answer => answer.Votes)];
    }

    private SaidAnswer AnswerOf(IReadOnlyDictionary<string, string> row, string text, string language)
    {
        string? Value(string[] names) => SourceRow.Value(row, names);
        var unread = new List<string>();
        T Read<T>(string[] names, Func<string, T?> read, string none) where T : struct
        {
            if (Array.Find(names, row.ContainsKey) is not { } name) return default;
            if (read(row[name]) is { } value) return value;
            unread.Add($"what “{name}” says: “{Cut(row[name].Trim(), 20)}” is {none}");
            return default;
        }
        var accepted = Read(FieldNames.AnswerAccepted, Tallies.IsYes, "neither yes nor no");
        var votes = Read(FieldNames.AnswerVotes, Tallies.Votes, "no number");
        var body = Clean(text, AnswerCodePoints, "answer");
        var (at, fault, isOfFile) = Moment(Value(FieldNames.AnswerDate), language);
        // Without a date for now: its question may know one.
        var answer = new ImportedAnswer(body.Value ?? text, Pseudonym.Of(Value(FieldNames.AnswerAuthor), order.FullNames), at ?? 0, accepted, votes);
        var made = new SaidAnswer(answer) { Unread = unread };
        if (body.Value is null) return made with { Fault = body.Fault, Short = body.Short is { } why ? $"an answer {why}" : null };
        return fault is null ? made : made with { Fault = fault, Short = isOfFile ? null : "an answer whose date cannot be used" };
    }

    // As many readers would read it: a page says nothing twice.
    private static IReadOnlyList<ImportedAnswer> EachOnce(IReadOnlyList<ImportedAnswer> answers, List<string> leftOut)
    {
        var once = answers.DistinctBy(answer => WrittenText.Squeezed(answer.Body)).ToList();
        leftOut.AddRange(Enumerable.Repeat("an answer that says the same as another one to its question", answers.Count - once.Count));
        return once;
    }

    // In a few words too, where it is the fault of this text alone and of no other in the file.
    private static (string? Value, string? Fault, string? Short) Clean(string? raw, int codePoints, string what)
    {
        if (Unread(raw, what) is { } mangled) return (null, mangled, null);
        var clean = MessageText.CleanForPage(PlainText.Of(raw ?? ""), codePoints);
        if (clean.Value is { } text) return (text, null, null);
        if (clean.Refusal == Refusals.TextEmpty) return (null, $"There is no {what}.", "without a text");
        if (clean.Refusal == Refusals.TextTooLong) return (null, $"The {what} is longer than {codePoints} characters.", $"longer than {codePoints} characters");
        return (null, $"The {what} has characters that cannot be stored.", null);
    }

    // What stands where half a character or another encoding was.
    private static string? Unread(string? raw, string what) => raw?.Contains('\uFFFD') == true ? $"The {what} has characters that cannot be read. Say the file's --encoding." : null;

    private (string? Value, string? Fault) LanguageOf(string? said, string words)
    {
        var tag = said ?? order.Language;
        if (tag is null) return (Languages.Guess(words, site), null);
        return Languages.Tag(tag) is { } known && site.LanguageList.Contains(known) ? (known, null) : (null, $"The site does not speak “{Cut(tag, 20)}”. Add it in /admin, or say --language.");
    }

    private (long? At, string? Fault, bool IsOfFile) Moment(string? typed, string language)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (null, null, false);
        // Only English has the month first, and only some of it.
        var dayFirst = order.DayFirst ?? (language == "en" ? null : true);
        var (at, fault) = Moments.Read(typed, dayFirst, now, written);
        bool CanBe(bool day) => Moments.Read(typed, day, now, written).At is not null;
        return (at, fault, fault is not null && dayFirst is null && (CanBe(day: true) || CanBe(day: false)));
    }

    private string? TopicOf(string? said, List<string> leftOut)
    {
        if (said is null) return null;
        if (_topics.TryGetValue(FieldNames.Normal(said), out var id)) return id;
        leftOut.Add($"the topic “{Cut(said, 60)}”, which the site does not have");
        return null;
    }

    private static ProductContext? Product(string? id, string? name, string? url, List<string> leftOut)
    {
        if (id is null && name is null && url is null) return null;
        var isAddress = Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.AbsoluteUri.Length <= 2_000;
        if (url is not null && !isAddress) leftOut.Add("addresses of products that are no https address");
        return new(id is null ? null : Cut(PlainText.Name(id), Limits.ContextCodePoints), name is null ? null : Cut(PlainText.Of(name), Limits.ContextCodePoints), isAddress ? address!.AbsoluteUri : null);
    }

    // What is empty is not there: a product without an id goes by its name.
    private static ProductContext? Shown(ProductContext? product) => product is null ? null : product with { Id = Shown(product.Id), Name = Shown(product.Name) };

    private static string? Shown(string? text) => text is not null && MessageText.IsShown(text) ? text : null;

    private static string TitleOf(string? said, string question, Func<string, string> first)
    {
        var title = ReviewThread.Title(PlainText.Of(said ?? "")).Value;
        return title ?? first(said is null ? question : PlainText.Of(said));
    }

    // What a title has no room for stands before the question.
    private static string Whole(string? said, string words, List<string> leftOut)
    {
        var title = PlainText.Of(said ?? "");
        if (!MessageText.IsShown(title) || ReviewThread.Title(title).Value is not null || Says(words, title)) return words;
        if (MessageText.CleanForPage($"{title}\n\n{words}", QuestionCodePoints).Value is { } whole) return whole;
        leftOut.Add("the end of a title that is too long, and so is the question with it");
        return words;
    }

    // A forum cuts titles off, and sets capitals and signs of its own.
    private static bool Says(string words, string title) => Letters(title) is { Length: > 0 } letters
        ? Letters(words).Contains(letters, StringComparison.Ordinal)
        : WrittenText.Squeezed(words).Contains(WrittenText.Squeezed(title), StringComparison.Ordinal);

    private static string Cut(string text, int codePoints) => text.EnumerateRunes().Count() <= codePoints ? text : string.Concat(text.EnumerateRunes().Take(codePoints));

    private static string Said(ImportedQuestion question) => Hash(string.Join('\0', ["text", ProductOf(question), question.Title, question.Question, .. question.Answers.Select(answer => answer.Body)]));

    private static string ProductOf(ImportedQuestion question) => question.Product?.Id ?? question.Product?.Name ?? "";

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <param name="Answer">As it stands in the file, where it cannot be used.</param>
    /// <param name="Fault">Why it cannot, as a sentence.</param>
    /// <param name="Short">The same in a few words that many rows share; null where it is for the row, or the file, to be mended.</param>
    private sealed record SaidAnswer(ImportedAnswer Answer, string? Fault = null, string? Short = null)
    {
        public long Line { get; init; }

        /// <summary>What it says that is not understood, in a few words.</summary>
        public IReadOnlyList<string> Unread { get; init; } = [];
    }
}
