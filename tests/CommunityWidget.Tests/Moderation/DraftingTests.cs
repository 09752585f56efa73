using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Moderation.PersonalData;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

using Judges = CommunityWidget.Moderation.Judging.Judges;

/// <summary>What a stranger would want to read of a conversation.</summary>
public sealed class DraftingTests
{
    private static readonly Guid Maya = Guid.CreateVersion7(), Leo = Guid.CreateVersion7();

    private readonly DraftEdition _draft = new(new Judges());
    private readonly Site _site = new() { Languages = "en fr" };

    [Theory]
    [InlineData("Hello! Does the lamp dim? Thanks in advance!", "Does the lamp dim?")]
    [InlineData("Hi there,\nDoes the lamp dim?\n\nKind regards,\nAnna Schmidt", "Does the lamp dim?")]
    [InlineData("Good evening. I bought the lamp. Can it be dimmed? Thank you very much. Bye", "I bought the lamp. Can it be dimmed?")]
    [InlineData("Bonjour, est-ce que la lampe se tamise ? Merci d’avance, cordialement, Jean Dupont", "Est-ce que la lampe se tamise ?")]
    [InlineData("Bonsoir à tous !\nLa lampe chauffe. Est-ce normal ?\nMerci beaucoup\nBonne soirée", "La lampe chauffe. Est-ce normal ?")]
    [InlineData("Highlights of the lamp?", "Highlights of the lamp?")]
    [InlineData("Hello Kitty lamp: is it in stock?", "Hello Kitty lamp: is it in stock?")]
    [InlineData("Can I say thanks to the seller?", "Can I say thanks to the seller?")]
    [InlineData("Thanks", "")]
    [InlineData("Bonjour !", "")]
    public void Courtesies_are_left_out_and_the_matter_stays(string said, string matter) => Assert.Equal(matter, Courtesies.Off(said));

    [Fact]
    public void The_title_is_the_first_sentence_that_asks() =>
        Assert.Equal("Can it be dimmed?", DraftEdition.TitleOf("I bought the lamp last week. Can it be dimmed? And what does it weigh?"));

    [Theory]
    [InlineData("How do I clean the \u202Eelttek?", "How do I clean the elttek?")]
    [InlineData("Is https://\u0430\u0441\u0435.example/x yours?", "Is https://xn--80ak9a.example/x yours?")]
    [InlineData("\u202E", "")]
    public void A_title_shows_what_it_says_to_machines_too(string said, string title)
    {
        Assert.Equal(title, DraftEdition.TitleOf(said));
        Assert.Equal(title.Length == 0 ? null : title, ReviewThread.Title(said).Value);
    }

    [Fact]
    public void Each_members_words_become_one_answer_with_the_events_it_was_made_of()
    {
        var draft = _draft.Make(_site, "en", [Said(1, null, "Hi! Which bulb fits the brass lamp?"), Said(2, Maya, "Hello!"), Said(3, Maya, "An E14 bulb fits."), Said(4, null, "And how strong?"),
            Said(5, Leo, "Forty watts at most, or it gets hot."), Said(6, Maya, "Right. You are welcome!"), Said(7, Leo, "Internal", Audiences.Members)]);

        Assert.Equal(("Which bulb fits the brass lamp?", "Which bulb fits the brass lamp?"), (draft.Title, draft.Question));
        Assert.Equal([(Maya, "2 3 6", "An E14 bulb fits.\n\nRight.", "accepted"), (Leo, "5", "Forty watts at most, or it gets hot.", "suggested")],
            draft.Answers.Select(a => (a.Member, a.SourceSeqs, a.Body, a.State)));
        Assert.Equal([DraftRisks.Several], draft.Risks);
    }

    [Fact]
    public void Personal_data_is_masked_and_said_to_be_and_so_is_a_link()
    {
        var draft = _draft.Make(_site, "en", [Said(1, null, "Write to robin@visitors.example: does the brass darken?"), Said(2, Maya, "It does, see https://care.example, or write to care@shop.example.")]);

        Assert.DoesNotContain("robin", draft.Title + draft.Question);
        Assert.DoesNotContain("care@", draft.Answers[0].Body);
        Assert.Equal(["masked:2", DraftRisks.Link], draft.Risks);
    }

    [Theory]
    [InlineData("7839201", "Where is my order?", "7839201")]
    [InlineData("84 23 30", "Can somebody call?", " 84 23 30.")]
    [InlineData("56 78 90", "mine is 06 : 06 12 34", "56 78 90")]
    [InlineData("0 806 12 34 56", "Who answers?", "0 806 12 34 56")]
    public void What_is_data_as_a_message_of_its_own_is_none_the_less_between_others(string data, string first, string second)
    {
        var draft = _draft.Make(_site, "en", [Said(1, null, first), Said(2, null, second), Said(3, Maya, "Somebody of the shop will look after that."), Said(4, Maya, second)]);

        Assert.DoesNotContain(data, draft.Title + draft.Question + draft.Answers[0].Body);
        Assert.Equal(["masked:2"], draft.Risks);
    }

    [Fact]
    public void Nothing_that_is_hidden_in_a_message_stands_in_a_draft_of_two()
    {
        var rows = PersonalDataTests.Rows.ToList();
        Assert.True(rows.Count > 40, $"{rows.Count} rows");
        var shown = from first in rows
                    from second in rows
                    let draft = _draft.Make(_site, "en", [Said(1, null, first), Said(2, null, second)])
                    from text in new[] { first, second }
                    let hidden = PersonalDataMasker.Mask(text, "en").Found.Select(data => text.Substring(data.Start, data.Length))
                    from data in hidden.Where(data => data.Length > 4 && draft.Question.Contains(data, StringComparison.Ordinal))
                    select $"{data} of {first} + {second}";

        Assert.Equal([], shown.Take(5));
    }

    [Fact]
    public void What_was_masked_when_it_was_said_is_looked_at_though_nothing_is_found_in_it_today()
    {
        var draft = _draft.Make(_site, "en", [Said(1, null, "Does the brass of the lamp darken?") with { MaskedBody = "Does the [name] of the lamp darken?" }, Said(2, Maya, "It does, and it polishes well.")]);

        Assert.Equal(["masked:1"], draft.Risks);
    }

    private static EventRow Said(long seq, Guid? member, string text, string audience = Audiences.All) =>
        new() { Seq = seq, Kind = EventKinds.Message, Audience = audience, AuthorKind = member is null ? "visitor" : "member", Author = member, Body = text, At = seq };
}
