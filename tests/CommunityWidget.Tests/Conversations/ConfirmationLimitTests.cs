using CommunityWidget.Contracts;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Conversations;

/// <summary>Nobody's address is written to again and again because somebody else types it, whatever else they do.</summary>
public sealed class ConfirmationLimitTests : LaterCase
{
    private const string Decoy = "decoy@visitors.example";

    [Fact]
    public async Task Another_address_left_in_between_makes_no_room()
    {
        for (var time = 0; time < 3; time++)
        {
            var (someone, asked) = await Parked();
            Assert.Null((await Leave(someone, asked)).Refusal);
            await Leave(someone, asked, $"{time}{Decoy}");
        }
        var (another, question) = await Parked();

        Assert.Equal(Refusals.TooManyEmails, (await Leave(another, question)).Refusal);
        Assert.Null((await Leave(another, question, Decoy)).Refusal);
    }

    [Fact]
    public async Task Nor_does_an_erasure_and_what_is_kept_of_the_address_is_gone_two_days_later()
    {
        for (var time = 0; time < 3; time++)
        {
            var (someone, asked) = await Parked();
            Assert.Null((await Leave(someone, asked)).Refusal);
            Assert.NotNull((await World.Get<EraseVisitor>().Run(someone)).Value);
        }
        var (another, question) = await Parked();
        Assert.Equal(Refusals.TooManyEmails, (await Leave(another, question)).Refusal);

        World.Clock.Skip(TimeSpan.FromDays(2.1));
        await World.Get<CommunityWidget.Conversations.ForgetOld>().Run();
        Assert.Equal(0, await World.Db.Find<long>("select count(*) from confirmations"));
    }
}
