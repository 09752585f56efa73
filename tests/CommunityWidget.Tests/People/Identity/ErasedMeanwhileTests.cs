using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.People.Identity;
using CommunityWidget.Privacy;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.People.Identity;

/// <summary>A customer who is erased while a device of theirs signs in: none stays signed in as somebody who is gone.</summary>
public sealed class ErasedMeanwhileTests : IAsyncLifetime
{
    private const string Devices = "select count(*) from visitor_sessions s join visitors v on v.id = s.visitor where v.subject is null";

    private TestWorld _world = null!;
    private MemberCaller _admin = null!;
    private IdentityKey _key = null!;

    public async Task InitializeAsync()
    {
        if (!PrivatePostgres.IsInstalled) return;
        _world = await TestWorld.Start(on: await WorldPostgres.Create());
        _admin = await _world.Join(roles: Roles.Admin);
        _key = _world.Get<IdentityKeys>().New(_world.Here.Id, IdentityKey.Hmac, "a-secret-of-the-shop-that-is-long-enough");
        await _world.Db.Write<Done>(async tx => { await _world.Get<IdentityKeys>().Add(tx, _key); return Done.It; });
    }

    public async Task DisposeAsync()
    {
        if (PrivatePostgres.IsInstalled) await _world.DisposeAsync();
    }

    [PostgresFact]
    public async Task Whoever_is_erased_just_after_their_device_was_known_again_has_no_device_left()
    {
        var (sessions, zoe) = (_world.Get<VisitorSessions>(), await Zoe());
        Task? erasing = null;

        await _world.Db.Write<Done>(async tx =>
        {
            var visitor = await sessions.Of(tx, _world.Here.Id, "zoe");
            Assert.Equal(zoe, visitor.Id);
            erasing = Task.Run(Erase(zoe));
            await _world.UntilItWaits(erasing);
            await sessions.Begin(tx, visitor.Id, _key.Id);
            return Done.It;
        });

        await erasing!;
        Assert.Equal(0, await _world.Db.Find<long>(Devices));
    }

    [PostgresFact]
    public async Task Whoever_is_erased_just_before_their_row_is_held_signs_in_as_somebody_new()
    {
        var zoe = await Zoe();
        var meanwhile = new Db(new AtTheLock(_world.Db.Dialect, Erase(zoe)), NullLogger<Db>.Instance);

        var signedIn = await meanwhile.Write<Visitor>(async tx =>
        {
            var visitor = await _world.Get<VisitorSessions>().Of(tx, _world.Here.Id, "zoe");
            await _world.Get<VisitorSessions>().Begin(tx, visitor.Id, _key.Id);
            return visitor;
        });

        Assert.NotEqual(zoe, signedIn.Value!.Id);
        Assert.Equal((0, 1), (await _world.Db.Find<long>(Devices), await _world.Db.Find<long>("select count(*) from visitor_sessions")));
    }

    private async Task<Guid> Zoe() => (await _world.Db.Write<Visitor>(tx => Known(tx))).Value!.Id;

    private async Task<Reply<Visitor>> Known(Tx tx) => await _world.Get<VisitorSessions>().Of(tx, _world.Here.Id, "zoe");

    private Func<Task> Erase(Guid visitor) => async () => Assert.Null((await _world.Get<EraseVisitor>().Run(_admin, visitor)).Refusal);

    /// <summary>A database on which something happens when whoever writes is about to lock a row.</summary>
    private sealed class AtTheLock(SqlDialect real, Func<Task> what) : DialectAround(real)
    {
        private Func<Task>? _what = what;

        public override string ForUpdate
        {
            get
            {
                if (Interlocked.Exchange(ref _what, null) is { } happens) Task.Run(happens).GetAwaiter().GetResult();
                return Real.ForUpdate;
            }
        }
    }
}
