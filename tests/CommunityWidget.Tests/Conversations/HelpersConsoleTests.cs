using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Conversations;

/// <summary>A console read anew shows a helper all of a conversation that is somebody else's: that is written down first, as wherever they read it.</summary>
public sealed class HelpersConsoleTests
{
    [Fact]
    public async Task Whoever_helps_reads_it_on_their_console_and_is_found_by_its_number_whoever_holds_it_is_not()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join(available: false));
        var (_, thread) = await world.TalkWith(maya);
        // They came, and what they were to be shown then was not written down.
        await world.Help(leo, thread);
        Assert.Empty(await Reads(world, thread));

        // Twice is one look.
        foreach (var member in new[] { leo, maya, leo })
            Assert.Equal([thread.PublicId], (await world.Get<ReadConsole>().Run(member)).Chats.Select(chat => chat.ThreadId));

        Assert.Equal((leo.Id, "thread.read"), Assert.Single((await Reads(world, thread)).Select(read => (read.Actor, read.Action))));
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_shown_there_and_the_rest_is()
    {
        await using var world = await TestWorld.Start(also: services => services.AddSingleton(provider =>
        {
            var away = new MeanwhileDialect(provider.GetRequiredService<SqlDialect>(), () => throw new RefusedException(Refusals.StorageAway));
            return new ReadLog(new AuditLog(new Db(away, NullLogger<Db>.Instance), provider.GetRequiredService<TimeProvider>()), provider.GetRequiredService<TimeProvider>());
        }));
        var maya = await world.Join();
        var (_, theirs) = await world.TalkWith(maya);
        var leo = await world.Join();
        var (_, own) = await world.TalkWith(leo);
        await world.Help(leo, theirs);

        Assert.Equal([own.PublicId], (await world.Get<ReadConsole>().Run(leo)).Chats.Select(chat => chat.ThreadId));
        Assert.Empty(await Reads(world, theirs));

        // The database is there again.
        Assert.Equal(2, (await world.Get<ReadConsole>().Run(leo)).Chats.Count);
        Assert.Single(await Reads(world, theirs));
    }

    private static Task<IReadOnlyList<Change>> Reads(TestWorld world, ThreadRecord thread) => world.Get<AuditSearch>().Find(world.Here.Id, new(Subject: thread.PublicId, Outcome: "read"), null, 10);
}
