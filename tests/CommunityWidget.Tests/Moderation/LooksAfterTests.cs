using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.Pages.Review;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Moderation;

/// <summary>A draft is looked after by a moderator who is here, or by nobody.</summary>
public sealed class LooksAfterTests
{
    [Theory]
    [InlineData(SanctionKinds.Exclusion)]
    [InlineData(SanctionKinds.Suspension)]
    [InlineData("erased")]
    public async Task Nobody_who_is_gone_or_shut_out_is_given_a_draft_or_offered_for_one(string how)
    {
        await using var world = await TestWorld.Start();
        var (_, thread) = await world.Rated(await world.Join());
        var (ada, nour) = (await world.Join(roles: Roles.Admin), await world.Join(roles: Roles.Moderator));
        var id = (await world.Edition(thread)).PublicId;
        Assert.Contains(nour.Id, await Offered(world));

        await Go(world, ada, nour, how);

        Assert.Equal(Refusals.NotFound, (await world.Get<SendBack>().Assign(ada, id, nour.Id)).Refusal);
        Assert.Null((await world.Edition(thread)).AssignedTo);
        Assert.Equal([ada.Id], await Offered(world));
        Assert.Equal(ada.Id, (await world.Get<SendBack>().Assign(ada, id, ada.Id)).Value?.AssignedTo);
    }

    [Theory]
    [InlineData(SanctionKinds.Exclusion)]
    [InlineData(SanctionKinds.Suspension)]
    [InlineData("erased")]
    public async Task What_they_looked_after_is_nobody_s_again(string how)
    {
        await using var world = await TestWorld.Start();
        var (_, thread) = await world.Rated(await world.Join());
        var (ada, nour) = (await world.Join(roles: Roles.Admin), await world.Join(roles: Roles.Moderator));
        Assert.NotNull((await world.Get<SendBack>().Assign(nour, (await world.Edition(thread)).PublicId, nour.Id)).Value);

        await Go(world, ada, nour, how);

        Assert.Null((await world.Edition(thread)).AssignedTo);
    }

    [Fact]
    public async Task Whoever_was_erased_before_their_drafts_were_let_go_is_named_beside_none()
    {
        await using var world = await TestWorld.Start();
        var (_, thread) = await world.Rated(await world.Join());
        var (ada, nour) = (await world.Join(roles: Roles.Admin), await world.Join(roles: Roles.Moderator));
        await Go(world, ada, nour, "erased");
        await world.Db.Write<Done>(async tx => { await tx.Execute("update pages set assigned_to = @Id", new { nour.Id }); return Done.It; });

        var card = Assert.Single(await Cards(world).Of([await world.Edition(thread)]));

        Assert.Null(card.NameOf(card.Draft.AssignedTo));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_is_shut_out_in_the_same_moment_gets_no_draft_to_look_after_or_to_mend(bool mend)
    {
        await using var world = await TestWorld.Start();
        var (ada, nour) = (await world.Join(roles: Roles.Admin), await world.Join(roles: $"{Roles.SuperUser} {Roles.Moderator}"));
        var (_, thread) = await world.Rated(nour);
        var (id, desk) = ((await world.Edition(thread)).PublicId, world.Get<SendBack>());
        Task<Reply<Edition>> given = null!;

        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update members set suspended_until = @until where id = @Id", new { nour.Id, until = MemberConduct.Open });
            given = Task.Run(() => mend ? desk.Run(ada, id, nour.Id, "Which bulb?") : desk.Assign(ada, id, nour.Id));
            // On the other database whoever writes next waits for us anyway.
            if (!tx.Dialect.OneWriter) await world.UntilItWaits(given);
            return Done.It;
        });

        Assert.Equal(Refusals.NotFound, (await given).Refusal);
        var draft = await world.Edition(thread);
        Assert.Equal((null, null), (draft.AssignedTo, draft.SentTo));
    }

    private static async Task Go(TestWorld world, MemberCaller ada, MemberCaller nour, string how)
    {
        if (how == "erased") Assert.NotNull((await world.Get<EraseMember>().Run(ada, nour.Id, wordsToo: false)).Value);
        else Assert.NotNull((await world.Get<IssueSanction>().Run(ada, nour.Id, new(how, how == SanctionKinds.Suspension ? 7 : null, "Enough."))).Value);
    }

    private static async Task<IEnumerable<Guid>> Offered(TestWorld world) => (await Cards(world).Moderators(world.Here.Id)).Select(member => member.Id);

    private static DraftCards Cards(TestWorld world) => new(world.Get<EditionStore>(), world.Get<SimilarPages>(), world.Get<MemberStore>(), world.Clock);
}
