using CommunityWidget.Admin;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Charters;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Moderation;

/// <summary>A version's number means one text for ever, also where it was taken back: nobody agrees to what they never saw, and no form is saved over what it never showed.</summary>
public sealed class CharterNumberTests
{
    [Fact]
    public async Task Who_read_a_version_that_was_taken_back_has_not_agreed_to_the_next_one()
    {
        await using var world = await Open();
        var (ada, maya) = (await world.Join(roles: Roles.Admin, connected: false), await world.Join());
        await Publish(world, ada, "Be kind.", seen: 0);
        await TakenBack(world, ada, "Be kind, or leave.");

        await Publish(world, ada, "Be kind, and answer at night.", seen: 1);

        Assert.Equal(Refusals.ChangedMeanwhile, (await world.Get<AcceptCharter>().Run(await Now(world, maya), 2, "en")).Refusal);
        Assert.True((await world.Row(maya)).OwesCharter((await Now(world, maya)).Site));
        Assert.NotNull((await world.Get<AcceptCharter>().Run(await Now(world, maya), (await Now(world, maya)).Site.CharterVersion, "en")).Value);
        Assert.False((await world.Row(maya)).OwesCharter((await Now(world, maya)).Site));
    }

    [Fact]
    public async Task Nor_where_the_next_one_changes_another_language_only()
    {
        await using var world = await Open();
        var (ada, maya) = (await world.Join(roles: Roles.Admin, connected: false), await world.Join());
        await Publish(world, ada, "Be kind.", seen: 0);
        await TakenBack(world, ada, "Be whatever you like.");
        Assert.NotNull((await world.Get<ChangeCharter>().Publish(await Now(world, ada), Texts("Be kind.", "Soyez aimables."), 1, askAgain: false)).Value);

        Assert.Equal(Refusals.ChangedMeanwhile, (await world.Get<AcceptCharter>().Run(await Now(world, maya), 2, "en")).Refusal);
    }

    [Fact]
    public async Task A_form_that_was_opened_on_a_version_taken_back_is_not_saved_over_the_next_one()
    {
        await using var world = await Open();
        var ada = await world.Join(roles: Roles.Admin, connected: false);
        await Publish(world, ada, "Be kind.", seen: 0);
        await TakenBack(world, ada, "Be kind, or leave.");
        await Publish(world, ada, "Be kind, and answer at night.", seen: 1);

        Assert.Equal(Refusals.ChangedMeanwhile, (await world.Get<ChangeCharter>().Publish(await Now(world, ada), Texts("Be kind, or leave!"), seen: 2, askAgain: true)).Refusal);
    }

    [Fact]
    public async Task However_often_one_is_taken_back_and_whichever_version_of_the_program_gave_it()
    {
        await using var world = await Open();
        var ada = await world.Join(roles: Roles.Admin, connected: false);
        await Publish(world, ada, "Be kind.", seen: 0);
        await TakenBack(world, ada, "Two.");
        await TakenBack(world, ada, "Three.");
        // The version before knows of one number only.
        await world.Db.Write<Done>(async tx => { await tx.Execute("update sites set charter_version = 4 where id = @Id", new { world.Here.Id }); return Done.It; });
        await world.Db.Write<Done>(async tx => { await world.Get<SiteStore>().SaveCharter(tx, world.Here.Id, 1, 1); return Done.It; });

        await Publish(world, ada, "Five.", seen: 1);

        Assert.Equal(5, (await Now(world, ada)).Site.CharterVersion);
    }

    private static Task<TestWorld> Open() => TestWorld.Start(also: services => services.AddSingleton<ChangeCharter>());

    private static Dictionary<string, string> Texts(string english, string? french = null) => french is null ? new() { ["en"] = english } : new() { ["en"] = english, ["fr"] = french };

    private static async Task<Guid> Publish(TestWorld world, MemberCaller ada, string text, long seen)
    {
        var saved = await world.Get<ChangeCharter>().Publish(await Now(world, ada), Texts(text), seen, askAgain: true);
        Assert.Null(saved.Refusal);
        return (Guid)saved.Value!.Change!;
    }

    private static async Task TakenBack(TestWorld world, MemberCaller ada, string text)
    {
        var change = await Publish(world, ada, text, seen: 1);
        Assert.Null((await world.Get<ChangeCharter>().Undo(await Now(world, ada), (await world.Get<AuditLog>().Find(world.Here.Id, change))!)).Refusal);
    }

    private static async Task<MemberCaller> Now(TestWorld world, MemberCaller caller) => new(await world.Get<SiteStore>().Get(caller.Site.Id), await world.Row(caller));
}
