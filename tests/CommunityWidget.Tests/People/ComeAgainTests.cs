using System.Net;
using CommunityWidget.Contracts;
using CommunityWidget.Integrations;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.People;

/// <summary>Whoever comes again when they are told to is let in, whatever it was that they had too much of.</summary>
public sealed class ComeAgainTests
{
    private static readonly IPAddress Somewhere = IPAddress.Parse("203.0.113.7");
    private static readonly Site Shop = new() { Id = Guid.CreateVersion7() };

    private readonly TestClock _clock = new();

    [Theory]
    [InlineData(AddressLimits.NewVisitors, 120)]
    [InlineData(AddressLimits.Suggestions, 300)]
    [InlineData(AddressLimits.Tries, 120)]
    public void An_address(AddressLimits what, int share)
    {
        var limits = new CallLimits(Options.Create(new LimitOptions()), _clock);
        Assert.Equal(60, UsedUp(share, () => limits.TakeAddress(what, Somewhere)));

        // Halfway through its minute there is less of it left.
        for (var time = 1; time < share; time++) Assert.Null(limits.TakeAddress(what, Somewhere));
        _clock.Advance(TimeSpan.FromSeconds(29.5));
        Assert.Equal(31, limits.TakeAddress(what, Somewhere)!.RetryAfter);
    }

    [Fact]
    public void A_visitor_a_member_and_everybody_of_a_site_together()
    {
        var limits = new CallLimits(Options.Create(new LimitOptions()), _clock);
        Caller robin = new VisitorCaller(Shop, new() { Id = Guid.CreateVersion7() }), maya = new MemberCaller(Shop, new() { Id = Guid.CreateVersion7() });

        Assert.Equal(10, UsedUp(12 * 10, () => limits.Take(robin)));
        Assert.Equal(10, UsedUp(12 * 30, () => limits.Take(maya)));
        Assert.Equal(10, UsedUp((12 * 2_000) - 1, () => limits.Take(new VisitorCaller(Shop, new() { Id = Guid.CreateVersion7() }))));
    }

    [Theory]
    [InlineData(240, 60, 10)]
    [InlineData(5, 1, 12)]
    [InlineData(1, 1, 60)]
    public async Task A_program_with_a_key(int perMinute, int atOnce, int wait)
    {
        var limit = new KeyLimit(Options.Create(new ApiOptions { RequestsPerMinute = perMinute }), _clock);
        var program = new DefaultHttpContext();
        program.Remember(new(null, Shop, new KeyCaller(Shop, new(), new() { Id = Guid.CreateVersion7() })));
        async Task<object?> Ask() => await limit.InvokeAsync(new DefaultEndpointFilterInvocationContext(program), _ => ValueTask.FromResult<object?>("let in"));

        for (var time = 0; time < atOnce; time++) Assert.Equal("let in", await Ask());
        await Assert.IsAssignableFrom<IResult>(await Ask()).ExecuteAsync(program);
        Assert.Equal($"{wait}", program.Response.Headers.RetryAfter);

        _clock.Advance(TimeSpan.FromSeconds(wait));
        Assert.Equal("let in", await Ask());
    }

    [Fact]
    public void Whoever_wrote_much_and_whoever_wrote_the_same()
    {
        var floods = new Floods(_clock, Options.Create(new ModerationOptions()), Options.Create(new LimitOptions()));
        var (robin, key) = (Guid.CreateVersion7(), 0);

        Assert.Equal(10, UsedUp(15, () => floods.IsTooFast(robin, $"{++key}") ? Refusals.TooMany : null));
        Assert.Equal(60, UsedUp(new ModerationOptions().SameInAMinute, () => floods.IsRepeated(robin, "Where is my parcel?", $"{++key}") ? Refusals.TextRepeated : null));
    }

    [Fact]
    public async Task Whoever_typed_wrong_passwords()
    {
        await using var world = await TestWorld.Start();
        var signIn = world.Get<SignIn>();
        for (var time = 0; time < SignIn.Tries; time++) Assert.Equal(Refusals.WrongPassword, (await signIn.Check(world.Here.Id, "who@people.example", "not it at all")).Refusal);
        world.Clock.Skip(TimeSpan.FromMinutes(13));

        var refused = (await signIn.Check(world.Here.Id, "who@people.example", "not it at all")).Refusal!;

        Assert.Equal((Refusals.LockedOut.Code, 120), (refused.Code, refused.RetryAfter));
        world.Clock.Skip(TimeSpan.FromSeconds(refused.RetryAfter!.Value));
        Assert.Equal(Refusals.WrongPassword, (await signIn.Check(world.Here.Id, "who@people.example", "not it at all")).Refusal);
    }

    [Fact]
    public async Task A_reader_who_is_somebody_else_when_the_day_ends()
    {
        await using var world = await TestWorld.Start();
        var marks = world.Get<ReaderMarks>();
        var before = (await marks.Of(world.Here.Id, Somewhere)).Value;

        var wait = ReaderMarks.Left(world.Now);
        world.Clock.Skip(wait - TimeSpan.FromMilliseconds(1));
        Assert.Equal(before, (await marks.Of(world.Here.Id, Somewhere)).Value);
        world.Clock.Skip(TimeSpan.FromMilliseconds(1));
        Assert.NotEqual(before, (await marks.Of(world.Here.Id, Somewhere)).Value);
    }

    // What they were told, once they came again then and were let in.
    private int? UsedUp(int share, Func<Refusal?> take)
    {
        for (var time = 0; time < share; time++) Assert.Null(take());
        var refused = take()!;
        _clock.Advance(TimeSpan.FromSeconds(refused.RetryAfter!.Value));
        Assert.Null(take());
        return refused.RetryAfter;
    }
}
