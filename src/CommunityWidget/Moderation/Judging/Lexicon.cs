using System.Reflection;

namespace CommunityWidget.Moderation.Judging;

/// <summary>The words of one language, as they are shipped beside this file.</summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> EnglishOne = new(() => new("en")), FrenchOne = new(() => new("fr"));

    private Lexicon(string language)
    {
        var sections = Read(language);
        var here = sections["here"];
        HateAnywhere = new(sections["hate"].Except(here));
        InsultsAnywhere = new(sections["insult"].Except(here));
        Hate = new(sections["hate"]);
        Insults = new(sections["insult"]);
        Directed = new(sections["directed"]);
        Profane = new(sections["profane"]);
        Spam = new(sections["spam"]);
        Adverts = new(sections["advert"]);
        Groups = new(sections["group"]);
        Against = new(sections["against"]);
        Harmless = new(sections["harmless"]);
        Scorn = new(sections["scorn"]);
        Harm = new(sections["harm"]);
        Slang = new(sections["slang"]);
        Signed = new([.. sections["hate"], .. sections["insult"]]);
        SignedAnywhere = new(sections["hate"].Concat(sections["insult"]).Except(here));
    }

    public WordList Hate { get; }

    public WordList Insults { get; }

    /// <summary>The same without what is an ordinary word of the other language: read in every text, for who insults does not ask what the shop speaks.</summary>
    public WordList HateAnywhere { get; }

    public WordList InsultsAnywhere { get; }

    /// <summary>What insults when it is said to somebody, and not of a thing.</summary>
    public WordList Directed { get; }

    public WordList Profane { get; }

    public WordList Spam { get; }

    /// <summary>What nobody says who does not advertise something.</summary>
    public WordList Adverts { get; }

    public WordList Groups { get; }

    public WordList Against { get; }

    /// <summary>What only looks like one of the others: taken out before anybody judges.</summary>
    public WordList Harmless { get; }

    /// <summary>What is said of people one despises.</summary>
    public WordList Scorn { get; }

    /// <summary>What people wish on those they hate.</summary>
    public WordList Harm { get; }

    /// <summary>Slurs as they are used loosely, and words that are one only now and then.</summary>
    public WordList Slang { get; }

    /// <summary>The words of hate and insults, to be known with a sign in them.</summary>
    public SignedWords Signed { get; }

    public SignedWords SignedAnywhere { get; }

    public static Lexicon Of(string language) => language == Tongue.French ? FrenchOne.Value : EnglishOne.Value;

    public static Lexicon Beside(string language) => Of(language == Tongue.French ? Tongue.English : Tongue.French);

    private static Dictionary<string, List<string>> Read(string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"judging/{language}.txt")
            ?? throw new InvalidOperationException($"The program was built without its words in {language}.");
        using var reader = new StreamReader(stream);
        var (sections, into) = (new Dictionary<string, List<string>>(), new List<string>());
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[') sections[line.Trim('[', ']')] = into = [];
            else into.Add(line);
        }
        return sections;
    }
}
