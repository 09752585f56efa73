using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Care;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>What moderators said of pages before it stood with the page is read once from the audit.</summary>
public sealed class SaidByModeratorsBeforeTests
{
    [Fact]
    public async Task What_the_audit_still_knows_stands_with_its_page_and_nothing_else_does()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var care = world.Get<CareForPage>();
        var (said, takenBack, byAuthor) = (await pages.Publish("Does it dim?", "It does."), await pages.Publish("Does it hum?", "It does not."), await pages.Publish("Does it glow?", "A little."));
        var (nour, author) = (await pages.Moderator(), pages.Author);
        await Do(() => care.SetOutdated(nour, said.PublicId, outdated: true));
        await Do(() => care.SetOutdated(nour, takenBack.PublicId, outdated: true));
        await Do(() => care.SetOutdated(nour, takenBack.PublicId, outdated: false));
        foreach (var page in new[] { takenBack, byAuthor }) await Do(() => care.Check(author, page.PublicId, isTrue: false));
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update pages set said_outdated_at = null, said_outdated_by = null");
            await tx.Execute(Migration.All(world.Db.Dialect.Name).Single(m => m.Name.Contains("said_by_a_moderator", StringComparison.Ordinal)).Sql.Split(";\n")[2]);
            return Done.It;
        });

        Assert.Equal([said.Id], await world.Db.Query<Guid>("select id from pages where said_outdated_at = outdated_at and said_outdated_by = @Id", new { nour.Id }));
        Assert.Equal(1, await world.Db.Find<long>("select count(*) from pages where said_outdated_at is not null or said_outdated_by is not null"));
        Assert.Equal(Refusals.NotAllowed, (await care.Check(author, said.PublicId, isTrue: true)).Refusal);
        foreach (var page in new[] { takenBack, byAuthor }) await Do(() => care.Check(author, page.PublicId, isTrue: true));

        async Task Do(Func<Task<Reply<Done>>> say)
        {
            Assert.Null((await say()).Refusal);
            await world.Leap(TimeSpan.FromMinutes(1));
        }
    }
}
