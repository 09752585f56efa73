using CommunityWidget.Contracts;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Threads;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("  as typed  ", "  as typed  ")]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("tab\there", "tab\there")]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("\uD83D\uDEB2 \u200D", "\uD83D\uDEB2 \u200D")]
    public void Text_is_kept_as_typed_with_one_line_ending_and_one_form(string typed, string stored) =>
        Assert.Equal(stored, MessageText.Clean(typed).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    public void Nothing_but_white_space_is_refused(string? typed) => Assert.Equal(Refusals.TextEmpty, MessageText.Clean(typed).Refusal);

    [Theory]
    [InlineData("\u200B")]
    [InlineData(" \u2060\uFEFF\n")]
    [InlineData("\u3164\u2800\u115F")]
    [InlineData("\u0301\uFE0F")]
    public void What_shows_nothing_is_kept_in_a_talk_and_refused_on_a_page(string typed)
    {
        Assert.NotNull(MessageText.Clean(typed).Value);
        Assert.Equal(Refusals.TextEmpty, MessageText.CleanForPage(typed).Refusal);
    }

    [Theory]
    [InlineData("👍")]
    [InlineData("\u200B?")]
    [InlineData("\u0915\u093F")]
    [InlineData("\u1100\u1161")]
    public void What_shows_a_sign_may_stand_on_a_page(string typed) => Assert.Equal(typed.Normalize(), MessageText.CleanForPage(typed).Value);

    [Theory]
    [InlineData("bell \u0007")]
    [InlineData("null \0")]
    [InlineData("delete \u007f")]
    [InlineData("next line \u0085")]
    public void Control_characters_are_refused(string typed) => Assert.Equal(Refusals.TextHasControlCharacters, MessageText.Clean(typed).Refusal);

    [Fact]
    public void Half_a_surrogate_pair_is_refused_wherever_it_stands()
    {
        foreach (var typed in new[] { "a\uD83D", "\uD83Da", "\uDEB2a", "\uDEB2\uD83D" })
            Assert.Equal(Refusals.TextHasControlCharacters, MessageText.Clean(typed).Refusal);
    }

    [Fact]
    public void What_is_no_character_does_not_break_anything()
    {
        Assert.Equal(Refusals.TextHasControlCharacters, MessageText.Clean("a \uFFFE b").Refusal);
        Assert.Equal(Refusals.NameNotUsable, MessageText.CleanName("a \uFFFE b")!.Refusal);
        Assert.NotNull(MessageText.Clean("a \uFFFF b").Value);
    }

    [Fact]
    public void The_limit_is_4000_code_points_not_chars()
    {
        Assert.NotNull(MessageText.Clean(Repeat("\uD83D\uDEB2", 4_000)).Value);
        Assert.Equal(Refusals.TextTooLong, MessageText.Clean(Repeat("\uD83D\uDEB2", 4_001)).Refusal);
        Assert.NotNull(MessageText.Clean(new string('a', 4_000)).Value);
        Assert.Equal(Refusals.TextTooLong, MessageText.Clean(new string('a', 4_001)).Refusal);
    }

    [Fact]
    public void It_is_counted_after_composing_and_line_endings()
    {
        Assert.NotNull(MessageText.Clean(Repeat("e\u0301", 4_000)).Value);
        Assert.NotNull(MessageText.Clean("a" + Repeat("\r\n", 3_999)).Value);
    }

    [Fact]
    public void What_grows_when_composed_is_counted_as_it_is_stored() =>
        Assert.Equal(Refusals.TextTooLong, MessageText.Clean(Repeat("\uD834\uDD60", 2_000)).Refusal);

    [Fact]
    public void A_huge_text_is_refused_at_once() => Assert.Equal(Refusals.TextTooLong, MessageText.Clean(new string('a', 10_000_000)).Refusal);

    [Theory]
    [InlineData("  Maya ", "Maya")]
    [InlineData("Zoe\u0308", "Zo\u00eb")]
    public void A_name_is_trimmed_and_composed(string typed, string stored) => Assert.Equal(stored, MessageText.CleanName(typed)!.Value);

    [Fact]
    public void A_name_holds_40_code_points_and_no_line_break()
    {
        Assert.Null(MessageText.CleanName("  "));
        Assert.NotNull(MessageText.CleanName(Repeat("\uD83D\uDEB2", 40))!.Value);
        Assert.Equal(Refusals.NameNotUsable, MessageText.CleanName(Repeat("\uD83D\uDEB2", 41))!.Refusal);
        Assert.Equal(Refusals.NameNotUsable, MessageText.CleanName("two\nlines")!.Refusal);
        Assert.Equal(Refusals.NameNotUsable, MessageText.CleanName("half \uD83D")!.Refusal);
    }

    [Theory]
    [InlineData("admin\u202Enimda")]
    [InlineData("\u200B")]
    [InlineData("\u200D\u200C")]
    [InlineData("Ma\u2066ya")]
    [InlineData("Maya\u2028Leo")]
    public void A_name_hides_nothing_and_turns_nothing_around(string typed) => Assert.Equal(Refusals.NameNotUsable, MessageText.CleanName(typed)!.Refusal);

    [Theory]
    [InlineData("\u0639\u0644\u06CC\u200C\u0631\u0636\u0627")]
    [InlineData("Ana \uD83D\uDC69\u200D\uD83D\uDD27")]
    public void What_joins_letters_and_pictures_is_part_of_a_name(string typed) => Assert.Equal(typed, MessageText.CleanName(typed)!.Value);

    [Theory]
    [InlineData("12345678", true)]
    [InlineData("0190-abcd-XYZ", true)]
    [InlineData("1234567", false)]
    [InlineData("with space", false)]
    [InlineData("schl\u00fcssel", false)]
    [InlineData(null, false)]
    public void A_key_is_8_to_64_letters_digits_or_dashes(string? key, bool isKey) => Assert.Equal(isKey, MessageText.IsKey(key));

    [Fact]
    public void A_key_ends_at_64()
    {
        Assert.True(MessageText.IsKey(new string('k', 64)));
        Assert.False(MessageText.IsKey(new string('k', 65)));
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
