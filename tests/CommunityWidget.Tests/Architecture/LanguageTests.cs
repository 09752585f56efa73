using System.Reflection;
using System.Text.RegularExpressions;
using CommunityWidget.Demo;
using CommunityWidget.Hosting;

namespace CommunityWidget.Tests.Architecture;

/// <summary>The words of every page the server renders, found by themselves: each type called …Texts that can be had In a language. The widget's and the consoles' are held by <c>widget/ui/test/languages.test.ts</c>.</summary>
public sealed partial class LanguageTests
{
    // Words both languages write alike.
    private static readonly string[] Alike = ["Administration", "Console", "E-mail", "Question", "Questions", "Message", "Messages", "Code", "Page", "Date", "Action", "Actions", "Note", "Notes", "Site", "Conversations", "console", "en", "fr"];

    private static readonly MethodInfo[] Sources =
        [.. typeof(RequestLanguage).Assembly.GetTypes().Where(type => type.Name.EndsWith("Texts", StringComparison.Ordinal))
            .Select(type => type.GetMethod("In", BindingFlags.Public | BindingFlags.Static, [typeof(string)])).OfType<MethodInfo>()];

    [Fact]
    public void The_pages_words_are_found() => Assert.InRange(Sources.Length, 4, int.MaxValue);

    [Fact]
    public void No_text_is_missing_in_any_language() => Assert.All(Sources, source =>
    {
        var english = Flat(source, "en");
        var french = Flat(source, "fr");
        Assert.Equal(english.Keys.Order(), french.Keys.Order());
        foreach (var (path, text) in english)
        {
            Assert.False(string.IsNullOrWhiteSpace(text), path);
            Assert.False(string.IsNullOrWhiteSpace(french[path]), path);
            Assert.True(Places(text).SequenceEqual(Places(french[path])), $"{path}: other places for its arguments");
        }
    });

    [Fact]
    public void Nothing_is_left_in_English() => Assert.Empty(
        from source in Sources
        from text in Flat(source, "en")
        where Letters().IsMatch(text.Value) && text.Value == Flat(source, "fr")[text.Key] && !Alike.Contains(text.Value)
        select $"{text.Key}: {text.Value}");

    [Fact]
    public void French_keeps_its_signs_on_the_line_of_their_word() => Assert.Empty(
        from source in Sources
        from text in Flat(source, "fr").Concat(FrenchOfTheDemo())
        where Torn().IsMatch(text.Value)
        select $"{text.Key}: {text.Value}");

    /// <summary>Words with a number or a name in them are made by methods, which nobody here calls: their source is read.</summary>
    [Fact]
    public void Nor_do_words_made_of_parts_lose_them() => Assert.Empty(
        from file in Repository.Files("src/CommunityWidget", ".cs")
        where file.Path.Contains("Texts", StringComparison.Ordinal)
        from Match text in Literal().Matches(Part().Replace(file.Text, "x"))
        where !text.Value.Contains('{') && TornInSource().IsMatch(text.Value)
        select $"{file.Path}: {text.Value}");

    [Fact]
    public void Commands_and_events_are_explained_in_both() => Assert.All(
        WidgetCommand.All.Select(c => (c.English, c.French)).Concat(WidgetEvent.All.Select(e => (e.English, e.French))),
        pair => Assert.False(string.IsNullOrWhiteSpace(pair.English) || string.IsNullOrWhiteSpace(pair.French) || pair.English == pair.French));

    private static Dictionary<string, string> FrenchOfTheDemo() =>
        WidgetCommand.All.Select((c, at) => KeyValuePair.Create($"command {at}", c.French)).Concat(WidgetEvent.All.Select(e => KeyValuePair.Create(e.Name, e.French))).ToDictionary();

    private static Dictionary<string, string> Flat(MethodInfo source, string language)
    {
        var texts = source.Invoke(null, [language])!;
        return texts.GetType().GetProperties().SelectMany(property => Flat($"{source.DeclaringType!.Name}.{property.Name}", property.GetValue(texts))).ToDictionary();
    }

    private static IEnumerable<KeyValuePair<string, string>> Flat(string path, object? value) => value switch
    {
        string text => [new(path, text)],
        IReadOnlyDictionary<string, string> named => named.Select(one => KeyValuePair.Create($"{path}.{one.Key}", one.Value)),
        IReadOnlyList<string> list => list.Select((one, at) => KeyValuePair.Create($"{path}.{at}", one)),
        _ => [],
    };

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Order();

    [GeneratedRegex(@"\{\d+[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{L}{2}", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Letters();

    // A colon takes a full space that does not break, the others a narrow one; addresses and examples of code are left alone.
    [GeneratedRegex(@"(?<!\u202f)[?!;»](?=\s|$)|«(?![\u202f\u00a0])|(?<!\u00a0):(?=\s|$)|'", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Torn();

    [GeneratedRegex(@"\$?""(?:[^""\\\n]|\\.)*""", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Literal();

    // What holds texts of its own is left: those are read as literals themselves.
    [GeneratedRegex(@"\{[^{}\n]*\}", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Part();

    [GeneratedRegex(@"[\p{L}\d»”’)] [?!;:»](?=[\s""<]|$)|« ", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex TornInSource();
}
