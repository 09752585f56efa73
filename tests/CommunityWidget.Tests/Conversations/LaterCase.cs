using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Database;
using CommunityWidget.Mail;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Conversations;

/// <summary>A question that nobody could take, and a mail server on the other end of a real line. The clock is the test's.</summary>
public abstract class LaterCase : IAsyncLifetime
{
    protected const string Address = "robin@visitors.example";

    protected MailServer Post { get; } = new();

    protected TestWorld World { get; private set; } = null!;

    /// <summary>How long a mail server may take; a busy machine needs seconds for the first mail.</summary>
    protected virtual int MailTimeoutMs => 30_000;

    public async Task InitializeAsync() => World = await TestWorld.Start(also: services => services.PostConfigure<EmailOptions>(email =>
        (email.Host, email.Port, email.From, email.Security, email.TimeoutMs) = ("127.0.0.1", Post.Port, "help@here.example", EmailOptions.None, MailTimeoutMs)));

    public async Task DisposeAsync()
    {
        await World.DisposeAsync();
        await Post.DisposeAsync();
    }

    /// <summary>Asked, nobody there, and the visitor has gone.</summary>
    protected async Task<(VisitorCaller Visitor, ThreadRecord Thread)> Parked(string text = "Which size?", string language = "en", string? page = null)
    {
        var visitor = await World.Arrive();
        var asked = await World.Get<CommunityWidget.Questions.AskQuestion>().Run(visitor, new(World.NewKey(), text, Language: language, Page: page is null ? null : new(page, "A lamp")));
        await World.RunMatching();
        return (visitor, await World.Thread(visitor, asked.Value!.Thread.ThreadId));
    }

    /// <summary>The same with an address left and confirmed.</summary>
    protected async Task<(VisitorCaller Visitor, ThreadRecord Thread)> Confirmed(string text = "Which size?", string language = "en", string? page = null)
    {
        var (visitor, thread) = await Parked(text, language, page);
        Assert.Null((await Leave(visitor, thread)).Refusal);
        await DeliverMails();
        Assert.Null((await World.Get<ConfirmEmail>().Run(Post.Mails[^1].Secret("/confirm-email"))).Refusal);
        await World.Leave(visitor);
        return (visitor, await World.Again(thread));
    }

    protected Task<Reply<Done>> Leave(VisitorCaller visitor, ThreadRecord thread, string address = Address) =>
        World.Get<LeaveEmail>().Run(visitor, thread.PublicId, address);

    /// <summary>A member answers a parked question.</summary>
    protected async Task Answer(MemberCaller member, ThreadRecord thread, string text) =>
        Assert.Null((await World.Say(member, await World.Again(thread), text)).Refusal);

    /// <summary>What the workers do: look for answers to send, then send what is due.</summary>
    protected async Task DeliverMails()
    {
        await World.Get<ScheduleAnswers>().Run();
        while (await World.Get<DeliverOutbox>().Run(OutboxLanes.Mail)) { }
    }

    protected async Task DeliverMails(TimeSpan later)
    {
        World.Clock.Skip(later);
        await DeliverMails();
    }

    protected Task<IReadOnlyList<(string Kind, string State, long Attempts)>> Outbox() => World.Db.Query<(string, string, long)>(
        "select kind, state, attempts from outbox where kind like 'mail.%' order by created_at, seq");
}
