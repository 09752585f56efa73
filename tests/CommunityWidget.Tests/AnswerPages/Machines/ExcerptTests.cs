using System.Globalization;
using CommunityWidget.AnswerPages.Machines.Words;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>The beginning of a text, as search engines and lists show it.</summary>
public sealed class ExcerptTests
{
    [Theory]
    [InlineData("It does. I have number 7 above ours, and its cable can be cut down to 40 centimetres.")]
    [InlineData("Où trouver une clé à cliquet d’été ? Au rayon bricolage, écrit « été » dessus.")]
    [InlineData("a\u0301e\u0301i\u0301o\u0301u\u0301a\u0301e\u0301i\u0301o\u0301u\u0301a\u0301e\u0301i\u0301o\u0301u\u0301")]
    [InlineData("👩‍👩‍👧👩‍👩‍👧 family 👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧 and 🇫🇷🇩🇪🇫🇷🇩🇪🇫🇷🇩🇪🇫🇷🇩🇪 flags 🙂🙂🙂🙂🙂🙂")]
    [InlineData("각각각각각각각각각각각각 كيف أنظف المصباح؟ ลองทำความสะอาดโคมไฟดู")]
    [InlineData("no\u0301\u0302\u0303ne x\u200Dy\u200Dz and one\u0301 two\u0301 three\u0301 four")]
    public void It_ends_between_two_characters_as_people_see_them_wherever_that_is(string text)
    {
        for (var longest = 4; longest < text.Length; longest++)
        {
            var excerpt = Excerpt.Of(text, longest);

            var starts = StringInfo.ParseCombiningCharacters(text);
            var cut = text[..starts.Last(start => start <= longest - 1)];
            var word = cut.LastIndexOf(' ');
            Assert.Equal((word > longest / 2 ? cut[..word] : cut).TrimEnd(' ', ',', ';', ':', '.') + "…", excerpt);
        }
    }

    [Theory]
    [InlineData("a  b", "a b")]
    [InlineData("a\tb\nc\u00A0d\u3000e", "a b c d e")]
    [InlineData(" \n a \n ", "a")]
    [InlineData("a b c", "a b c")]
    public void Whatever_stands_between_words_is_one_space(string text, string line) => Assert.Equal(line, Excerpt.Of(text, 100));
}
