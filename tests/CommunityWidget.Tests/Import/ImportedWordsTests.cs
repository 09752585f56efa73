using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Import;

/// <summary>What came with a file is no reader's: it is not erased as one's, which would leave most of it there.</summary>
public sealed class ImportedWordsTests
{
    [Fact]
    public async Task A_copy_of_an_imported_answer_is_not_taken_for_what_a_reader_wrote()
    {
        await using var import = await ImportCase.Start();
        var world = import.World;
        await import.Bring("a.jsonl", """{"question": "Whom do I call?", "answers": ["Call the shop.", "Write to the shop."]}""");
        var (twin, stays) = (await import.Page("Whom do I call?"), await new PublishedPages(world).Publish("Whom can one call?", "Nobody."));
        var ada = await world.Join(roles: Roles.Admin, connected: false);
        Assert.NotNull((await world.Get<ReviewThread>().Return(ada, twin.PublicId)).Value);
        Assert.NotNull((await world.Get<ReviewThread>().Merge(ada, twin.PublicId, stays.PublicId)).Value);
        var copies = (await import.Answers(stays)).Where(answer => answer.MergedFrom == twin.Id).ToList();
        Assert.Equal(2, copies.Count);

        foreach (var copy in copies)
        {
            Assert.Null(await world.Get<FindReaderWords>().ByAddress(world.Here, $"https://here.example{stays.Path("here")}#answer-{copy.Id}"));
            Assert.Equal(Refusals.NotFound, (await world.Get<EraseReaderWords>().Run(ada, ReaderWords.Answer, copy.Id, EraseReasons.Asked)).Refusal);
        }
        Assert.Equal(3, (await import.Answers(stays)).Count);
    }
}
