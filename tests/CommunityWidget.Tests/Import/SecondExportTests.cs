using CommunityWidget.Import;
using CommunityWidget.Tests.AnswerPages.Searching;

namespace CommunityWidget.Tests.Import;

/// <summary>The same questions from the same place once more, without ids by which they would be known.</summary>
public sealed class SecondExportTests
{
    private const string First = "product,question,answer_1,answer_2\nLamp,Does it dim?,With any dimmer.,\nLamp,Is it heavy?,It is light.,\n";

    private const string Said = "This question about this product came in by another file, with other answers.";

    [Theory]
    [InlineData("")]
    [InlineData("--dry-run")]
    public async Task A_question_that_got_one_more_answer_is_named_and_is_not_published_again(string option)
    {
        await using var import = await ImportCase.Start();
        await import.Bring("march.csv", First);

        var ended = await import.Bring("april.csv", First.Replace("dimmer.,", "dimmer.,Not mine.", StringComparison.Ordinal) + "Shade,Does it dim?,It does not.,\n", [.. new[] { option }.Where(said => said.Length > 0)]);

        Assert.Equal(ImportVerb.SomeRejected, ended);
        Assert.Contains($"  line 2: {Said}", import.Said.ToString(), StringComparison.Ordinal);
        // The same question about another product is another one.
        Assert.Contains($"1 page {(option.Length > 0 ? "would be " : "")}published, 0 to review in /moderation, 1 here already, 1 row rejected.", import.Said.ToString(), StringComparison.Ordinal);
        Assert.Equal(option.Length > 0 ? 2 : 3, (await import.Pages()).Count);
    }

    [Fact]
    public async Task Two_who_asked_the_same_in_one_file_stay_two_and_what_was_taken_back_comes_again()
    {
        await using var import = await ImportCase.Start();
        const string twice = "product,question,answer\nLamp,Does it dim?,With any dimmer.\nLamp,Does it dim?,Not mine.\n";

        Assert.Equal(ImportVerb.Done, await import.Bring("march.csv", twice));
        Assert.Equal(2, (await import.Pages()).Count);
        Assert.Equal(ImportVerb.Done, await import.Bring("march.csv", CancellationToken.None, "--undo"));

        Assert.Equal(ImportVerb.Done, await import.Bring("april.csv", twice.Replace("Not mine", "Mine does not", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_came_before_that_was_kept_is_known_by_all_it_says_only()
    {
        await using var import = await ImportCase.Start();
        await import.Bring("march.csv", First);
        await import.World.Write((_, tx) => tx.Execute("update imported set about = null"));

        Assert.Equal(ImportVerb.Done, await import.Bring("april.csv", First.Replace("dimmer.,", "dimmer.,Not mine.", StringComparison.Ordinal)));
    }
}
