using CommunityWidget.Contracts;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Moderation;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Conversations;

/// <summary>A confirmation pressed again, and one pressed while another address is left.</summary>
public sealed class ConfirmTwiceTests : LaterCase
{
    [Fact]
    public async Task Pressed_again_it_was_confirmed_the_first_time()
    {
        var (visitor, thread) = await Parked();
        await Leave(visitor, thread);
        await DeliverMails();
        var secret = Post.Mails[0].Secret("/confirm-email");
        Assert.Null((await World.Get<ConfirmEmail>().Run(secret)).Refusal);
        var first = await World.Again(thread);

        World.Clock.Skip(TimeSpan.FromHours(1));
        Assert.Null((await World.Get<ConfirmEmail>().Run(secret)).Refusal);

        Assert.Equal((first.EmailConfirmedAt, first.LastSeq), ((await World.Again(thread)).EmailConfirmedAt, (await World.Again(thread)).LastSeq));
    }

    [Fact]
    public async Task Pressed_in_the_moment_in_which_another_address_is_left_it_confirms_neither()
    {
        var (visitor, thread) = await Parked();
        await Leave(visitor, thread, "first@visitors.example");
        await DeliverMails();
        var meanwhile = new Db(new MeanwhileDialect(World.Db.Dialect, async () => Assert.Null((await Leave(visitor, thread)).Refusal)), NullLogger<Db>.Instance);
        var confirm = new ConfirmEmail(meanwhile, World.Get<MailLinks>(), World.Get<ThreadStore>(), World.Get<ThreadWriter>(), World.Get<TellPublished>(), World.Get<SiteStore>(), World.Get<PublicAddress>(), World.Clock);

        Assert.Equal(Refusals.LinkNotValid, (await confirm.Run(Post.Mails[0].Secret("/confirm-email"))).Refusal);

        Assert.Equal((Address, null), ((await World.Again(thread)).Email, (await World.Again(thread)).EmailConfirmedAt));
    }

    [Fact]
    public async Task Pressed_in_the_moment_in_which_the_mails_are_stopped_it_confirms_nothing()
    {
        var (visitor, thread) = await Parked();
        await Leave(visitor, thread);
        await DeliverMails();
        var meanwhile = new Db(new MeanwhileDialect(World.Db.Dialect, () => World.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update threads set email = null where id = @Id", new { thread.Id });
            return Done.It;
        })), NullLogger<Db>.Instance);
        var confirm = new ConfirmEmail(meanwhile, World.Get<MailLinks>(), World.Get<ThreadStore>(), World.Get<ThreadWriter>(), World.Get<TellPublished>(), World.Get<SiteStore>(), World.Get<PublicAddress>(), World.Clock);

        Assert.Equal(Refusals.LinkNotValid, (await confirm.Run(Post.Mails[0].Secret("/confirm-email"))).Refusal);

        Assert.Null((await World.Again(thread)).EmailConfirmedAt);
    }
}
