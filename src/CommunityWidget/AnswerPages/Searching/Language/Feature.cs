using System.Runtime.InteropServices;
using System.Text;

namespace CommunityWidget.AnswerPages.Searching.Language;

public enum FeatureKinds
{
    /// <summary>A word without its endings.</summary>
    Stem,

    /// <summary>Two words that follow each other, fillers left out.</summary>
    Pair,

    /// <summary>A word every text is full of.</summary>
    Filler,

    /// <summary>Four letters of a word: what typos and other endings leave alike.</summary>
    Gram,

    /// <summary>Words that a hyphen sets together, as one. Under a number of its own: whoever types them so looks for the words, and would count them twice.</summary>
    Compound,

    /// <summary>What only a search looks for: what a long page says late, a word of a product's id, a letter by itself where letters are looked for in pairs. Nothing is suggested because of it.</summary>
    Sought,
}

/// <summary>
/// One thing a text can share with another. It is a number from here on: the index holds no words, so that nothing of a withdrawn page can be read in it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Feature(FeatureKinds Kind, ulong Hash)
{
    private const ulong Basis = 14_695_981_039_346_656_037, Prime = 1_099_511_628_211;

    public static Feature Of(FeatureKinds kind, string text) => new(kind, Number(text, Basis ^ (ulong)(kind + 1)));

    /// <summary>A word as another kind of what a page is found by.</summary>
    public Feature As(FeatureKinds kind) => new(kind, Mixed(Hash ^ (ulong)(kind + 1)));

    /// <summary>The same number on every machine and in every version of the program.</summary>
    public static ulong Number(string text, ulong from = Basis)
    {
        foreach (var b in Encoding.UTF8.GetBytes(text)) from = (from ^ b) * Prime;
        return Mixed(from);
    }

    // Nearly the same texts give numbers that have nothing in common.
    public static ulong Mixed(ulong number)
    {
        number = (number ^ (number >> 33)) * 0xff51_afd7_ed55_8ccd;
        number = (number ^ (number >> 33)) * 0xc4ce_b9fe_1a85_ec53;
        return number ^ (number >> 33);
    }
}
