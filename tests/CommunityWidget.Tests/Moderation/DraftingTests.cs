using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.Judging;
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

    private static EventRow Said(long seq, Guid? member, string text, string audience = Audiences.All) =>
        new() { Seq = seq, Kind = EventKinds.Message, Audience = audience, AuthorKind = member is null ? "visitor" : "member", Author = member, Body = text, At = seq };
}
