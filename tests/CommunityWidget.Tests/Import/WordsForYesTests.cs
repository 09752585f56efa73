using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Import;
using CommunityWidget.Import.Understanding;
using CommunityWidget.Sites;

namespace CommunityWidget.Tests.Import;

/// <summary>Yes, no and how many, as databases, spreadsheets and people write them; what is none of these is named.</summary>
public sealed class WordsForYesTests
{
    private static readonly long Now = new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    [Theory]
    [InlineData("t", true)]
    [InlineData("TRUE", true)]
    [InlineData("on", true)]
    [InlineData("1.0", true)]
    [InlineData("Oui", true)]
    [InlineData("acceptée", true)]
    [InlineData("f", false)]
    [InlineData("0.0", false)]
    [InlineData("off", false)]
    [InlineData("non", false)]
    [InlineData("faux", false)]
    [InlineData("NULL", false)]
    [InlineData("nan", false)]
    [InlineData("", false)]
    public async Task Whether_it_was_accepted_is_read_as_programs_write_it(string typed, bool isAccepted)
    {
        var question = await Understand($"question,answer,accepted\nWhat?,That.,{typed}\n");

        Assert.Equal(isAccepted, question.Answers.Single().IsAccepted);
        Assert.Empty(question.LeftOut);
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("12.0", 12)]
    [InlineData("1.9", 1)]
    [InlineData("\"1,234\"", 1_234)]
    [InlineData("\"1,234,567.5\"", 1_000_000)]
    [InlineData("1 234", 1_234)]
    [InlineData("1\u202F234", 1_234)]
    [InlineData("\"12,0\"", 12)]
    [InlineData("+5", 5)]
    [InlineData("-3", 0)]
    [InlineData("-3.0", 0)]
    [InlineData("99999999999999999999", 1_000_000)]
    [InlineData("nan", 0)]
    public async Task Votes_are_read_as_programs_write_them(string typed, long votes)
    {
        var question = await Understand($"question,answer,votes\nWhat?,That.,{typed}\n");

        Assert.Equal(votes, question.Answers.Single().Votes);
        Assert.Empty(question.LeftOut);
    }

    [Fact]
    public async Task What_is_neither_yes_nor_no_and_what_is_no_number_is_named_once_a_row()
    {
        var question = await Understand("id,question,answer,is accepted,score\n1,What?,That.,maybe,many\n1,What?,This.,maybe,many\n1,What?,Those.,yes,7\n");

        Assert.Equal(["what “isaccepted” says: “maybe” is neither yes nor no", "what “score” says: “many” is no number"], question.LeftOut);
        Assert.Equal([("Those.", true, 7L), ("That.", false, 0L), ("This.", false, 0L)], question.Answers.Select(answer => (answer.Body, answer.IsAccepted, answer.Votes)));
    }

    private static async Task<ImportedQuestion> Understand(string csv)
    {
        var shop = new Site { Id = Guid.CreateVersion7(), Languages = "en fr", Topics = new([new TopicView("care", new Dictionary<string, string> { ["en"] = "Care" })]) };
        return new UnderstandRow(shop, new ImportOrder { File = "a.csv", Site = "shop" }, Now, Now).Run(Assert.Single(await ImportCase.Rows("a.csv", csv))).Question!;
    }
}
